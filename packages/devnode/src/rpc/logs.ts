import type { Chain } from '../chain/chain.ts'
import type { BlockRecord, LogRecord } from '../chain/types.ts'
import { invalidParams } from '../errors.ts'
import { blockAt } from './blockTag.ts'
import { formatLog } from './format.ts'
import { address, hash, object } from './params.ts'

/** `eth_getLogs`: by block hash or range, addresses and topics. */
export function getLogs(chain: Chain, filter: unknown): unknown[] {
  const f = object(filter ?? {}, 'the filter')
  const matches = logMatcher(f)
  return range(chain, f).flatMap((block) =>
    block.txs.flatMap((tx) => tx.logs.flatMap((log, i) => (matches(log) ? [formatLog(log, tx, i)] : []))),
  )
}

function range(chain: Chain, f: Record<string, unknown>): BlockRecord[] {
  if (f.blockHash !== undefined) {
    if (f.fromBlock !== undefined || f.toBlock !== undefined)
      throw invalidParams('a filter has either blockHash or fromBlock and toBlock')
    return [blockAt(chain, f.blockHash)]
  }
  const from = blockAt(chain, f.fromBlock ?? 'latest')
  const to = blockAt(chain, f.toBlock ?? 'latest')
  return chain.blocks.slice(Number(from.number), Number(to.number) + 1)
}

function logMatcher(f: Record<string, unknown>): (log: LogRecord) => boolean {
  const list =
    f.address === undefined || f.address === null ? undefined : [f.address].flat().map((a) => address(a))
  const topics = f.topics === undefined || f.topics === null ? [] : f.topics
  if (!Array.isArray(topics) || topics.length > 4)
    throw invalidParams('topics must be an array of at most 4 entries')
  const wanted = topics.map((t) => (t === null ? undefined : [t].flat().map((one) => hash(one, 'topic'))))
  return (log) =>
    (!list || list.includes(log.address)) &&
    wanted.length <= log.topics.length &&
    wanted.every((any, i) => !any || any.length === 0 || any.includes(log.topics[i] as string))
}
