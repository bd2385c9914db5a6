/** A mind's name, as the name service says it. Its seed is a hash, because the service draws from its bytes as they are. */
import { nameFromSeed } from '@inkling/model/names'
import { concatHex, type Hex, hexToBytes, keccak256, toHex } from 'viem'

export function nameOf(dna: Hex): string {
  return nameFromSeed(hexToBytes(keccak256(concatHex([dna, toHex('name')]))))
}
