import { Fr } from '../field.ts'
import type { ProvingKey } from './keys.ts'
import { groupG1 } from './points.ts'
import { checkedRandom, type RandomScalar } from './random.ts'
import { sameScalar } from './same-scalar.ts'
import { Turns, type WorkOptions } from './turns.ts'

/**
 * Adds one party to the second phase: delta becomes delta * d, with a d that nobody keeps. The trapdoor of the key
 * before is worth nothing against the key after. (Bowe, Gabizon, Miers 2017, for Groth16.)
 */
export async function contribute(
  key: ProvingKey,
  options: WorkOptions & { random?: RandomScalar } = {},
): Promise<ProvingKey> {
  const turns = new Turns(options, ['C', 'H'])
  await turns.next()
  const d = checkedRandom(options.random)()
  const inverse = Fr.inv(d)
  const c = await sameScalar(groupG1, key.c, inverse, turns)
  await turns.next()
  const h = await sameScalar(groupG1, key.h, inverse, turns)
  turns.end()
  return {
    ...key,
    verifyingKey: { ...key.verifyingKey, delta: key.verifyingKey.delta.multiplyUnsafe(d) },
    delta1: key.delta1.multiplyUnsafe(d),
    c,
    h,
  }
}
