import { ProofCancelledError } from '../errors.ts'

/** Options of everything that takes longer than a blink. */
export interface WorkOptions {
  /** Called before each part of the work, and once with `done === of` at the end. */
  onProgress?: (part: string, done: number, of: number) => void
  /** Ends the work with a ProofCancelledError. */
  signal?: AbortSignal
}

/** Milliseconds of work between two turns given to the page or to the event loop. */
const TURN = 25

/**
 * Reports progress and gives the page its turns: progress is drawn, a click on Cancel gets through, a server answers.
 */
export class Turns {
  readonly #options: WorkOptions
  readonly #parts: readonly string[]
  #done = 0
  #since = performance.now()

  constructor(options: WorkOptions, parts: readonly string[]) {
    this.#options = options
    this.#parts = parts
  }

  /** Begins the next part. */
  async next(): Promise<void> {
    this.#stop()
    this.#options.onProgress?.(this.#parts[this.#done]!, this.#done++, this.#parts.length)
    await this.#yield()
  }

  /** Inside a part, in every long loop: waits only when the turn is over. */
  async pause(): Promise<void> {
    if (performance.now() - this.#since > TURN) await this.#yield()
  }

  /** Whether `pause` would wait: spares hot loops an await. */
  get due(): boolean {
    return performance.now() - this.#since > TURN
  }

  end(): void {
    this.#stop()
    this.#options.onProgress?.('done', this.#parts.length, this.#parts.length)
  }

  async #yield(): Promise<void> {
    await nextTask()
    this.#since = performance.now()
    this.#stop()
  }

  #stop(): void {
    if (this.#options.signal?.aborted) throw new ProofCancelledError()
  }
}

/**
 * A task of its own, without the four milliseconds that browsers add to nested timers. A channel a call, closed after
 * it: an open one would keep a Node process alive.
 */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(0)
  })
}
