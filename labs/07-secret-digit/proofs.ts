/** Proofs for the checks. Made from the trapdoor: no witness, a few milliseconds, and nobody can tell the difference. */
import {
  decodeVerifyingKey,
  encodeProof,
  forge,
  type Proof,
  type Trapdoor,
  type VerifyingKey,
} from '@inkling/proof'
import { type Hex, toHex } from 'viem'

/** The key of this name in the text of `key.rs`. */
export function keyIn(text: string, name: 'DEVELOPMENT' | 'CEREMONY'): VerifyingKey {
  const list = new RegExp(`const ${name}: \\[u8; \\d+\\] = \\[([^\\]]*)\\]`).exec(text)?.[1]
  if (list === undefined) throw new Error(`key.rs has no ${name}: run setup.ts`)
  return decodeVerifyingKey(Uint8Array.from(list.match(/0x[0-9a-f]{2}/g) ?? [], Number))
}

/** A proof of this statement, as the contract takes it. */
export function simulated(key: VerifyingKey, trapdoor: Trapdoor, signals: readonly bigint[]): Uint8Array {
  return encodeProof(forge(key, trapdoor, signals))
}

/** The same proof in another form, which the equation takes as well: (-A, -B, C). */
export function malleated({ a, b, c }: Proof): Proof {
  return { a: a.negate(), b: b.negate(), c }
}

/** A copy with one 32-byte word replaced. */
export function withWord(bytes: Uint8Array, index: number, value: bigint): Uint8Array {
  const copy = bytes.slice()
  for (let i = 31, rest = value; i >= 0; i--, rest >>= 8n) copy[32 * index + i] = Number(rest & 255n)
  return copy
}

export function wordAt(bytes: Uint8Array, index: number): bigint {
  return BigInt(toHex(bytes.subarray(32 * index, 32 * index + 32)))
}

export const hex = (bytes: Uint8Array): Hex => toHex(bytes)
