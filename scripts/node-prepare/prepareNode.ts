import { zeroHash } from 'viem'
import { PrepareError } from './errors.ts'
import { isUnknownMethod, type Node, reason } from './node.ts'
import { type Step, steps } from './steps.ts'

export interface Prepared {
  found: number
  done: number
  /** Has the node the `debug` API, which shows the ink of each host call? */
  debugApi: boolean
}

/**
 * Brings a development node into the state that the labs expect. Idempotent: what is there is left alone, and when all
 * is there nothing is sent.
 *
 * @param say gets one line a step
 * @throws PrepareError, exit code 3, naming the step
 */
export async function prepareNode(node: Node, say: (line: string) => void): Promise<Prepared> {
  const counts = { found: 0, done: 0 }
  for (const step of steps) {
    try {
      counts[await take(step, node, say)]++
    } catch (error) {
      const why = error instanceof PrepareError ? error.message : reason(error)
      throw new PrepareError(3, `${step.name}: ${why}`, { cause: error })
    }
  }
  const debugApi = await hasDebugApi(node)
  say(
    debugApi
      ? line('debug API', 'found', 'on')
      : line('debug API', 'off', 'labs pass, but no ink per host call; nitro needs --http.api=...,debug'),
  )
  return { ...counts, debugApi }
}

async function take(step: Step, node: Node, say: (line: string) => void): Promise<'found' | 'done'> {
  const there = await step.find(node)
  if (there !== undefined) {
    say(line(step.name, 'found', there))
    return 'found'
  }
  const did = await step.act(node)
  if ((await step.find(node)) === undefined)
    throw new PrepareError(3, 'the transaction went through and changed nothing')
  say(line(step.name, 'done', did))
  return 'done'
}

const line = (name: string, state: string, words: string) =>
  `  ${name.padEnd(16)} ${state.padEnd(5)}  ${words}`

async function hasDebugApi({ client }: Node): Promise<boolean> {
  try {
    await client.request({ method: 'debug_traceTransaction', params: [zeroHash, {}] } as never)
    return true
  } catch (error) {
    // Any other answer (no such transaction) shows that the method is there.
    return !isUnknownMethod(error)
  }
}
