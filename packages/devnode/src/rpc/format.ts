import { quantity, to0x } from '../bytes.ts'
import type { BlockRecord, LogRecord, TxRecord } from '../chain/types.ts'
import { BLOCK_GAS_LIMIT, CHAIN_ID, SEQUENCER } from '../constants.ts'

const ZERO_HASH = `0x${'00'.repeat(32)}`
/** keccak256 of an empty RLP list: no uncles. */
const EMPTY_UNCLES = '0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347'
const BLOOM = `0x${'00'.repeat(256)}`
const ARBOS_SELF = '0x00000000000000000000000000000000000a4b05'
const x = (hex: string): `0x${string}` => `0x${hex}`

export function formatBlock(block: BlockRecord, full: boolean): Record<string, unknown> {
  const internal = block.internalTx ? [full ? formatInternalTx(block) : x(block.internalTx)] : []
  return {
    number: quantity(block.number),
    hash: x(block.hash),
    parentHash: x(block.parentHash),
    nonce: '0x0000000000000001',
    mixHash: ZERO_HASH,
    sha3Uncles: EMPTY_UNCLES,
    logsBloom: BLOOM,
    transactionsRoot: ZERO_HASH,
    stateRoot: ZERO_HASH,
    receiptsRoot: ZERO_HASH,
    miner: SEQUENCER,
    difficulty: '0x1',
    totalDifficulty: '0x1',
    extraData: ZERO_HASH,
    size: '0x0',
    gasLimit: quantity(BLOCK_GAS_LIMIT),
    gasUsed: quantity(block.gasUsed),
    timestamp: quantity(block.timestamp),
    baseFeePerGas: quantity(block.baseFee),
    l1BlockNumber: '0x0',
    sendCount: '0x0',
    sendRoot: ZERO_HASH,
    uncles: [],
    transactions: [...internal, ...block.txs.map((tx) => (full ? formatTx(tx) : x(tx.hash)))],
  }
}

/** ArbOS's own transaction at the head of every block. */
export function formatInternalTx(block: BlockRecord): Record<string, unknown> {
  return {
    type: '0x6a',
    hash: x(block.internalTx as string),
    blockHash: x(block.hash),
    blockNumber: quantity(block.number),
    transactionIndex: '0x0',
    chainId: quantity(CHAIN_ID),
    from: ARBOS_SELF,
    to: ARBOS_SELF,
    nonce: '0x0',
    gas: '0x0',
    gasPrice: '0x0',
    value: '0x0',
    input: '0x',
    v: '0x0',
    r: '0x0',
    s: '0x0',
  }
}

export function formatTx(tx: TxRecord): Record<string, unknown> {
  const typed = tx.type > 0
  return {
    type: quantity(tx.type),
    hash: x(tx.hash),
    blockHash: x(tx.block.hash),
    blockNumber: quantity(tx.block.number),
    transactionIndex: quantity(tx.index),
    ...(tx.chainId === undefined ? {} : { chainId: quantity(tx.chainId) }),
    from: x(tx.from),
    to: tx.to === undefined ? null : x(tx.to),
    nonce: quantity(tx.nonce),
    gas: quantity(tx.gasLimit),
    gasPrice: quantity(tx.type < 2 ? tx.maxFeePerGas : tx.effectiveGasPrice),
    ...(tx.type >= 2
      ? { maxFeePerGas: quantity(tx.maxFeePerGas), maxPriorityFeePerGas: quantity(tx.maxPriorityFeePerGas) }
      : {}),
    ...(typed
      ? {
          accessList: tx.accessList.map((a) => ({
            address: x(a.address),
            storageKeys: a.storageKeys.map(x),
          })),
          yParity: quantity(tx.v),
        }
      : {}),
    value: quantity(tx.value),
    input: to0x(tx.data),
    v: quantity(tx.v),
    r: quantity(tx.r),
    s: quantity(tx.s),
  }
}

export function formatLog(log: LogRecord, tx: TxRecord, logIndex: number): Record<string, unknown> {
  return {
    address: x(log.address),
    topics: log.topics.map(x),
    data: to0x(log.data),
    blockNumber: quantity(tx.block.number),
    blockHash: x(tx.block.hash),
    transactionHash: x(tx.hash),
    transactionIndex: quantity(tx.index),
    logIndex: quantity(logIndex),
    removed: false,
  }
}

export function formatReceipt(tx: TxRecord): Record<string, unknown> {
  return {
    type: quantity(tx.type),
    status: tx.success ? '0x1' : '0x0',
    transactionHash: x(tx.hash),
    transactionIndex: quantity(tx.index),
    blockHash: x(tx.block.hash),
    blockNumber: quantity(tx.block.number),
    from: x(tx.from),
    to: tx.to === undefined ? null : x(tx.to),
    contractAddress: tx.contractAddress === undefined ? null : x(tx.contractAddress),
    gasUsed: quantity(tx.gasUsed),
    cumulativeGasUsed: quantity(tx.gasUsed),
    effectiveGasPrice: quantity(tx.effectiveGasPrice),
    gasUsedForL1: '0x0',
    l1BlockNumber: '0x0',
    logs: tx.logs.map((log, i) => formatLog(log, tx, i)),
    logsBloom: BLOOM,
  }
}
