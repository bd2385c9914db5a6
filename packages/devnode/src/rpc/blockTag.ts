import type { Chain } from '../chain/chain.ts'
import type { BlockRecord } from '../chain/types.ts'
import { invalidParams } from '../errors.ts'
import type { BlockInfo } from '../stylus/world.ts'
import { hash, serverError, uint } from './params.ts'

/** The block a parameter names: a tag, a number, or `{blockNumber}` / `{blockHash}` (EIP-1898). Undefined where there is none. */
export function findBlock(chain: Chain, tag: unknown): BlockRecord | undefined {
  if (tag === undefined || tag === null) return chain.head
  if (typeof tag === 'string') {
    if (['latest', 'pending', 'safe', 'finalized'].includes(tag)) return chain.head
    if (tag === 'earliest') return chain.blocks[0]
    if (/^0x[0-9a-fA-F]{64}$/.test(tag)) return chain.block(tag.slice(2).toLowerCase())
  }
  if (typeof tag === 'object') {
    const { blockHash, blockNumber } = tag as Record<string, unknown>
    if (blockHash !== undefined) return chain.block(hash(blockHash, 'blockHash'))
    if (typeof blockNumber !== 'object' && blockNumber !== undefined) return findBlock(chain, blockNumber)
    throw invalidParams('a block object needs blockNumber or blockHash')
  }
  return chain.blocks[Number(uint(tag, 'block number'))]
}

/** The same; refuses in a node's words where there is none. */
export function blockAt(chain: Chain, tag: unknown): BlockRecord {
  const block = findBlock(chain, tag)
  if (!block) throw serverError('header not found')
  return block
}

/** What a call on this block sees of it. Only `pending` looks at the block to come. */
export function blockInfoAt(chain: Chain, tag: unknown): BlockInfo {
  return tag === 'pending' ? chain.nextBlockInfo() : chain.infoOf(blockAt(chain, tag))
}
