import { and, i64, mul, type Node, or, shrU, sub, xor } from '../ir/nodes.ts'

/**
 * The larger of two fields, for all fields of two words at once. A bit above each field of `a` is still there after
 * b is taken off where a >= b, and spreads to a mask that chooses.
 *
 * @param positions lowest bit of each field; above its `bits` one bit has to be free.
 */
export function packedMax(a: Node, b: Node, positions: readonly number[], bits: number): Node {
  const ones = positions.reduce((word, pos) => word | (1n << BigInt(pos)), 0n)
  const guarded = or(a, i64(ones << BigInt(bits)))
  const larger = and(shrU(sub(guarded, b), bits), i64(ones))
  return xor(b, and(xor(a, b), mul(larger, i64((1n << BigInt(bits)) - 1n))))
}
