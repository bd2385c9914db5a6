import { RLP } from '@ethereumjs/rlp'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { bigintToBytes, bytesToHex, concatBytes, hexToBytes } from '../bytes.ts'
import { CHAIN_ID } from '../constants.ts'

/** Selector of `startBlock(uint256 l1BaseFee, uint64 l1BlockNumber, uint64 l2BlockNumber, uint64 timePassed)`. */
const START_BLOCK = hexToBytes('6bf6a42d')

/** Calldata of ArbOS's own transaction at the head of block `number`, `seconds` after the one before. No L1: zeros. */
export function startBlockData(number: bigint, seconds: bigint): Uint8Array {
  return concatBytes(START_BLOCK, ...[0n, 0n, number, seconds].map((n) => bigintToBytes(n)))
}

/** Its hash: that of type 0x6a and the RLP of chain id and calldata. Hex, no prefix. */
export function startBlockHash(number: bigint, seconds: bigint): string {
  const body = RLP.encode([BigInt(CHAIN_ID), startBlockData(number, seconds)])
  return bytesToHex(keccak_256(concatBytes(new Uint8Array([0x6a]), body)))
}
