import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DevnodeError } from './errors.ts'
import { Load, RequestGuard } from './requestGuard.ts'
import { answerText, rpcError } from './rpc/answer.ts'
import type { Rpc } from './rpc/index.ts'
import { tooMany, WsRpc } from './wsServer.ts'

export { answerOne } from './rpc/answer.ts'

export interface ServeOptions {
  /** 0 picks a free port. Default 8547. */
  port?: number
  /** Names besides localhost that the Host header may carry (forwarded ports). */
  allowHosts?: readonly string[]
}

export interface Served {
  url: string
  /** WebSocket on the same port. */
  wsUrl: string
  port: number
  /** WebSocket on the port after it; absent where that one is taken. */
  secondPort: number | undefined
  close(): Promise<void>
}

const HOST = '127.0.0.1'
const MAX_BODY = 5 * 1024 * 1024
const MAX_CONNECTIONS = 1024
const MAX_REQUESTS = 1024
const MAX_BYTES = 256 * 1024 * 1024

/**
 * JSON-RPC over HTTP and WebSocket, on the loopback interface only; WebSocket on the next port too, where a nitro node
 * has it. The Host and Origin headers are checked, so that a web page the developer happens to visit can't drive the
 * chain (DNS rebinding). Bodies are limited to 5 MB, batches to 1,000 calls, and so are connections and requests under way.
 *
 * @throws DevnodeError where the port is taken.
 */
export async function serve(rpc: Rpc, options: ServeOptions = {}): Promise<Served> {
  const guard = new RequestGuard(options.allowHosts)
  const load = new Load(MAX_REQUESTS, MAX_BYTES)
  const ws = new WsRpc(rpc, { guard, load, maxBody: MAX_BODY })
  const open = (): Server => {
    const server = createServer((req, res) => {
      handle(rpc, req, res, guard, load).catch((e: Error) => answer(res, 500, { error: e.message }))
    })
    server.requestTimeout = 30_000
    server.maxConnections = MAX_CONNECTIONS
    ws.attach(server)
    return server
  }
  const first = open()
  await listen(first, options.port ?? 8547)
  const { port } = first.address() as AddressInfo
  const second = open()
  const secondPort = port + 1
  const hasSecond = port < 65_535 && (await listen(second, secondPort).then(() => true, portTaken))
  return {
    url: `http://${HOST}:${port}`,
    wsUrl: `ws://${HOST}:${port}`,
    port,
    secondPort: hasSecond ? secondPort : undefined,
    async close() {
      ws.close()
      await Promise.all([close(first), hasSecond ? close(second) : undefined])
    },
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (e: NodeJS.ErrnoException) => reject(e.code === 'EADDRINUSE' ? taken(port) : e))
    server.listen(port, HOST, () => resolve())
  })
}

const taken = (port: number) =>
  new DevnodeError(
    `Port ${port} is taken. Stop what listens there, or choose another: npm run devnode -- --port ${port + 10}`,
  )

/** The second port is a convenience: the first one has WebSocket too. */
function portTaken(e: unknown): false {
  if (e instanceof DevnodeError) return false
  throw e
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

async function handle(
  rpc: Rpc,
  req: IncomingMessage,
  res: ServerResponse,
  guard: RequestGuard,
  load: Load,
): Promise<void> {
  const refusal = guard.refusal(req)
  if (refusal !== undefined) return answer(res, 403, { error: refusal })
  allowOrigin(req, res)
  if (req.method === 'OPTIONS') return answer(res, 204)
  if (req.method !== 'POST')
    return answer(res, 405, { error: 'send JSON-RPC by POST, or connect by WebSocket' })
  const held = { bytes: 0 }
  try {
    const body = await readBody(req, load, held)
    if (body === 'too large') return answer(res, 413, { error: `the body is larger than ${MAX_BODY} bytes` })
    const reply =
      body === 'too many' ? undefined : await load.run(() => answerText(rpc, body.toString('utf8')))
    if (reply === undefined) return answer(res, 503, rpcError(null, tooMany()))
    answer(res, 200, reply)
  } finally {
    load.release(held.bytes)
  }
}

/** A page of an allowed origin may read the answer (CORS). */
function allowOrigin(req: IncomingMessage, res: ServerResponse): void {
  if (req.headers.origin === undefined) return
  res.setHeader('access-control-allow-origin', req.headers.origin)
  res.setHeader('access-control-allow-methods', 'POST')
  res.setHeader('access-control-allow-headers', 'content-type')
  res.setHeader('vary', 'origin')
}

/** The body, or why it can't be taken. What is too large is read to a bound and dropped, so that the client sees the answer. */
function readBody(
  req: IncomingMessage,
  load: Load,
  held: { bytes: number },
): Promise<Buffer | 'too large' | 'too many'> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    let refused: 'too large' | 'too many' | undefined
    req.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > 8 * MAX_BODY) req.destroy()
      if (size > MAX_BODY) refused ??= 'too large'
      else if (!refused && load.hold(chunk.length)) {
        held.bytes += chunk.length
        chunks.push(chunk)
      } else refused ??= 'too many'
    })
    req.on('end', () => resolve(refused ?? Buffer.concat(chunks)))
    req.on('close', () => resolve('too large'))
    req.on('error', reject)
  })
}

function answer(res: ServerResponse, status: number, body?: unknown): void {
  if (res.headersSent) return
  if (body === undefined) res.writeHead(status)
  else res.writeHead(status, { 'content-type': 'application/json' })
  res.end(body === undefined ? undefined : JSON.stringify(body))
}
