import { whyNotLoaded } from '../chain/chain.ts'
import type { FromProver, JobName, Jobs, ToProver } from './protocol.ts'

export interface JobOptions {
  /** What is being done, and how much of it is done: 0 to 1. */
  onProgress?(part: string, share: number): void
  signal?: AbortSignal
}

/** The Worker that proves. */
export interface Prover {
  /** @throws Error named ProofCancelledError after an abort; others in words for the visitor. */
  ask<Name extends JobName>(
    job: Name,
    ask: Jobs[Name]['ask'],
    options?: JobOptions,
  ): Promise<Jobs[Name]['answer']>
  close(): void
}

interface Waiting {
  resolve(answer: never): void
  reject(error: Error): void
  onProgress?: JobOptions['onProgress']
}

/**
 * Starts the prover in a module Worker of its own, so that neither page nor chain waits for it.
 *
 * @param onEnd called when it is no more: the next question needs a new one
 */
export function startProver(onEnd: () => void): Prover {
  const worker = new Worker(new URL('./entry.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, Waiting>()
  let next = 0
  let gone: Error | undefined
  const send = (message: ToProver) => worker.postMessage(message)

  const end = (reason: Error) => {
    gone = reason
    worker.terminate()
    for (const one of waiting.values()) one.reject(reason)
    waiting.clear()
    onEnd()
  }
  worker.onerror = ({ message }) =>
    end(new Error(whyNotLoaded(message ? new Error(message) : 'its script did not load')))
  worker.onmessage = ({ data }: MessageEvent<FromProver>) => {
    const one = waiting.get(data.id)
    if (!one) return
    if (data.type === 'progress') return one.onProgress?.(data.part, data.share)
    waiting.delete(data.id)
    if (data.type === 'done') one.resolve(data.answer as never)
    else one.reject(Object.assign(new Error(data.message), { name: data.name }))
  }

  return {
    ask: (job, ask, { onProgress, signal } = {}) =>
      new Promise((resolve, reject) => {
        if (gone) return reject(gone)
        const id = next++
        waiting.set(id, { resolve, reject, ...(onProgress ? { onProgress } : {}) })
        signal?.addEventListener('abort', () => send({ id, job: 'cancel' }), { once: true })
        send({ id, job, ask } as ToProver)
      }),
    close: () => end(new Error('The prover was closed.')),
  }
}
