import { bn254 } from '@noble/curves/bn254.js'
import { P } from '../field.ts'

const { Fp, Fp2 } = bn254.fields
type Fp2Value = Parameters<typeof Fp2.neg>[0]

/** A point by its coordinates; undefined is the point at infinity. */
export type Affine<F> = { readonly x: F; readonly y: F } | undefined

/** What adding points takes of a coordinate field. */
export interface Coordinates<F> {
  one: F
  mul(a: F, b: F): F
  sub(a: F, b: F): F
  double(a: F): F
  /** 3 a^2: above the line of a tangent, on curves without a linear term. */
  threeSquares(a: F): F
  equal(a: F, b: F): boolean
  isZero(a: F): boolean
  negate(a: F): F
  invert(a: F): F
}

/** Coordinates of G1. Plain bigint arithmetic: half of the time of a proof is spent in `mul`. */
export const overFp: Coordinates<bigint> = {
  one: 1n,
  mul: (a, b) => (a * b) % P,
  sub(a, b) {
    const difference = a - b
    return difference < 0n ? difference + P : difference
  },
  double(a) {
    const twice = a + a
    return twice >= P ? twice - P : twice
  },
  threeSquares: (a) => (3n * a * a) % P,
  equal: (a, b) => a === b,
  isZero: (a) => a === 0n,
  negate: (a) => (a === 0n ? a : P - a),
  invert: (a) => Fp.inv(a),
}

/** Coordinates of G2: a + b i with i^2 = -1. */
export const overFp2: Coordinates<Fp2Value> = {
  one: Fp2.ONE,
  mul(a, b) {
    const real = a.c0 * b.c0
    const both = a.c1 * b.c1
    const rest = (real - both) % P
    return {
      c0: rest < 0n ? rest + P : rest,
      c1: ((a.c0 + a.c1) * (b.c0 + b.c1) - real - both) % P,
    }
  },
  sub: (a, b) => ({ c0: overFp.sub(a.c0, b.c0), c1: overFp.sub(a.c1, b.c1) }),
  double: (a) => ({ c0: overFp.double(a.c0), c1: overFp.double(a.c1) }),
  threeSquares(a) {
    const real = (3n * (a.c0 + a.c1) * (a.c0 - a.c1)) % P
    return { c0: real < 0n ? real + P : real, c1: (6n * a.c0 * a.c1) % P }
  },
  equal: (a, b) => a.c0 === b.c0 && a.c1 === b.c1,
  isZero: (a) => a.c0 === 0n && a.c1 === 0n,
  negate: (a) => ({ c0: overFp.negate(a.c0), c1: overFp.negate(a.c1) }),
  invert: (a) => Fp2.inv(a),
}

export function negatePoint<F>(field: Coordinates<F>, point: Affine<F>): Affine<F> {
  return point && { x: point.x, y: field.negate(point.y) }
}

/**
 * left[i] + right[i] for many pairs at once. Affine addition needs a division, and one division serves all pairs
 * (Montgomery's trick): about 6 multiplications a pair where projective coordinates take 14.
 */
export function addPairs<F>(
  field: Coordinates<F>,
  left: readonly Affine<F>[],
  right: readonly Affine<F>[],
): Affine<F>[] {
  const count = left.length
  const sums = new Array<Affine<F>>(count)
  const slopesBelow: F[] = []
  const products: F[] = []
  const waiting: number[] = []
  let product = field.one
  for (let i = 0; i < count; i++) {
    const [a, b] = [left[i], right[i]]
    if (a === undefined || b === undefined) {
      sums[i] = a ?? b
      continue
    }
    const same = field.equal(a.x, b.x)
    // P + (-P), and doubling a point of order two, which BN254 does not have: infinity.
    if (same && (!field.equal(a.y, b.y) || field.isZero(a.y))) {
      sums[i] = undefined
      continue
    }
    const below = same ? field.double(a.y) : field.sub(b.x, a.x)
    waiting.push(i)
    slopesBelow.push(below)
    products.push(product)
    product = field.mul(product, below)
  }
  if (waiting.length === 0) return sums
  let inverse = field.invert(product)
  for (let k = waiting.length - 1; k >= 0; k--) {
    const i = waiting[k]!
    const [a, b] = [left[i]!, right[i]!]
    const perBelow = field.mul(inverse, products[k]!)
    inverse = field.mul(inverse, slopesBelow[k]!)
    const above = field.equal(a.x, b.x) ? field.threeSquares(a.x) : field.sub(b.y, a.y)
    const slope = field.mul(above, perBelow)
    const x = field.sub(field.sub(field.mul(slope, slope), a.x), b.x)
    sums[i] = { x, y: field.sub(field.mul(slope, field.sub(a.x, x)), a.y) }
  }
  return sums
}
