import { DevnodeError } from '../errors.ts'
import { Suspended } from './signals.ts'
import type { TraceStep } from './world.ts'

/**
 * Host calls are synchronous, but running another contract is not. Two ways to wait, which must give the same ink:
 * JSPI suspends the WebAssembly stack; replay unwinds it, gets the answer and runs the program again from the start,
 * answering every earlier request for outside state from its records.
 */
export interface Suspender {
  readonly kind: 'jspi' | 'replay'
  /** Trace entries that outlast one attempt. */
  readonly steps?: TraceStep[]
  /** Outside state that is there at once. `ink` is asserted to be the same when replayed. */
  memo<T>(what: string, ink: bigint, read: () => T): T
  /** Outside state that has to be waited for. */
  wait<T>(what: string, ink: bigint, run: () => Promise<T>): T | Promise<T>
}

export const hasJspi = (): boolean =>
  typeof (WebAssembly as { Suspending?: unknown }).Suspending === 'function'

export const jspiSuspender: Suspender = {
  kind: 'jspi',
  memo: (_what, _ink, read) => read(),
  wait: (_what, _ink, run) => run(),
}

interface Answer {
  what: string
  ink: bigint
  value: unknown
}

export class ReplaySuspender implements Suspender {
  readonly kind = 'replay'
  readonly steps: TraceStep[] = []
  readonly #answers: Answer[] = []
  #next = 0

  /** Back to the first answer: the program starts again. */
  rewind(): void {
    this.#next = 0
  }

  memo<T>(what: string, ink: bigint, read: () => T): T {
    const known = this.#recorded(what, ink)
    if (known) return known.value as T
    const value = read()
    this.#answers.push({ what, ink, value })
    this.#next++
    return value
  }

  wait<T>(what: string, ink: bigint, run: () => Promise<T>): T {
    const known = this.#recorded(what, ink)
    if (known) return known.value as T
    throw new Suspended(async () => {
      this.#answers.push({ what, ink, value: await run() })
    })
  }

  #recorded(what: string, ink: bigint): Answer | undefined {
    const answer = this.#answers[this.#next]
    if (!answer) return undefined
    if (answer.what !== what || answer.ink !== ink)
      throw new DevnodeError(
        `Replay went another way: ${answer.what} at ${answer.ink} ink was recorded, ${what} at ${ink} came now. ` +
          'This is a fault of the devnode; please report it with the contract.',
      )
    this.#next++
    return answer
  }
}
