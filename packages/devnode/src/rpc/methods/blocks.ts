import { quantity, to0x } from '../../bytes.ts'
import type { Chain } from '../../chain/chain.ts'
import type { BlockRecord } from '../../chain/types.ts'
import { findBlock } from '../blockTag.ts'
import type { RpcMethods } from '../context.ts'
import {
  formatBlock,
  formatInternalReceipt,
  formatInternalTx,
  formatPendingTx,
  formatReceipt,
  formatTx,
} from '../format.ts'
import { hash, uint } from '../params.ts'

const parentOf = (chain: Chain, block: BlockRecord): BlockRecord | undefined =>
  chain.blocks[Number(block.number) - 1]

const full = (chain: Chain, block: BlockRecord | undefined, txs: unknown) =>
  block ? formatBlock(block, txs === true, parentOf(chain, block)) : null

function txAt(chain: Chain, block: BlockRecord | undefined, index: unknown): unknown {
  const at = Number(uint(index, 'transaction index'))
  if (!block) return null
  if (at === 0) return block.internalTx ? formatInternalTx(block, parentOf(chain, block)) : null
  const tx = block.txs[at - 1]
  return tx ? formatTx(tx) : null
}

const txCount = (block: BlockRecord | undefined): string | null =>
  block ? quantity(block.txs.length + (block.internalTx ? 1 : 0)) : null

const byHash = (chain: Chain, value: unknown) => chain.block(hash(value, 'block hash'))
const internalBlock = (chain: Chain, txHash: string) => chain.blocks.find((b) => b.internalTx === txHash)

/** Blocks, transactions and receipts. Index 0 of every block is ArbOS's own transaction. */
export const blockMethods: RpcMethods = {
  eth_getBlockByNumber: ({ chain }, [tag, txs]) => full(chain, findBlock(chain, tag), txs),
  eth_getBlockByHash: ({ chain }, [h, txs]) => full(chain, byHash(chain, h), txs),
  eth_getBlockTransactionCountByNumber: ({ chain }, [tag]) => txCount(findBlock(chain, tag)),
  eth_getBlockTransactionCountByHash: ({ chain }, [h]) => txCount(byHash(chain, h)),
  eth_getBlockReceipts: ({ chain }, [tag]) => {
    const block = findBlock(chain, tag)
    if (!block) return null
    return [...(block.internalTx ? [formatInternalReceipt(block)] : []), ...block.txs.map(formatReceipt)]
  },
  eth_getUncleCountByBlockNumber: ({ chain }, [tag]) => (findBlock(chain, tag) ? '0x0' : null),
  eth_getUncleCountByBlockHash: ({ chain }, [h]) => (byHash(chain, h) ? '0x0' : null),
  eth_getUncleByBlockNumberAndIndex: () => null,
  eth_getUncleByBlockHashAndIndex: () => null,

  eth_getTransactionByHash: ({ chain }, [h]) => {
    const wanted = hash(h, 'transaction hash')
    const tx = chain.txs.get(wanted)
    if (tx) return formatTx(tx)
    const pending = chain.pool.get(wanted)
    if (pending) return formatPendingTx(pending)
    const block = internalBlock(chain, wanted)
    return block ? formatInternalTx(block, parentOf(chain, block)) : null
  },
  eth_getTransactionReceipt: ({ chain }, [h]) => {
    const wanted = hash(h, 'transaction hash')
    const tx = chain.txs.get(wanted)
    if (tx) return formatReceipt(tx)
    const block = internalBlock(chain, wanted)
    return block ? formatInternalReceipt(block) : null
  },
  eth_getTransactionByBlockNumberAndIndex: ({ chain }, [tag, index]) =>
    txAt(chain, findBlock(chain, tag), index),
  eth_getTransactionByBlockHashAndIndex: ({ chain }, [h, index]) => txAt(chain, byHash(chain, h), index),
  eth_getRawTransactionByHash: ({ chain }, [h]) => {
    const wanted = hash(h, 'transaction hash')
    const tx = chain.txs.get(wanted) ?? chain.pool.get(wanted)
    return tx ? to0x(tx.raw) : '0x'
  },
}
