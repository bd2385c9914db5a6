import { RandomnessError } from '../errors.ts'
import { R } from '../field.ts'

/** Where secrets come from: uniform integers from 1 to r - 1. */
export type RandomScalar = () => bigint

/** A uniform integer from 1 to r - 1, from the system's generator (`crypto.getRandomValues`). */
export const randomScalar: RandomScalar = () => {
  // 384 bits modulo r: the bias is below 2^-128.
  const bytes = crypto.getRandomValues(new Uint8Array(48))
  let value = 0n
  for (const byte of bytes) value = (value << 8n) | BigInt(byte)
  return (value % (R - 1n)) + 1n
}

/** Made by `fixedRandom`, under a test runner: nothing else replaces the system's generator. */
export const madeForTests = new WeakSet<RandomScalar>()

/** @throws RandomnessError for a source that `fixedRandom` didn't make. */
export function checkedRandom(random: RandomScalar | undefined): RandomScalar {
  if (random === undefined || random === randomScalar) return randomScalar
  if (!madeForTests.has(random)) throw new RandomnessError('The source given is not the system’s generator')
  return random
}
