import { keccak_256 } from '@noble/hashes/sha3.js'
import { ProofFormatError } from '../errors.ts'
import { R } from '../field.ts'
import { joinWords, pointG1, pointG2, readWord, wordsG1, wordsG2 } from './codec.ts'
import type { VerifyingKey } from './keys.ts'

/** Words before the points of IC: alpha (2), beta, gamma and delta (4 each). */
const HEAD_WORDS = 14

/** Bytes of a key for so many public signals: 704 for three. */
export function verifyingKeyBytes(publicCount: number): number {
  return 32 * (HEAD_WORDS + 2 * (publicCount + 1))
}

/**
 * A verifying key as big-endian 32-byte words in the order of the precompiles (G2: imaginary part first): alpha, beta,
 * gamma, delta, IC[0], IC[1] ... The bytes that a contract stores and whose keccak names the model.
 */
export function encodeVerifyingKey(key: VerifyingKey): Uint8Array {
  return joinWords([
    ...wordsG1(key.alpha),
    ...[key.beta, key.gamma, key.delta].flatMap(wordsG2),
    ...key.ic.flatMap(wordsG1),
  ])
}

/** @throws ProofFormatError for a wrong length, or naming the first point that is none. */
export function decodeVerifyingKey(bytes: Uint8Array): VerifyingKey {
  if (bytes.length < verifyingKeyBytes(0) || (bytes.length - verifyingKeyBytes(0)) % 64 !== 0)
    throw new ProofFormatError(
      'The verifying key',
      `has ${bytes.length} bytes; a key has 512 and 64 more a public signal`,
    )
  const w = Array.from({ length: bytes.length / 32 }, (_, i) => readWord(bytes, 32 * i))
  const second = (at: number, name: string) =>
    pointG2([w[at + 1]!, w[at]!], [w[at + 3]!, w[at + 2]!], `The verifying key's ${name}`)
  const first = (at: number, name: string) => pointG1(w[at]!, w[at + 1]!, `The verifying key's ${name}`)
  const count = (w.length - HEAD_WORDS) / 2
  return {
    alpha: first(0, 'alpha'),
    beta: second(2, 'beta'),
    gamma: second(6, 'gamma'),
    delta: second(10, 'delta'),
    ic: Array.from({ length: count }, (_, i) => first(HEAD_WORDS + 2 * i, `IC[${i}]`)),
  }
}

/** keccak256 of `encodeVerifyingKey`, 0x-hex: the identity of a circuit and its set-up, shown beside the model's hash. */
export function verifyingKeyHash(key: VerifyingKey): `0x${string}` {
  const hash = keccak_256(encodeVerifyingKey(key))
  return `0x${[...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

/** Public signals as big-endian words. @throws ProofFormatError for one outside 0 ... r - 1. */
export function encodeSignals(signals: readonly bigint[]): Uint8Array {
  for (const [i, signal] of signals.entries())
    if (signal < 0n || signal >= R) throw new ProofFormatError(`Public signal ${i}`, 'is not from 0 to r - 1')
  return joinWords(signals)
}
