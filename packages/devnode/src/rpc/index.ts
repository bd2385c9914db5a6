import type { Chain } from '../chain/chain.ts'
import { invalidRequest, methodNotFound } from '../errors.ts'
import { RPC_METHODS } from './methods.ts'

export interface RpcRequest {
  method: string
  params?: readonly unknown[] | object
}

/** EIP-1193 `request` over a chain. Requests queue up: one sees the effects of those before it, and only those. */
export function createRpc(chain: Chain): (request: RpcRequest) => Promise<unknown> {
  let queue: Promise<unknown> = Promise.resolve()
  return async ({ method, params }) => {
    const run = Object.hasOwn(RPC_METHODS, method) ? RPC_METHODS[method] : undefined
    if (!run) throw methodNotFound(method)
    if (params !== undefined && !Array.isArray(params)) throw invalidRequest('params must be an array')
    const answer = queue.then(() => run(chain, params ?? []))
    queue = answer.catch(() => {})
    return answer
  }
}
