import { encodeVerifyingKey, verifyingKeyHash } from './key-codec.ts'
import type { VerifyingKey } from './keys.ts'

/**
 * The bytes of a verifying key as a Rust constant, for a contract that compiles its key in:
 * `pub const VERIFYING_KEY: [u8; 704] = [...]` (three public signals), in the layout of `encodeVerifyingKey`.
 */
export function verifyingKeyToRust(key: VerifyingKey, name = 'VERIFYING_KEY'): string {
  const bytes = encodeVerifyingKey(key)
  const lines: string[] = []
  for (let at = 0; at < bytes.length; at += 16)
    lines.push(`    ${[...bytes.subarray(at, at + 16)].map(hexByte).join(', ')},`)
  return [
    `/// Verifying key, ${key.ic.length - 1} public signals, keccak256 ${verifyingKeyHash(key)}.`,
    `/// Big-endian words in the order of the precompiles: alpha, beta, gamma, delta, IC.`,
    '#[rustfmt::skip]',
    `pub const ${name}: [u8; ${bytes.length}] = [`,
    ...lines,
    '];',
    '',
  ].join('\n')
}

function hexByte(byte: number): string {
  return `0x${byte.toString(16).padStart(2, '0')}`
}
