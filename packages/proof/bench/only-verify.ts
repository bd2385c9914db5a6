/** What a page loads that only checks proofs: measured, not used. */
export { checkProof, decodeProof, verifyingKeyFromJson } from '../src/verify.ts'
