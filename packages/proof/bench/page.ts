/** A page that hands jobs to the Worker. */
import type { Job, Times } from './worker.ts'

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })

Object.assign(globalThis, {
  measure: (job: Job) =>
    new Promise<Times>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<{ times?: Times; error?: string }>) =>
        data.times ? resolve(data.times) : reject(new Error(data.error))
      worker.onerror = (event) => reject(new Error(event.message))
      worker.postMessage(job)
    }),
})
