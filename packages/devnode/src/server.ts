import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Devnode } from './devnode.ts'
import { DevnodeError, RpcError } from './errors.ts'

export interface ServeOptions {
  /** 0 picks a free port. Default 8547. */
  port?: number
  /** Names besides localhost that the Host header may carry (forwarded ports). */
  allowHosts?: readonly string[]
}

export interface Served {
  url: string
  port: number
  close(): Promise<void>
}

const MAX_BODY = 5 * 1024 * 1024
const MAX_BATCH = 1000
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

/**
 * JSON-RPC over HTTP, on the loopback interface only. The Host and Origin headers are checked, so that a web page the
 * developer happens to visit can't drive the chain (DNS rebinding). Bodies are limited to 5 MB, batches to 1,000 calls.
 */
export function serve(devnode: Devnode, options: ServeOptions = {}): Promise<Served> {
  const allowed = [...LOOPBACK, ...(options.allowHosts ?? [])]
  const server = createServer((req, res) => {
    handle(devnode, req, res, allowed).catch((e: Error) => answer(res, 500, { error: e.message }))
  })
  server.requestTimeout = 30_000
  return new Promise((resolve, reject) => {
    server.once('error', (e: NodeJS.ErrnoException) =>
      reject(e.code === 'EADDRINUSE' ? portTaken(options.port) : e),
    )
    server.listen(options.port ?? 8547, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      resolve({ url: `http://127.0.0.1:${port}`, port, close: () => close(server) })
    })
  })
}

const portTaken = (port = 8547) =>
  new DevnodeError(
    `Port ${port} is taken. Stop what listens there, or choose another: npm run devnode -- --port ${port + 10}`,
  )

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

async function handle(
  devnode: Devnode,
  req: IncomingMessage,
  res: ServerResponse,
  allowed: string[],
): Promise<void> {
  const host = hostName(req.headers.host)
  const origin = req.headers.origin
  if (!allowed.includes(host))
    return answer(res, 403, { error: `host ${host} is not allowed; start with --allow-host ${host}` })
  if (origin !== undefined && !allowed.includes(hostName(safeHost(origin))))
    return answer(res, 403, { error: `origin ${origin} is not allowed` })
  if (req.method !== 'POST') return answer(res, 405, { error: 'send JSON-RPC by POST' })
  const body = await readBody(req)
  if (body === undefined) return answer(res, 413, { error: `the body is larger than ${MAX_BODY} bytes` })

  let request: unknown
  try {
    request = JSON.parse(body)
  } catch {
    return answer(res, 200, rpcError(null, new RpcError(-32700, 'the body is not JSON')))
  }
  if (!Array.isArray(request)) return answer(res, 200, await answerOne(devnode, request))
  if (request.length === 0 || request.length > MAX_BATCH)
    return answer(res, 200, rpcError(null, new RpcError(-32600, `a batch has 1 to ${MAX_BATCH} calls`)))
  const answers: unknown[] = []
  for (const one of request) answers.push(await answerOne(devnode, one))
  answer(res, 200, answers)
}

/** Answers one JSON-RPC request; never throws. */
export async function answerOne(devnode: Devnode, request: unknown): Promise<unknown> {
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
    const result = await devnode.request({ method, params: (params ?? []) as unknown[] })
    return { jsonrpc: '2.0', id: safeId, result: result ?? null }
  } catch (e) {
    return rpcError(safeId, e)
  }
}

function rpcError(id: unknown, e: unknown): unknown {
  const error =
    e instanceof RpcError
      ? { code: e.code, message: e.message, ...(e.data === undefined ? {} : { data: e.data }) }
      : { code: -32603, message: e instanceof Error ? `${e.name}: ${e.message}` : String(e) }
  return { jsonrpc: '2.0', id, error }
}

/** The body as text, or undefined where it is too large; what is too large is read to a bound and dropped, so that the client sees the answer. */
function readBody(req: IncomingMessage): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    req.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= MAX_BODY) chunks.push(chunk)
      else if (size > 8 * MAX_BODY) req.destroy()
    })
    req.on('end', () => resolve(size > MAX_BODY ? undefined : Buffer.concat(chunks).toString('utf8')))
    req.on('close', () => resolve(undefined))
    req.on('error', reject)
  })
}

const hostName = (host = ''): string => host.replace(/:\d+$/, '').toLowerCase()

function safeHost(origin: string): string {
  try {
    return new URL(origin).host
  } catch {
    return origin
  }
}

function answer(res: ServerResponse, status: number, body: unknown): void {
  if (res.headersSent) return
  res.writeHead(status, { 'content-type': 'application/json' })
  res.end(JSON.stringify(body))
}
