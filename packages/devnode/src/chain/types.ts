import type { TraceStep } from '../stylus/world.ts'
import type { Executed } from './execute.ts'

/** Everything below: addresses and hashes in hex without prefix. */
export interface LogRecord {
  address: string
  topics: string[]
  data: Uint8Array
}

/** A transaction with its receipt: it is executed when it arrives, so the two are born together. */
export interface TxRecord {
  hash: string
  type: number
  from: string
  to: string | undefined
  nonce: bigint
  value: bigint
  data: Uint8Array
  gasLimit: bigint
  maxFeePerGas: bigint
  maxPriorityFeePerGas: bigint
  chainId: bigint | undefined
  accessList: { address: string; storageKeys: string[] }[]
  v: bigint
  r: bigint
  s: bigint
  raw: Uint8Array

  block: BlockRecord
  index: number
  success: boolean
  gasUsed: bigint
  effectiveGasPrice: bigint
  contractAddress: string | undefined
  logs: LogRecord[]
  trace: TraceStep[]
  executed: Executed
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
  /** Where the state's undo log stood after this block. */
  position: number
}
