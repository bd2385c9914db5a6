import { Fr } from '../field.ts'
import type { ProvingKey } from './keys.ts'
import { G1, G2 } from './points.ts'
import { type RandomScalar, randomScalar } from './random.ts'

/**
 * Adds one party to the second phase: delta becomes delta * d, with a d that nobody keeps. The trapdoor of the key
 * before is worth nothing against the key after. (Bowe, Gabizon, Miers 2017, for Groth16.)
 */
export function contribute(key: ProvingKey, random: RandomScalar = randomScalar): ProvingKey {
  const d = random()
  const inverse = Fr.inv(d)
  return {
    ...key,
    verifyingKey: { ...key.verifyingKey, delta: key.verifyingKey.delta.multiplyUnsafe(d) },
    delta1: key.delta1.multiplyUnsafe(d),
    c: key.c.map((point) => (point.is0() ? point : point.multiplyUnsafe(inverse))),
    h: key.h.map((point) => point.multiplyUnsafe(inverse)),
  }
}

export const generators = { G1: G1.BASE, G2: G2.BASE }
