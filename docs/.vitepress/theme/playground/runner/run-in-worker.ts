import type { CheckLine, FromRunner, RunRequest } from './protocol.ts'

export interface RunEvents {
  onStart?(id: string): void
  onResult?(line: CheckLine): void
  onNote?(text: string): void
  onLog?(text: string): void
}

export interface RunEnd {
  /** Why it ended before its checks did, in words. */
  stopped?: string
}

/** Milliseconds that one check may take. */
export const TIME_LIMIT = 15_000

/**
 * Grades in a Worker of its own, which is ended afterwards: a learner's endless loop stops the Worker, never the page.
 *
 * @param limit milliseconds without a word from the Worker
 */
export function runInWorker(
  request: RunRequest,
  events: RunEvents = {},
  { limit = TIME_LIMIT, signal }: { limit?: number; signal?: AbortSignal } = {},
): Promise<RunEnd> {
  const worker = new Worker(new URL('./entry.ts', import.meta.url), { type: 'module' })
  return new Promise((resolve) => {
    let current: string | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const end = (stopped?: string) => {
      clearTimeout(timer)
      worker.terminate()
      resolve(stopped === undefined ? {} : { stopped })
    }
    const watch = () => {
      clearTimeout(timer)
      // Loading takes the time that the network takes: only what runs the learner's code is held to the limit.
      timer = setTimeout(
        () =>
          end(
            current === undefined
              ? 'The checks did not load. Are you offline? Run them again.'
              : `Check ${current} was not finished after ${limit / 1000} seconds and was stopped. An endless loop does that: look at what ends yours. Your edit is kept.`,
          ),
        current === undefined ? limit + 45_000 : limit,
      )
    }
    signal?.addEventListener('abort', () => end('You stopped the run.'), { once: true })
    worker.onerror = (event) =>
      end(`The Worker failed: ${event.message ?? 'its script did not load'}. Run the checks again.`)
    worker.onmessage = ({ data }: MessageEvent<FromRunner>) => {
      if (data.type === 'done') return end()
      if (data.type === 'failed') return end(data.message)
      if (data.type === 'start') {
        current = data.id
        events.onStart?.(data.id)
      } else if (data.type === 'result') events.onResult?.(data.line)
      else if (data.type === 'note') events.onNote?.(data.text)
      else events.onLog?.(data.text)
      watch()
    }
    watch()
    worker.postMessage(request)
  })
}
