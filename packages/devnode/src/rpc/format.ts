import { bytesToBigint, quantity, to0x } from '../bytes.ts'
import { logsBloom } from '../chain/bloom.ts'
import { type DecodedTx, signedAuthorizations } from '../chain/decodeTx.ts'
import { startBlockData } from '../chain/internalTx.ts'
import type { BlockRecord, LogRecord, TxRecord } from '../chain/types.ts'
import { BLOCK_GAS_LIMIT, CHAIN_ID, SEQUENCER } from '../constants.ts'

const ZERO_HASH = `0x${'00'.repeat(32)}`
const ZERO_BLOOM = `0x${'00'.repeat(256)}`
/** keccak256 of an empty RLP list: no uncles. */
const EMPTY_UNCLES = '0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347'
const ARBOS_SELF = '0x00000000000000000000000000000000000a4b05'
/** Bytes of an encoded header and of ArbOS's transaction, about. */
const BLOCK_OVERHEAD = 700
const x = (hex: string): `0x${string}` => `0x${hex}`

/** A header, as `newHeads` gives it. There is no state trie, so the roots are zero. */
export function formatHeader(block: BlockRecord): Record<string, unknown> {
  return {
    number: quantity(block.number),
    hash: x(block.hash),
    parentHash: x(block.parentHash),
    nonce: '0x0000000000000001',
    mixHash: ZERO_HASH,
    sha3Uncles: EMPTY_UNCLES,
    logsBloom: to0x(logsBloom(block.txs.flatMap((tx) => tx.logs))),
    transactionsRoot: ZERO_HASH,
    stateRoot: ZERO_HASH,
    receiptsRoot: ZERO_HASH,
    miner: SEQUENCER,
    difficulty: '0x1',
    extraData: ZERO_HASH,
    gasLimit: quantity(BLOCK_GAS_LIMIT),
    gasUsed: quantity(block.gasUsed),
    timestamp: quantity(block.timestamp),
    baseFeePerGas: quantity(block.baseFee),
    l1BlockNumber: '0x0',
    sendCount: '0x0',
    sendRoot: ZERO_HASH,
  }
}

export function formatBlock(
  block: BlockRecord,
  full: boolean,
  parent: BlockRecord | undefined,
): Record<string, unknown> {
  const internal = block.internalTx ? [full ? formatInternalTx(block, parent) : x(block.internalTx)] : []
  return {
    ...formatHeader(block),
    totalDifficulty: quantity(block.number + 1n),
    size: quantity(BLOCK_OVERHEAD + block.txs.reduce((n, tx) => n + tx.raw.length, 0)),
    uncles: [],
    transactions: [...internal, ...block.txs.map((tx) => (full ? formatTx(tx) : x(tx.hash)))],
  }
}

/** ArbOS's own transaction at the head of every block. */
export function formatInternalTx(
  block: BlockRecord,
  parent: BlockRecord | undefined,
): Record<string, unknown> {
  const seconds = block.timestamp - (parent?.timestamp ?? block.timestamp)
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
    input: to0x(startBlockData(block.number, seconds)),
    v: '0x0',
    r: '0x0',
    s: '0x0',
  }
}

export function formatInternalReceipt(block: BlockRecord): Record<string, unknown> {
  return {
    type: '0x6a',
    status: '0x1',
    transactionHash: x(block.internalTx as string),
    transactionIndex: '0x0',
    blockHash: x(block.hash),
    blockNumber: quantity(block.number),
    from: ARBOS_SELF,
    to: ARBOS_SELF,
    contractAddress: null,
    gasUsed: '0x0',
    cumulativeGasUsed: '0x0',
    effectiveGasPrice: quantity(block.baseFee),
    gasUsedForL1: '0x0',
    l1BlockNumber: '0x0',
    logs: [],
    logsBloom: ZERO_BLOOM,
  }
}

export function formatTx(tx: TxRecord): Record<string, unknown> {
  return {
    ...formatSignedTx(tx, tx.effectiveGasPrice),
    blockHash: x(tx.block.hash),
    blockNumber: quantity(tx.block.number),
    transactionIndex: quantity(tx.index),
  }
}

/** A transaction that waits for a block. */
export function formatPendingTx(tx: DecodedTx): Record<string, unknown> {
  return {
    ...formatSignedTx(tx, tx.maxFeePerGas),
    blockHash: null,
    blockNumber: null,
    transactionIndex: null,
  }
}

/** What the sender signed. */
export function formatSignedTx(
  tx: Omit<DecodedTx, 'authorizations'>,
  price: bigint,
): Record<string, unknown> {
  return {
    type: quantity(tx.type),
    hash: x(tx.hash),
    ...(tx.chainId === undefined ? {} : { chainId: quantity(tx.chainId) }),
    from: x(tx.from),
    to: tx.to === undefined ? null : x(tx.to),
    nonce: quantity(tx.nonce),
    gas: quantity(tx.gasLimit),
    gasPrice: quantity(tx.type < 2 ? tx.maxFeePerGas : price),
    ...(tx.type >= 2
      ? { maxFeePerGas: quantity(tx.maxFeePerGas), maxPriorityFeePerGas: quantity(tx.maxPriorityFeePerGas) }
      : {}),
    ...(tx.type > 0 ? { accessList: formatAccessList(tx.accessList), yParity: quantity(tx.v) } : {}),
    ...(tx.type === 4 ? { authorizationList: signedAuthorizations(tx.raw).map(formatAuthorization) } : {}),
    value: quantity(tx.value),
    input: to0x(tx.data),
    v: quantity(tx.v),
    r: quantity(tx.r),
    s: quantity(tx.s),
  }
}

export const formatAccessList = (list: DecodedTx['accessList']) =>
  list.map((a) => ({ address: x(a.address), storageKeys: a.storageKeys.map(x) }))

function formatAuthorization(fields: Uint8Array[]): Record<string, unknown> {
  const [chainId, address, nonce, yParity, r, s] = fields as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ]
  const number = (bytes: Uint8Array) => quantity(bytesToBigint(bytes))
  return {
    chainId: number(chainId),
    address: to0x(address),
    nonce: number(nonce),
    yParity: number(yParity),
    r: number(r),
    s: number(s),
  }
}

/** `index`: of the log among those of its transaction. */
export function formatLog(log: LogRecord, tx: TxRecord, index: number): Record<string, unknown> {
  return {
    address: x(log.address),
    topics: log.topics.map(x),
    data: to0x(log.data),
    blockNumber: quantity(tx.block.number),
    blockHash: x(tx.block.hash),
    blockTimestamp: quantity(tx.block.timestamp),
    transactionHash: x(tx.hash),
    transactionIndex: quantity(tx.index),
    logIndex: quantity(tx.firstLog + index),
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
    cumulativeGasUsed: quantity(tx.cumulativeGasUsed),
    effectiveGasPrice: quantity(tx.effectiveGasPrice),
    gasUsedForL1: '0x0',
    l1BlockNumber: '0x0',
    logs: tx.logs.map((log, i) => formatLog(log, tx, i)),
    logsBloom: to0x(logsBloom(tx.logs)),
  }
}
