import type { DevnodeOptions } from '../devnode.ts'
import { RpcError } from '../errors.ts'

/** What can be said of a devnode across a Worker's boundary: functions can't be sent. */
export type WorkerDevnodeOptions = Pick<DevnodeOptions, 'arbos' | 'strict' | 'suspender'>

export interface ErrorBody {
  code: number
  message: string
  data?: string
}

/** Page to Worker: first one `start`, then requests. */
export type ToWorker =
  | { type: 'start'; options: WorkerDevnodeOptions }
  | { type: 'request'; id: number; method: string; params: unknown }

/** Worker to page. `ready` and `failed` answer `start`. */
export type FromWorker =
  | { type: 'ready'; arbos: number; strict: boolean }
  | { type: 'failed'; message: string }
  | { type: 'result'; id: number; result: unknown }
  | { type: 'error'; id: number; error: ErrorBody }
  | { type: 'notification'; subscription: string; result: unknown }
  | { type: 'console'; line: string }

/** An error as it crosses the boundary: what JSON-RPC would say. */
export function errorBody(e: unknown): ErrorBody {
  if (!(e instanceof RpcError))
    return { code: -32603, message: e instanceof Error ? `${e.name}: ${e.message}` : String(e) }
  return { code: e.code, message: e.message, ...(e.data === undefined ? {} : { data: e.data }) }
}
