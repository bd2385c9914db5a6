/** For tests only: `@inkling/proof/testing`. */
import { RandomnessError } from './errors.ts'
import { R } from './field.ts'
import { madeForTests, type RandomScalar } from './groth16/random.ts'

export { fillWitness } from './circuit/circuit.ts'

/**
 * The same scalars for the same seed, so that a golden file can be made again. Proofs made with it give their witness
 * away to whoever knows the seed.
 *
 * @throws RandomnessError outside of a test runner (vitest, `node --test`, NODE_ENV=test).
 */
export function fixedRandom(seed: bigint | number): RandomScalar {
  const env = globalThis.process?.env ?? {}
  if (!env.VITEST && env.NODE_ENV !== 'test' && !env.NODE_TEST_CONTEXT)
    throw new RandomnessError('Fixed randomness was asked for outside of a test')
  let state = ((BigInt(seed) % R) + R) % R
  const random: RandomScalar = () => {
    // x -> x^5 + 7 walks the field far enough for tests; it hides nothing.
    const square = (state * state) % R
    state = ((((square * square) % R) * state) % R) + 7n
    return (state % (R - 1n)) + 1n
  }
  madeForTests.add(random)
  return random
}
