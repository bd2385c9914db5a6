import { describe, expect, test } from 'vitest'
import { R } from '../field.ts'
import { addPairs } from './affine.ts'
import { fixedBase } from './fixed-base.ts'
import { multiScalar } from './multi-scalar.ts'
import { type Group, groupG1, groupG2 } from './points.ts'
import { sameScalar } from './same-scalar.ts'

/** Scalars as circuits have them: zeros, bits, small and negative ones, full ones, and the ends of every window. */
function scalars(count: number): bigint[] {
  const special = [
    0n,
    1n,
    2n,
    R - 1n,
    R - 2n,
    R >> 1n,
    (R >> 1n) + 1n,
    2n ** 128n,
    255n,
    256n,
    257n,
    2n ** 253n,
  ]
  return Array.from(
    { length: count },
    (_, i) => special[i] ?? (i % 3 ? BigInt(i % 2) : 7n ** BigInt(80 + i) % R),
  )
}

interface Point<P> {
  add(other: P): P
  equals(other: P): boolean
  negate(): P
  multiplyUnsafe(scalar: bigint): P
}

function check<F, P extends Point<P>>(name: string, group: Group<F, P>, count: number) {
  const times = (scalar: bigint) => group.base.multiplyUnsafe(scalar)
  const points = Array.from({ length: count }, (_, i) =>
    i % 11 === 10 ? group.zero : times(3n ** BigInt(i + 1) % R),
  )

  describe(name, () => {
    test('a sum of products is the sum of the products, repeated and opposite points included', async () => {
      const list = [...points, points[1]!, points[1]!, points[2]!, points[2]!.negate()]
      const factors = [...scalars(count), 5n, 5n, 9n, 9n]
      const naive = list.reduce((sum, point, i) => sum.add(point.multiplyUnsafe(factors[i]!)), group.zero)
      expect((await multiScalar(group, list, factors)).equals(naive)).toBe(true)
    })

    test('nothing but zeros, and no points, is infinity', async () => {
      const zeros = points.map(() => 0n)
      expect((await multiScalar(group, points, zeros)).equals(group.zero)).toBe(true)
      expect((await multiScalar(group, [], [])).equals(group.zero)).toBe(true)
      const cancelling = await multiScalar(group, [points[0]!, points[0]!], [4n, R - 4n])
      expect(cancelling.equals(group.zero)).toBe(true)
    })

    test('one base times many scalars', async () => {
      const factors = scalars(count)
      const products = await fixedBase(group, group.base, factors)
      for (const [i, factor] of factors.entries())
        expect(products[i]!.equals(times(factor)), `scalar ${factor}`).toBe(true)
    })

    test('many points times one scalar', async () => {
      for (const factor of [1n, 2n, R - 1n, 7n ** 80n % R]) {
        const products = await sameScalar(group, points, factor)
        for (const [i, point] of points.entries())
          expect(products[i]!.equals(point.multiplyUnsafe(factor))).toBe(true)
      }
    })

    test('pairs: sums, doubles, opposites and infinity in one batch', () => {
      const [p, q] = [group.affine(points[0]!)!, group.affine(points[1]!)!]
      const negative = { x: p.x, y: group.field.negate(p.y) }
      const sums = addPairs(
        group.field,
        [p, p, p, undefined, q, undefined],
        [q, p, negative, q, undefined, undefined],
      )
      const [a, b] = [points[0]!, points[1]!]
      const expected = [a.add(b), a.add(a), group.zero, b, b, group.zero]
      expect(sums.map((sum, i) => group.point(sum).equals(expected[i]!))).toEqual(expected.map(() => true))
    })
  })
}

check('G1', groupG1, 90)
check('G2', groupG2, 24)
