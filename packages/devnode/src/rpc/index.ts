import type { Chain } from '../chain/chain.ts'
import { invalidRequest, methodNotFound } from '../errors.ts'
import type { RpcContext } from './context.ts'
import { Filters } from './filters.ts'
import { RPC_METHODS } from './methods.ts'
import { IntervalMining } from './mining.ts'
import { type Notification, Subscriptions } from './subscriptions.ts'
import type { JsTracer } from './trace/jsTracer.ts'
import { Wallet } from './wallet.ts'

export type { Notification } from './subscriptions.ts'
export type { JsTracer } from './trace/jsTracer.ts'

export interface RpcRequest {
  method: string
  params?: readonly unknown[] | object
}

/** Somebody who asks. `request` is EIP-1193. */
export interface Requester {
  request(request: RpcRequest): Promise<unknown>
}

/** Somebody who can be told things too (`eth_subscribe`). */
export interface Connection extends Requester {
  /** Ends its subscriptions. */
  close(): void
}

export interface Rpc extends Requester {
  connect(notify: (message: Notification) => void): Connection
  /** Resolves once everything asked so far is answered. */
  idle(): Promise<void>
}

/** JSON-RPC over a chain. Requests queue up: one sees the effects of those before it, and only those. */
export function createRpc(chain: Chain, jsTracer?: JsTracer): Rpc {
  let queue: Promise<unknown> = Promise.resolve()
  const enqueue = (run: () => unknown): Promise<unknown> => {
    const answer = queue.then(run)
    queue = answer.catch(() => {})
    return answer
  }
  const shared: RpcContext = {
    chain,
    filters: new Filters(chain),
    wallet: new Wallet(),
    interval: new IntervalMining(() => enqueue(() => chain.mine()).catch(() => {})),
    jsTracer,
    subscriptions: undefined,
  }
  const requester = (context: RpcContext): Requester['request'] => {
    return async ({ method, params }) => {
      const run = Object.hasOwn(RPC_METHODS, method) ? RPC_METHODS[method] : undefined
      if (!run) throw methodNotFound(method)
      if (params !== undefined && !Array.isArray(params)) throw invalidRequest('params must be an array')
      return enqueue(() => run(context, params ?? []))
    }
  }
  return {
    request: requester(shared),
    idle: async () => {
      await enqueue(() => {})
    },
    connect(notify) {
      const subscriptions = new Subscriptions(chain, notify)
      return {
        request: requester({ ...shared, subscriptions }),
        close: () => subscriptions.close(),
      }
    },
  }
}
