import { keccak_256 } from '@noble/hashes/sha3.js'
import { hexToBytes } from '../bytes.ts'
import type { LogRecord } from './types.ts'

/** The 2048-bit Bloom filter of logs (Yellow Paper, 4.3.1): three bits for each address and topic. */
export function logsBloom(logs: readonly LogRecord[]): Uint8Array {
  const bloom = new Uint8Array(256)
  for (const log of logs) for (const item of [log.address, ...log.topics]) add(bloom, hexToBytes(item))
  return bloom
}

function add(bloom: Uint8Array, item: Uint8Array): void {
  const hash = keccak_256(item)
  for (const i of [0, 2, 4]) {
    const bit = (((hash[i] as number) << 8) | (hash[i + 1] as number)) & 2047
    const at = 255 - (bit >> 3)
    bloom[at] = (bloom[at] as number) | (1 << (bit & 7))
  }
}
