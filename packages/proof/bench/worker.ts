/** Runs in a Worker of the browser: `npm run bench:proof` sends a case and takes the times. */
import { makeWitness, prove, setup, verify } from '../src/index.ts'
import { benchCase, type Secret } from './cases.ts'

export interface Job {
  text: string
  secret: Secret
  row: number[]
  runs: number
}

export interface Times {
  setupMs: number
  witnessMs: number
  proveMs: number[]
  verifyMs: number
  /** From the call of `abort` to the rejected promise, in the middle of a proof. */
  cancelMs: number
}

addEventListener('message', async ({ data }: MessageEvent<Job>) => {
  try {
    postMessage({ times: await run(data) })
  } catch (error) {
    postMessage({ error: String(error) })
  }
})

async function run({ text, secret, row, runs }: Job): Promise<Times> {
  const { circuit, inputs, signals } = benchCase(text, secret, row)
  const since = (start: number) => performance.now() - start
  let start = performance.now()
  const { provingKey } = await setup(circuit)
  const setupMs = since(start)
  start = performance.now()
  const witness = makeWitness(circuit, inputs)
  const witnessMs = since(start)
  const proveMs: number[] = []
  let proof = await prove(provingKey, witness)
  for (let i = 0; i < runs; i++) {
    start = performance.now()
    proof = await prove(provingKey, witness)
    proveMs.push(since(start))
  }
  start = performance.now()
  if (!verify(provingKey.verifyingKey, signals, proof)) throw new Error('the proof does not hold')
  const verifyMs = since(start)
  const stop = new AbortController()
  let aborted = 0
  const cancelled = prove(provingKey, witness, {
    signal: stop.signal,
    onProgress: (_, done) => {
      if (done !== 2) return
      setTimeout(() => {
        aborted = performance.now()
        stop.abort()
      }, 5)
    },
  }).then(
    () => Number.NaN,
    () => since(aborted),
  )
  return { setupMs, witnessMs, proveMs, verifyMs, cancelMs: await cancelled }
}
