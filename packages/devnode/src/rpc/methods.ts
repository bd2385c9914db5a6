import { quantity, to0x } from '../bytes.ts'
import type { Chain } from '../chain/chain.ts'
import { decodeTx } from '../chain/decodeTx.ts'
import { CHAIN_ID } from '../constants.ts'
import { invalidParams } from '../errors.ts'
import { blockAt, findBlock } from './blockTag.ts'
import { callError, readCall, simulate } from './call.ts'
import { estimateGas } from './estimate.ts'
import { formatBlock, formatInternalTx, formatReceipt, formatTx } from './format.ts'
import { getLogs } from './logs.ts'
import { address, bytes, hash, serverError, slot, uint } from './params.ts'
import { profileOf } from './profile.ts'
import { stylusTrace } from './trace.ts'

export type Params = readonly unknown[]
export type RpcMethod = (chain: Chain, params: Params) => unknown

const VERSION = 'inkling-devnode/0.1.0'

/** The JSON-RPC surface. Methods run one at a time, so each sees a settled state. */
export const RPC_METHODS: Readonly<Record<string, RpcMethod>> = {
  web3_clientVersion: () => VERSION,
  net_version: () => String(CHAIN_ID),
  net_listening: () => true,
  eth_chainId: () => quantity(CHAIN_ID),
  eth_syncing: () => false,
  eth_blockNumber: (chain) => quantity(chain.head.number),
  eth_gasPrice: (chain) => quantity(chain.nextBlockInfo().baseFee),
  eth_maxPriorityFeePerGas: () => '0x0',
  eth_feeHistory: (chain, [count, newest]) => feeHistory(chain, count, newest),

  eth_getBlockByNumber: (chain, [tag, full]) => {
    const block = findBlock(chain, tag)
    return block ? formatBlock(block, full === true) : null
  },
  eth_getBlockByHash: (chain, [h, full]) => {
    const block = chain.block(hash(h, 'block hash'))
    return block ? formatBlock(block, full === true) : null
  },
  eth_getBlockTransactionCountByNumber: (chain, [tag]) => quantity(txCount(findBlock(chain, tag))),
  eth_getBlockTransactionCountByHash: (chain, [h]) => quantity(txCount(chain.block(hash(h, 'block hash')))),
  eth_getBlockReceipts: (chain, [tag]) => findBlock(chain, tag)?.txs.map(formatReceipt) ?? null,

  eth_getBalance: (chain, [a, tag]) => {
    const account = address(a)
    return chain.at(blockAt(chain, tag), () => quantity(chain.state.balance(account)))
  },
  eth_getCode: (chain, [a, tag]) => {
    const account = address(a)
    return chain.at(blockAt(chain, tag), () => to0x(chain.state.code(account)))
  },
  eth_getStorageAt: (chain, [a, s, tag]) => {
    const [account, key] = [address(a), slot(s)]
    return chain.at(blockAt(chain, tag), () => to0x(chain.state.slot(account, key) ?? new Uint8Array(32)))
  },
  eth_getTransactionCount: (chain, [a, tag]) => {
    const account = address(a)
    return chain.at(blockAt(chain, tag), () => quantity(chain.state.account(account)?.nonce ?? 0n))
  },
  eth_getProof: () => {
    throw serverError('eth_getProof is not available: the devnode keeps no state trie')
  },

  eth_call: (chain, [call, tag, overrides]) => {
    const read = readCall(call)
    return chain.at(blockAt(chain, tag), async () => {
      const { result } = await simulate(chain, read, overrides)
      if (result.exceptionError) throw callError(result)
      return to0x(result.returnValue)
    })
  },
  eth_estimateGas: (chain, [call, tag, overrides]) => {
    const read = readCall(call)
    return chain.at(blockAt(chain, tag), () => estimateGas(chain, read, overrides))
  },
  /** Cost of a call by cause. Not a nitro method. */
  stylus_profile: (chain, [call, tag, overrides]) => {
    const read = readCall(call)
    return chain.at(blockAt(chain, tag), async () =>
      profileOf(await simulate(chain, read, overrides), read.data),
    )
  },

  eth_sendRawTransaction: async (chain, [raw]) => {
    const tx = decodeTx(bytes(raw, 'the raw transaction'))
    if (chain.txs.has(tx.hash)) throw serverError('already known')
    return `0x${(await chain.include(tx)).hash}`
  },
  eth_getTransactionByHash: (chain, [h]) => {
    const wanted = hash(h, 'transaction hash')
    const tx = chain.txs.get(wanted)
    if (tx) return formatTx(tx)
    const block = chain.blocks.find((b) => b.internalTx === wanted)
    return block ? formatInternalTx(block) : null
  },
  eth_getTransactionReceipt: (chain, [h]) => {
    const tx = chain.txs.get(hash(h, 'transaction hash'))
    return tx ? formatReceipt(tx) : null
  },
  eth_getLogs: (chain, [filter]) => getLogs(chain, filter),

  debug_traceTransaction: (chain, [h, options]) => {
    const tx = chain.txs.get(hash(h, 'transaction hash'))
    if (!tx) throw serverError(`transaction ${String(h)} not found`)
    return stylusTrace(tx.trace, options)
  },

  evm_mine: (chain) => {
    chain.mine()
    return '0x0'
  },
  evm_increaseTime: (chain, [seconds]) => {
    chain.timeOffset += uint(seconds, 'seconds')
    return quantity(chain.timeOffset)
  },
  evm_snapshot: (chain) => quantity(chain.head.number),
  evm_revert: (chain, [id]) => {
    const number = Number(uint(id, 'snapshot id'))
    if (number >= chain.blocks.length) throw invalidParams(`there is no snapshot ${String(id)}`)
    chain.rollBack(number)
    return true
  },
}

const txCount = (block: ReturnType<typeof findBlock>): number =>
  block ? block.txs.length + (block.internalTx ? 1 : 0) : 0

function feeHistory(chain: Chain, count: unknown, newest: unknown): unknown {
  const last = blockAt(chain, newest)
  const n = Math.min(1024, Number(uint(count, 'block count')), Number(last.number) + 1)
  const blocks = chain.blocks.slice(Number(last.number) + 1 - n, Number(last.number) + 1)
  return {
    oldestBlock: quantity(blocks[0]?.number ?? last.number),
    baseFeePerGas: [...blocks.map((b) => quantity(b.baseFee)), quantity(chain.nextBlockInfo().baseFee)],
    gasUsedRatio: blocks.map((b) => Number(b.gasUsed) / Number(1n << 50n)),
  }
}
