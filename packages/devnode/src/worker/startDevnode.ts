import { DevnodeError, RpcError } from '../errors.ts'
import type { RpcRequest } from '../rpc/index.ts'
import type { FromWorker, ToWorker, WorkerDevnodeOptions } from './protocol.ts'

export interface StartOptions extends WorkerDevnodeOptions {
  /** A Worker of one's own making that runs `@inkling/devnode/worker/entry`, where the bundler does not find it by itself. */
  worker?: Worker
  /** Where the debug imports `console.*` print. */
  onConsole?: (line: string) => void
}

/** A Stylus chain in a Worker. `request` is EIP-1193. */
export interface WorkerDevnode {
  readonly arbos: number
  readonly strict: boolean
  request(request: RpcRequest): Promise<unknown>
  /** What subscriptions (`eth_subscribe`) have to tell, as EIP-1193 has it. */
  on(event: 'message', listener: MessageListener): void
  removeListener(event: 'message', listener: MessageListener): void
  /** Ends the Worker and its chain; requests under way are rejected. */
  close(): void
}

export type MessageListener = (message: {
  type: 'eth_subscription'
  data: { subscription: string; result: unknown }
}) => void

interface Waiting {
  resolve(value: unknown): void
  reject(reason: Error): void
}

/**
 * Starts a devnode in a module Worker of this page. No special headers are needed (no SharedArrayBuffer, no
 * cross-origin isolation), and the page stays responsive while contracts run.
 *
 * @example
 * ```ts
 * const devnode = await startDevnode()
 * await devnode.request({ method: 'eth_chainId' }) // '0x64aba'
 * const transport = custom(devnode) // viem
 * ```
 * @throws DevnodeError where the Worker can't start.
 */
export function startDevnode({
  worker: given,
  onConsole,
  ...options
}: StartOptions = {}): Promise<WorkerDevnode> {
  const worker = given ?? new Worker(new URL('./entry.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, Waiting>()
  const listeners = new Set<MessageListener>()
  let gone: DevnodeError | undefined
  let next = 0

  return new Promise((resolve, reject) => {
    const end = (reason: DevnodeError): void => {
      gone ??= reason
      worker.terminate()
      reject(gone) // no effect once it has started
      for (const one of waiting.values()) one.reject(gone)
      waiting.clear()
    }
    const request = ({ method, params }: RpcRequest): Promise<unknown> =>
      new Promise((resolve, reject) => {
        if (gone) return reject(gone)
        const id = next++
        waiting.set(id, { resolve, reject })
        try {
          post({ type: 'request', id, method, params })
        } catch (e) {
          waiting.delete(id)
          reject(new RpcError(-32602, `params can't be sent to the Worker: ${(e as Error).message}`))
        }
      })
    const post = (message: ToWorker): void => worker.postMessage(message)

    worker.onerror = (e) =>
      end(new DevnodeError(`The devnode's Worker failed: ${e.message ?? 'its script did not load'}`))
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.type === 'ready') {
        const close = (): void => end(new DevnodeError('The devnode was closed.'))
        resolve({
          arbos: data.arbos,
          strict: data.strict,
          request,
          on: (_event, listener) => void listeners.add(listener),
          removeListener: (_event, listener) => void listeners.delete(listener),
          close,
        })
      } else if (data.type === 'failed') end(new DevnodeError(data.message))
      else if (data.type === 'console') onConsole?.(data.line)
      else if (data.type === 'notification') {
        const { subscription, result } = data
        for (const listener of listeners)
          listener({ type: 'eth_subscription', data: { subscription, result } })
      } else {
        const one = waiting.get(data.id)
        waiting.delete(data.id)
        if (data.type === 'result') one?.resolve(data.result)
        else one?.reject(new RpcError(data.error.code, data.error.message, data.error.data))
      }
    }
    post({ type: 'start', options })
  })
}
