/** The module that runs inside the Worker. Pages don't import it; `startDevnode` names it to the browser. */
import { createCore } from '../devnode.ts'
import type { Connection } from '../rpc/index.ts'
import { decompressProgram, warmDecoder } from './brotli.ts'
import { errorBody, type FromWorker, type ToWorker, type WorkerDevnodeOptions } from './protocol.ts'

/** The part of DedicatedWorkerGlobalScope that is used; its own library would clash with the DOM's. */
const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null
  postMessage(message: FromWorker): void
}
const send = (message: FromWorker): void => scope.postMessage(message)

let connection: Connection | undefined

async function start(options: WorkerDevnodeOptions): Promise<void> {
  try {
    warmDecoder()
    const devnode = await createCore({
      ...options,
      decompress: decompressProgram,
      onConsole: (line) => send({ type: 'console', line }),
    })
    connection = devnode.connect(({ params }) => send({ type: 'notification', ...params }))
    send({ type: 'ready', arbos: devnode.arbos, strict: devnode.strict })
  } catch (e) {
    send({ type: 'failed', message: (e as Error).message })
  }
}

async function answer(id: number, method: string, params: unknown): Promise<void> {
  try {
    if (!connection) throw new Error('the devnode was not started')
    const result = await connection.request({ method, params: params as unknown[] })
    send({ type: 'result', id, result: result ?? null })
  } catch (e) {
    send({ type: 'error', id, error: errorBody(e) })
  }
}

scope.onmessage = ({ data }) => {
  if (data.type === 'start') void start(data.options)
  else void answer(data.id, data.method, data.params)
}
