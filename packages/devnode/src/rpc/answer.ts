import { RpcError } from '../errors.ts'
import type { Requester } from './index.ts'

const MAX_BATCH = 1000

/** Answers the text of one JSON-RPC message, a request or a batch; never throws. Calls of a batch run in order. */
export async function answerText(requester: Requester, text: string): Promise<unknown> {
  let message: unknown
  try {
    message = JSON.parse(text)
  } catch {
    return rpcError(null, new RpcError(-32700, 'the body is not JSON'))
  }
  if (!Array.isArray(message)) return answerOne(requester, message)
  if (message.length === 0 || message.length > MAX_BATCH)
    return rpcError(null, new RpcError(-32600, `a batch has 1 to ${MAX_BATCH} calls`))
  const answers: unknown[] = []
  for (const one of message) answers.push(await answerOne(requester, one))
  return answers
}

/** Answers one JSON-RPC request; never throws. */
export async function answerOne(requester: Requester, request: unknown): Promise<unknown> {
  const {
    id = null,
    method,
    params,
  } = (typeof request === 'object' && request !== null ? request : {}) as {
    id?: unknown
    method?: unknown
    params?: unknown
  }
  const safeId = typeof id === 'string' || typeof id === 'number' ? id : null
  if (typeof method !== 'string') return rpcError(safeId, new RpcError(-32600, 'a request needs a method'))
  try {
    const result = await requester.request({ method, params: (params ?? []) as unknown[] })
    return { jsonrpc: '2.0', id: safeId, result: result ?? null }
  } catch (e) {
    return rpcError(safeId, e)
  }
}

export function rpcError(id: unknown, e: unknown): unknown {
  const error =
    e instanceof RpcError
      ? { code: e.code, message: e.message, ...(e.data === undefined ? {} : { data: e.data }) }
      : { code: -32603, message: e instanceof Error ? `${e.name}: ${e.message}` : String(e) }
  return { jsonrpc: '2.0', id, error }
}
