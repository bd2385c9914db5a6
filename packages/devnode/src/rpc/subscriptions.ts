import type { Chain } from '../chain/chain.ts'
import type { ChainListener } from '../chain/types.ts'
import { invalidParams } from '../errors.ts'
import { formatHeader } from './format.ts'
import { logMatcher, logsOf } from './logs.ts'
import { options, serverError, show } from './params.ts'

const MAX_SUBSCRIPTIONS = 1000

export interface Notification {
  jsonrpc: '2.0'
  method: 'eth_subscription'
  params: { subscription: string; result: unknown }
}

/** What one connection has subscribed to (`eth_subscribe`). */
export class Subscriptions {
  readonly #chain: Chain
  readonly #notify: (message: Notification) => void
  readonly #listeners = new Map<string, ChainListener>()
  static #last = 0n

  constructor(chain: Chain, notify: (message: Notification) => void) {
    this.#chain = chain
    this.#notify = notify
  }

  add(kind: unknown, spec: unknown): string {
    if (this.#listeners.size >= MAX_SUBSCRIPTIONS)
      throw serverError(`too many subscriptions: a connection has at most ${MAX_SUBSCRIPTIONS}`)
    const id = `0x${(++Subscriptions.#last).toString(16).padStart(32, '0')}`
    const send = (result: unknown) =>
      this.#notify({ jsonrpc: '2.0', method: 'eth_subscription', params: { subscription: id, result } })
    const listener = listenerFor(kind, spec, send)
    this.#listeners.set(id, listener)
    this.#chain.listeners.add(listener)
    return id
  }

  remove(id: unknown): boolean {
    const listener = typeof id === 'string' ? this.#listeners.get(id) : undefined
    if (!listener) throw serverError('subscription not found')
    this.#listeners.delete(id as string)
    this.#chain.listeners.delete(listener)
    return true
  }

  close(): void {
    for (const id of [...this.#listeners.keys()]) this.remove(id)
  }
}

function listenerFor(kind: unknown, spec: unknown, send: (result: unknown) => void): ChainListener {
  if (kind === 'newHeads') return { blockAdded: (block) => send(formatHeader(block)) }
  if (kind === 'newPendingTransactions') return { txArrived: (hash) => send(`0x${hash}`) }
  if (kind === 'logs') {
    const matches = logMatcher(options(spec, 'the filter'))
    return {
      blockAdded: (block) => logsOf(block, matches).forEach(send),
      blocksRemoved: (blocks) => {
        for (const block of blocks) logsOf(block, matches, true).forEach(send)
      },
    }
  }
  throw invalidParams(
    `no ${show(kind)} subscription in eth namespace: there are newHeads, logs and newPendingTransactions`,
  )
}
