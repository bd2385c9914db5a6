/**
 * The two primes of BN254 (EIP-196 calls the curve alt_bn128) and arithmetic in the scalar field, in which circuits live.
 * Every value is a bigint from 0 to r - 1.
 */
import { bn254 } from '@noble/curves/bn254.js'

/** The scalar field of BN254: `Fr.ORDER` is r. */
export const Fr = bn254.fields.Fr
/** Order of the curve's groups: signals and witnesses are integers modulo r. */
export const R = Fr.ORDER
/** Prime of the coordinates. */
export const P = bn254.fields.Fp.ORDER

/** `value` modulo r, from 0 to r - 1, also for negative values. */
export function toField(value: bigint | number): bigint {
  const rest = BigInt(value) % R
  return rest < 0n ? rest + R : rest
}

/** The representative from -(r - 1) / 2 to (r - 1) / 2: how gadgets read a negative number. */
export function toSigned(value: bigint): bigint {
  return value > R >> 1n ? value - R : value
}
