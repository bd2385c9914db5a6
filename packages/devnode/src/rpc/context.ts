import type { Chain } from '../chain/chain.ts'
import type { Filters } from './filters.ts'
import type { IntervalMining } from './mining.ts'
import type { Subscriptions } from './subscriptions.ts'
import type { JsTracer } from './trace/jsTracer.ts'
import type { Wallet } from './wallet.ts'

export type Params = readonly unknown[]

/** What methods work on: the chain, and what clients of this devnode have set up on it. */
export interface RpcContext {
  chain: Chain
  filters: Filters
  wallet: Wallet
  interval: IntervalMining
  /** Runs JavaScript tracers; absent where they are not allowed. */
  jsTracer: JsTracer | undefined
  /** Those of the asking connection; absent where notifications can't be sent (HTTP). */
  subscriptions: Subscriptions | undefined
}

export type RpcMethod = (context: RpcContext, params: Params) => unknown
export type RpcMethods = Readonly<Record<string, RpcMethod>>
