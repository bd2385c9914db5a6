import { ARBITRUM_START_TIME } from '../constants.ts'

/** Unix seconds. */
export type Clock = () => bigint
export const wallClock: Clock = () => BigInt(Math.floor(Date.now() / 1000))

/** Activation times are kept in 24 bits of hours (Stylus VM specification, 3.5): the chain's time ends there. */
export const LAST_TIMESTAMP = ARBITRUM_START_TIME + 3600n * ((1n << 24n) - 1n)

/** What time control has been set to. Part of a snapshot. */
export interface TimeSettings {
  /** Seconds added to the clock. */
  offset: bigint
  /** Exact timestamp of the next block, once. */
  next: bigint | undefined
  /** Seconds between blocks, whatever the clock says. */
  interval: bigint | undefined
}

/** The clock of the chain: the wall's, unless a test moves it. Never goes back. */
export class ChainTime {
  readonly #clock: Clock
  settings: TimeSettings = { offset: 0n, next: undefined, interval: undefined }

  constructor(clock: Clock = wallClock) {
    this.#clock = clock
  }

  /** Timestamp of a block that came now, after one at `last`. */
  after(last: bigint): bigint {
    const { next, interval, offset } = this.settings
    if (next !== undefined) return next
    if (interval !== undefined) return later(last, last + interval)
    return later(last, this.#clock() + offset)
  }

  /** A block was made at `timestamp`: an exact time that was asked for is used up, and the clock goes on from it. */
  passed(timestamp: bigint): void {
    if (this.settings.next === undefined) return
    this.settings = { ...this.settings, next: undefined, offset: timestamp - this.#clock() }
  }

  moveBy(seconds: bigint): void {
    this.settings = { ...this.settings, offset: this.settings.offset + seconds }
  }

  /** Makes the clock show `timestamp` now. */
  moveTo(timestamp: bigint): void {
    this.settings = { ...this.settings, offset: timestamp - this.#clock() }
  }
}

const later = (a: bigint, b: bigint): bigint => {
  const time = a > b ? a : b
  return time < LAST_TIMESTAMP ? time : LAST_TIMESTAMP
}
