import { sstoreCost } from '../evm/sstore.ts'
import type { StylusWorld } from './world.ts'

interface Slot {
  value: Uint8Array
  /** What the chain is known to hold; absent for a slot that was written before it was read. */
  known: Uint8Array | undefined
}

export const ZERO32 = new Uint8Array(32)
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => {
  for (let i = 0; i < 32; i++) if (a[i] !== b[i]) return false
  return true
}

/**
 * The storage cache of one program frame. Nothing is written until it is flushed, and what is never flushed is lost.
 * Surcharges count every access since the frame began, hits too. Source: Stylus VM specification, 2.3.
 */
export class StorageCache {
  #slots = new Map<string, Slot>()
  #reads = 0
  #writes = 0

  /** Gas for one more read. */
  readGas(): bigint {
    const n = ++this.#reads
    return n <= 32 ? 0n : n <= 128 ? 2n : 10n
  }

  /** Gas for one more write. */
  writeGas(): bigint {
    const n = ++this.#writes
    return n <= 8 ? 0n : n <= 64 ? 7n : 10n
  }

  get(key: string): Uint8Array | undefined {
    return this.#slots.get(key)?.value
  }

  loaded(key: string, value: Uint8Array): void {
    this.#slots.set(key, { value, known: value })
  }

  write(key: string, value: Uint8Array): void {
    const slot = this.#slots.get(key)
    if (slot) slot.value = value
    else this.#slots.set(key, { value, known: undefined })
  }

  dirty(): [key: string, value: Uint8Array][] {
    const out: [string, Uint8Array][] = []
    for (const [key, slot] of this.#slots)
      if (!slot.known || !sameBytes(slot.known, slot.value)) out.push([key, slot.value])
    return out
  }

  flushed(clear: boolean): void {
    if (clear) this.#slots.clear()
    else for (const slot of this.#slots.values()) slot.known = slot.value
  }
}

/** Writes slots with the EVM's costs. Returns the gas, or undefined when it exceeds `gasLimit`. Adds refunds to the world. */
export function writeSlots(
  world: StylusWorld,
  address: string,
  slots: [string, Uint8Array][],
  gasLimit: bigint,
): bigint | undefined {
  let total = 0n
  for (const [key, value] of slots) {
    const { gas, refund } = sstoreCost({
      original: world.state.originalSlot(address, key) ?? ZERO32,
      current: world.state.slot(address, key) ?? ZERO32,
      value,
      cold: world.warmSlot(address, key),
    })
    total += gas
    if (total > gasLimit) return undefined
    world.refund(refund)
    world.state.setSlot(address, key, sameBytes(value, ZERO32) ? undefined : value)
  }
  return total
}
