import type { DecodedTx } from './decodeTx.ts'

/** Everything below: addresses and hashes in hex without prefix. */
export interface LogRecord {
  address: string
  topics: string[]
  data: Uint8Array
}

/** A transaction with its receipt: it is executed when it arrives, so the two are born together. */
export interface TxRecord extends DecodedTx {
  block: BlockRecord
  /** From 1: index 0 is ArbOS's own transaction. */
  index: number
  success: boolean
  gasUsed: bigint
  cumulativeGasUsed: bigint
  effectiveGasPrice: bigint
  contractAddress: string | undefined
  logs: LogRecord[]
  /** Index of its first log in the block. */
  firstLog: number
  /** What is needed to run it again; absent where the state before it is gone (a loaded chain). */
  rerun: Rerun | undefined
}

export interface Rerun {
  /** Where the state's undo log stood before it. */
  position: number
  /** Programs that the block had called before it (ArbOS 60). */
  recentPrograms: readonly string[]
}

export interface BlockRecord {
  number: bigint
  hash: string
  parentHash: string
  timestamp: bigint
  baseFee: bigint
  gasUsed: bigint
  /** Hash of ArbOS's own transaction at index 0; absent in the genesis block. */
  internalTx: string | undefined
  txs: TxRecord[]
  /** Where the state's undo log stood after this block; absent where that state is gone (a loaded chain). */
  position: number | undefined
}

/** Told about what happens to the chain, in order. */
export interface ChainListener {
  blockAdded?(block: BlockRecord): void
  /** Blocks that a snapshot's return took back, oldest first. */
  blocksRemoved?(blocks: readonly BlockRecord[]): void
  /** A transaction arrived, before it is in a block. */
  txArrived?(hash: string): void
}
