import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { RpcError } from './errors.ts'
import type { Load, RequestGuard } from './requestGuard.ts'
import { answerText, rpcError } from './rpc/answer.ts'
import type { Rpc } from './rpc/index.ts'

export interface WsOptions {
  guard: RequestGuard
  load: Load
  maxBody: number
}

const MAX_CONNECTIONS = 64
/** A client that does not read what it is sent is cut off. */
const MAX_UNSENT = 32 * 1024 * 1024
const PING_EVERY = 30_000

/** JSON-RPC over WebSocket, with subscriptions, for any number of HTTP servers. */
export class WsRpc {
  readonly #server: WebSocketServer
  readonly #rpc: Rpc
  readonly #options: WsOptions

  constructor(rpc: Rpc, options: WsOptions) {
    this.#rpc = rpc
    this.#options = options
    this.#server = new WebSocketServer({
      noServer: true,
      maxPayload: options.maxBody,
      perMessageDeflate: false,
    })
    this.#server.on('connection', (socket) => this.#serve(socket))
  }

  /** Lets clients of `http` upgrade. */
  attach(http: Server): void {
    http.on('upgrade', (req: IncomingMessage, socket: Duplex, head: Buffer) => {
      socket.on('error', () => socket.destroy())
      const refusal = this.#options.guard.refusal(req)
      if (refusal !== undefined) return refuse(socket, '403 Forbidden', refusal)
      if (this.#server.clients.size >= MAX_CONNECTIONS)
        return refuse(socket, '503 Service Unavailable', `there are ${MAX_CONNECTIONS} connections already`)
      this.#server.handleUpgrade(req, socket, head, (ws) => this.#server.emit('connection', ws, req))
    })
  }

  close(): void {
    for (const client of this.#server.clients) client.terminate()
    this.#server.close()
  }

  #serve(socket: WebSocket): void {
    const send = (message: unknown): void => {
      if (socket.readyState !== socket.OPEN) return
      socket.send(JSON.stringify(message))
      if (socket.bufferedAmount > MAX_UNSENT) socket.terminate()
    }
    // after the answer that is on its way: a client learns its subscription's id first
    const connection = this.#rpc.connect((notification) => setImmediate(send, notification))
    let alive = true
    const ping = setInterval(() => {
      if (!alive) return socket.terminate()
      alive = false
      socket.ping()
    }, PING_EVERY)
    ping.unref()
    socket.on('pong', () => {
      alive = true
    })
    socket.on('message', (data, isBinary) => {
      const { load } = this.#options
      const text = isBinary ? '' : String(data)
      if (!load.hold(text.length)) return send(rpcError(null, tooMany()))
      load
        .run(() => answerText(connection, text))
        .then((answer) => send(answer ?? rpcError(null, tooMany())))
        .catch(() => socket.terminate())
        .finally(() => load.release(text.length))
    })
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      clearInterval(ping)
      connection.close()
    })
  }
}

export const tooMany = () => new RpcError(-32005, 'too many requests are under way; try again')

function refuse(socket: Duplex, status: string, why: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-type: text/plain\r\n\r\n${why}\n`)
}
