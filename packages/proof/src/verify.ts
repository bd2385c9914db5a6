/** What a page needs that only checks proofs: `@inkling/proof/verify`. */
export * from './errors.ts'
export { P, R } from './field.ts'
export * from './formats/json.ts'
export { checkProof } from './groth16/check-proof.ts'
export { decodeProof, encodeProof, PROOF_BYTES } from './groth16/codec.ts'
export {
  decodeVerifyingKey,
  encodeSignals,
  encodeVerifyingKey,
  verifyingKeyBytes,
  verifyingKeyHash,
} from './groth16/key-codec.ts'
export type { Proof, VerifyingKey } from './groth16/keys.ts'
export { CONTEXT_BITS, type Request, requestContext } from './groth16/request-context.ts'
export { verify } from './groth16/verify.ts'
