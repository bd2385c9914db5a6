import type { Chain } from '../chain/chain.ts'
import type { BlockRecord } from '../chain/types.ts'
import { invalidParams } from '../errors.ts'
import { hash, uint } from './params.ts'

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
    if (blockNumber !== undefined) return findBlock(chain, blockNumber)
    throw invalidParams('a block object needs blockNumber or blockHash')
  }
  return chain.blocks[Number(uint(tag, 'block number'))]
}

export function blockAt(chain: Chain, tag: unknown): BlockRecord {
  const block = findBlock(chain, tag)
  if (!block) throw invalidParams(`header not found: there is no block ${JSON.stringify(tag)}`)
  return block
}
