export { CircuitBuilder } from './circuit/builder.ts'
export {
  type Circuit,
  type Constraint,
  firstBroken,
  makeWitness,
  type Step,
  type Witness,
} from './circuit/circuit.ts'
export * from './circuit/linear.ts'
export * from './errors.ts'
export * from './field.ts'
export * from './formats/json.ts'
export { type R1cs, readR1cs, writeR1cs } from './formats/r1cs.ts'
export { readWtns, writeWtns } from './formats/wtns.ts'
export { readZkey, writeZkey } from './formats/zkey.ts'
export { argmax } from './gadgets/argmax.ts'
export { choose, isZero, lessThan } from './gadgets/compare.ts'
export { poseidon, poseidonChain, poseidonChainHash, poseidonHash } from './gadgets/poseidon.ts'
export { type ReluShift, reluShift } from './gadgets/relu-shift.ts'
export { assertAtMost, assertBits, toBits } from './gadgets/to-bits.ts'
export { checkProof } from './groth16/check-proof.ts'
export { decodeProof, encodeProof, PROOF_BYTES } from './groth16/codec.ts'
export { contribute } from './groth16/contribute.ts'
export { forge } from './groth16/forge.ts'
export {
  decodeVerifyingKey,
  encodeSignals,
  encodeVerifyingKey,
  verifyingKeyBytes,
  verifyingKeyHash,
} from './groth16/key-codec.ts'
export { verifyingKeyToRust } from './groth16/key-to-rust.ts'
export type * from './groth16/keys.ts'
export { type ProveOptions, prove } from './groth16/prove.ts'
export { CONTEXT_BITS, type Request, requestContext } from './groth16/request-context.ts'
export { provingKeyFrom, setup } from './groth16/setup.ts'
export type { WorkOptions } from './groth16/turns.ts'
export { verify } from './groth16/verify.ts'
export { type ClassifierGadgets, classifierCircuit, SIGNALS } from './model/classifier-circuit.ts'
export { type ClassifierStatement, classifierInputs } from './model/classifier-inputs.ts'
export { bitsPerValue, commitToInput } from './model/input-commitment.ts'
export { randomSalt } from './model/random-salt.ts'
export { INFER_SIGNALS, inferCircuit, inferInputs } from './private/infer-circuit.ts'
export { REGISTER_SIGNALS, registerCircuit, registerInputs } from './private/register-circuit.ts'
export { type PrivateLayer, type PrivateShape, privateShape } from './private/shape.ts'
export { commitToModel } from './private/words.ts'
