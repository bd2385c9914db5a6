import type { Chain } from '../chain/chain.ts'
import type { BlockRecord, LogRecord } from '../chain/types.ts'
import { invalidParams } from '../errors.ts'
import { blockAt } from './blockTag.ts'
import { formatLog } from './format.ts'
import { address, hash, object, options, serverError } from './params.ts'

export type LogMatcher = (log: LogRecord) => boolean

/** `eth_getLogs`: by block hash or range, addresses and topics. */
export function getLogs(chain: Chain, filter: unknown): unknown[] {
  const f = options(filter, 'the filter')
  const matches = logMatcher(f)
  return range(chain, f).flatMap((block) => logsOf(block, matches))
}

/** Logs of one block that match. `removed`: the block was taken back. */
export function logsOf(block: BlockRecord, matches: LogMatcher, removed = false): unknown[] {
  return block.txs.flatMap((tx) =>
    tx.logs.flatMap((log, i) => (matches(log) ? [{ ...formatLog(log, tx, i), removed }] : [])),
  )
}

function range(chain: Chain, f: Record<string, unknown>): BlockRecord[] {
  if (f.blockHash !== undefined && f.blockHash !== null) {
    if (f.fromBlock || f.toBlock)
      throw invalidParams('cannot specify both BlockHash and FromBlock/ToBlock, choose one or the other')
    const block = chain.block(hash(f.blockHash, 'blockHash'))
    if (!block) throw serverError('unknown block')
    return [block]
  }
  const from = blockAt(chain, f.fromBlock ?? 'latest')
  // a range may end in the future
  const to = isAhead(chain, f.toBlock) ? chain.head : blockAt(chain, f.toBlock ?? 'latest')
  if (from.number > to.number) throw invalidParams('invalid block range params')
  return chain.blocks.slice(Number(from.number), Number(to.number) + 1)
}

const isAhead = (chain: Chain, tag: unknown): boolean =>
  typeof tag === 'string' && /^0x[0-9a-fA-F]{1,16}$/.test(tag) && BigInt(tag) > chain.head.number

/** What the addresses and topics of a filter let through. Throws where they are malformed. */
export function logMatcher(filter: unknown): LogMatcher {
  const f = object(filter, 'the filter')
  const list =
    f.address === undefined || f.address === null ? undefined : [f.address].flat().map((a) => address(a))
  const topics = f.topics === undefined || f.topics === null ? [] : f.topics
  if (!Array.isArray(topics) || topics.length > 4)
    throw invalidParams('topics must be an array of at most 4 entries')
  const wanted = topics.map((t) =>
    t === null || (Array.isArray(t) && t.includes(null))
      ? undefined
      : [t].flat().map((one) => hash(one, 'topic')),
  )
  return (log) =>
    (!list || list.length === 0 || list.includes(log.address)) &&
    wanted.length <= log.topics.length &&
    wanted.every((any, i) => !any || any.length === 0 || any.includes(log.topics[i] as string))
}
