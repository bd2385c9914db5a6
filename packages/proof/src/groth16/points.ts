import { bn254 } from '@noble/curves/bn254.js'
import { type Affine, type Coordinates, overFp, overFp2 } from './affine.ts'

export const G1 = bn254.G1.Point
export const G2 = bn254.G2.Point
export type PointG1 = InstanceType<typeof G1>
export type PointG2 = InstanceType<typeof G2>

/** What sums of many points need to know of a group. */
export interface Group<F, P> {
  field: Coordinates<F>
  zero: P
  base: P
  affine(point: P): Affine<F>
  point(affine: Affine<F>): P
  add(a: P, b: P): P
  double(a: P): P
}

export const groupG1: Group<bigint, PointG1> = {
  field: overFp,
  zero: G1.ZERO,
  base: G1.BASE,
  affine: (point) => (point.is0() ? undefined : point.toAffine()),
  point: (affine) => (affine ? G1.fromAffine(affine) : G1.ZERO),
  add: (a, b) => a.add(b),
  double: (a) => a.double(),
}

export const groupG2: Group<PointG2['X'], PointG2> = {
  field: overFp2,
  zero: G2.ZERO,
  base: G2.BASE,
  affine: (point) => (point.is0() ? undefined : point.toAffine()),
  point: (affine) => (affine ? G2.fromAffine(affine) : G2.ZERO),
  add: (a, b) => a.add(b),
  double: (a) => a.double(),
}
