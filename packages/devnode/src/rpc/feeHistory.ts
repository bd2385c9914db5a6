import { quantity } from '../bytes.ts'
import type { Chain } from '../chain/chain.ts'
import type { BlockRecord } from '../chain/types.ts'
import { invalidParams, RpcError } from '../errors.ts'
import { blockAt } from './blockTag.ts'
import { uint } from './params.ts'

const MAX_BLOCKS = 1024
const MAX_PERCENTILES = 100
/** Gas per second at which the base fee would rise. */
const SPEED_LIMIT = 7_000_000

/**
 * `eth_feeHistory`. Tips are dropped on this chain, so every reward is 0. A block has no gas limit worth the name: its
 * ratio compares the gas used since the time last moved with twice what the chain takes in those seconds, so that
 * 0.5 is what it can bear for long.
 */
export function feeHistory(chain: Chain, count: unknown, newest: unknown, percentiles: unknown): unknown {
  const wanted = readPercentiles(percentiles)
  const last = blockAt(chain, newest)
  const n = Math.min(MAX_BLOCKS, Number(uint(count, 'block count')), Number(last.number) + 1)
  const first = Number(last.number) + 1 - n
  const blocks = chain.blocks.slice(first, Number(last.number) + 1)
  const after = chain.blocks[Number(last.number) + 1]
  if (n === 0) return { oldestBlock: '0x0', gasUsedRatio: [], baseFeePerGas: undefined }
  return {
    oldestBlock: quantity(first),
    ...(wanted.length > 0 ? { reward: blocks.map(() => wanted.map(() => '0x0')) } : {}),
    baseFeePerGas: [...blocks, after ?? chain.nextBlockInfo()].map((b) => quantity(b.baseFee)),
    gasUsedRatio: blocks.map((block) => usedRatio(chain, block)),
  }
}

function usedRatio(chain: Chain, block: BlockRecord): number {
  let at = Number(block.number)
  let gas = 0
  for (; chain.blocks[at]?.timestamp === block.timestamp; at--) gas += Number(chain.blocks[at]?.gasUsed)
  const before = chain.blocks[at]
  const seconds = before ? Number(block.timestamp - before.timestamp) : 1
  return Math.min(1, gas / SPEED_LIMIT / seconds / 2)
}

function readPercentiles(value: unknown): number[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) throw invalidParams('rewardPercentiles must be an array of numbers')
  if (value.length > MAX_PERCENTILES) throw new RpcError(-32000, `over the query limit ${MAX_PERCENTILES}`)
  value.forEach((p, i) => {
    const before = i === 0 ? 0 : value[i - 1]
    if (typeof p !== 'number' || !(p >= 0 && p <= 100) || p < before)
      throw new RpcError(-32000, `invalid reward percentile: #${i}: ${String(p).slice(0, 40)}`)
  })
  return value
}
