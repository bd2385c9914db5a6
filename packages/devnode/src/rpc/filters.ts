import type { Chain } from '../chain/chain.ts'
import type { BlockRecord } from '../chain/types.ts'
import { getLogs, type LogMatcher, logMatcher, logsOf } from './logs.ts'
import { options, serverError, show } from './params.ts'

/** More are never live: the ones not asked for longest are dropped, as a node drops those nobody polls. */
const MAX_FILTERS = 1000
const MAX_HASHES = 10_000

type Filter =
  | { kind: 'blocks'; next: number }
  | { kind: 'logs'; next: number; matches: LogMatcher; spec: object; last: number; removed: unknown[] }
  | { kind: 'transactions'; hashes: string[] }

/** Filters that clients poll. They keep a position in the chain, not results, so that idle ones cost nothing. */
export class Filters {
  readonly #chain: Chain
  readonly #filters = new Map<string, Filter>()
  #last = 0n

  constructor(chain: Chain) {
    this.#chain = chain
    chain.listeners.add({
      blocksRemoved: (blocks) => this.#goBack(blocks),
      txArrived: (hash) => {
        for (const f of this.#filters.values())
          if (f.kind === 'transactions' && f.hashes.length < MAX_HASHES) f.hashes.push(`0x${hash}`)
      },
    })
  }

  addBlocks(): string {
    return this.#add({ kind: 'blocks', next: this.#chain.blocks.length })
  }

  addTransactions(): string {
    return this.#add({ kind: 'transactions', hashes: [] })
  }

  addLogs(spec: unknown): string {
    const f = options(spec, 'the filter')
    const number = (tag: unknown, otherwise: number): number =>
      typeof tag === 'string' && /^0x[0-9a-fA-F]{1,12}$/.test(tag) ? Number(tag) : otherwise
    const next = Math.max(number(f.fromBlock, 0), this.#chain.blocks.length)
    const last = number(f.toBlock, Number.POSITIVE_INFINITY)
    return this.#add({ kind: 'logs', next, last, matches: logMatcher(f), spec: f, removed: [] })
  }

  /** What happened since it was made or last asked: hashes or logs. */
  changes(id: unknown): unknown[] {
    const filter = this.#get(id)
    const { blocks } = this.#chain
    if (filter.kind === 'transactions') return filter.hashes.splice(0)
    const news = blocks.slice(filter.next)
    filter.next = Math.max(filter.next, blocks.length)
    if (filter.kind === 'blocks') return news.map((b) => `0x${b.hash}`)
    const logs = news.flatMap((b) => (Number(b.number) <= filter.last ? logsOf(b, filter.matches) : []))
    return [...filter.removed.splice(0), ...logs]
  }

  /** Everything its range holds, asked for before or not. */
  logs(id: unknown): unknown[] {
    const filter = this.#get(id)
    if (filter.kind !== 'logs') throw serverError('filter not found')
    return getLogs(this.#chain, filter.spec)
  }

  remove(id: unknown): boolean {
    return typeof id === 'string' && this.#filters.delete(id)
  }

  #add(filter: Filter): string {
    const id = `0x${(++this.#last).toString(16)}`
    this.#filters.set(id, filter)
    if (this.#filters.size > MAX_FILTERS) this.#filters.delete(this.#filters.keys().next().value as string)
    return id
  }

  #get(id: unknown): Filter {
    const filter = typeof id === 'string' ? this.#filters.get(id) : undefined
    if (!filter) throw serverError(`filter not found${typeof id === 'string' ? '' : `: ${show(id)}`}`)
    this.#filters.delete(id as string)
    this.#filters.set(id as string, filter) // used last
    return filter
  }

  #goBack(blocks: readonly BlockRecord[]): void {
    const length = this.#chain.blocks.length
    for (const f of this.#filters.values()) {
      if (f.kind === 'transactions') continue
      if (f.kind === 'logs') {
        const seen = blocks.filter((b) => Number(b.number) < f.next)
        f.removed.push(...seen.flatMap((b) => logsOf(b, f.matches, true)))
      }
      f.next = Math.min(f.next, length)
    }
  }
}
