import { multiScalarNow } from './multi-scalar.ts'
import { groupG2, type PointG2 } from './points.ts'

/** The twist's other subgroups have at least 10,069 points: one random sum misses a stray point once in about 9,300. */
const ROUNDS = 10

/**
 * Whether all points are of order r, by random sums of them: a stray point slips through with probability 2^-131. A key
 * with points of a small subgroup would let its maker read sums of the witness, which no blinding hides there.
 */
export function inSubgroup(points: readonly PointG2[]): boolean {
  for (let round = 0; round < ROUNDS; round++) {
    const weights = new Uint16Array(points.length)
    for (let at = 0; at < weights.length; at += 32_768)
      crypto.getRandomValues(weights.subarray(at, at + 32_768))
    const sum = multiScalarNow(groupG2, points, Array.from(weights, BigInt))
    if (!sum.isTorsionFree()) return false
  }
  return true
}
