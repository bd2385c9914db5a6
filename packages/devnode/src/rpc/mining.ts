/** A block every so many seconds (`evm_setIntervalMining`), beside those that transactions make. */
export class IntervalMining {
  #timer: ReturnType<typeof setInterval> | undefined
  readonly #mine: () => void

  /** `mine` has to queue up with the requests. */
  constructor(mine: () => void) {
    this.#mine = mine
  }

  /** 0 stops it. */
  set(milliseconds: number): void {
    clearInterval(this.#timer)
    this.#timer = undefined
    if (milliseconds === 0) return
    const timer = setInterval(this.#mine, milliseconds)
    // in Node, a process that does nothing else may end
    ;(timer as { unref?: () => void }).unref?.()
    this.#timer = timer
  }
}
