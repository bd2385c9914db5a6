/** Random numbers that a seed decides, so that a failing case can be run again by its seed alone. */
export class Random {
  #state: number
  constructor(seed: number) {
    this.#state = (seed ^ 0x9e3779b9) >>> 0
  }

  /** 32 random bits (mulberry32). */
  bits(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let t = this.#state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return (t ^ (t >>> 14)) >>> 0
  }

  /** A whole number from 0 to `n - 1`. */
  below(n: number): number {
    return this.bits() % n
  }

  chance(probability: number): boolean {
    return this.bits() / 2 ** 32 < probability
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T
  }

  /** Edge values as often as any others. */
  i32(): number {
    if (this.chance(0.4)) return this.pick([0, 1, -1, 2, 31, 32, 0x7fffffff, -0x80000000, 255, 65_536])
    return this.chance(0.5) ? this.below(256) : this.bits() | 0
  }

  i64(): bigint {
    if (this.chance(0.5)) return BigInt(this.i32())
    return BigInt.asIntN(64, (BigInt(this.bits()) << 32n) | BigInt(this.bits()))
  }
}
