import { gasToInk, inkToGas } from './ink.ts'
import { HostFailure, OutOfInk } from './signals.ts'
import { StorageCache } from './storageCache.ts'
import type { Suspender } from './suspender.ts'
import type { StylusWorld, TraceStep } from './world.ts'

const EMPTY = new Uint8Array(0)

/** One run of one program: its ink, its memory and what it has told the host so far. */
export class Frame {
  readonly world: StylusWorld
  readonly suspender: Suspender
  readonly inkPrice: bigint
  readonly storage = new StorageCache()
  memory!: WebAssembly.Memory
  ink = 0n
  /** True once ink was asked for that was not there. */
  exhausted = false
  output: Uint8Array = EMPTY
  returnData: Uint8Array = EMPTY
  lastCode: { address: string; code: Uint8Array } | undefined
  readonly steps: TraceStep[] = []
  /** What the tracer will show of the host call being made. */
  traced: { args: Uint8Array; outs: Uint8Array; address?: string; steps?: TraceStep[] } = {
    args: EMPTY,
    outs: EMPTY,
  }

  constructor(world: StylusWorld, suspender: Suspender) {
    this.world = world
    this.suspender = suspender
    this.inkPrice = BigInt(world.params.inkPrice)
  }

  buy(ink: bigint): void {
    if (this.ink < ink) this.exhaust()
    this.ink -= ink
  }

  buyGas(gas: bigint): void {
    this.buy(gasToInk(gas, this.inkPrice))
  }

  /** Requires that much gas without spending it. */
  needGas(gas: bigint): void {
    if (this.ink < gasToInk(gas, this.inkPrice)) this.exhaust()
  }

  exhaust(): never {
    this.ink = 0n
    this.exhausted = true
    throw new OutOfInk()
  }

  /** Notes arguments and results for the tracer: concatenated, integers big-endian. */
  trace(args: Uint8Array, outs: Uint8Array = EMPTY): void {
    this.traced.args = args
    this.traced.outs = outs
  }

  gasLeft(): bigint {
    return inkToGas(this.ink, this.inkPrice)
  }

  /** A copy of program memory. Pointers arrive as signed 32-bit numbers. */
  read(pointer: number, length: number): Uint8Array {
    const [from, n] = [pointer >>> 0, length >>> 0]
    if (from + n > this.memory.buffer.byteLength)
      throw new HostFailure(`memory read of ${n} bytes at ${from}`)
    return new Uint8Array(this.memory.buffer, from, n).slice()
  }

  write(pointer: number, bytes: Uint8Array): void {
    const at = pointer >>> 0
    if (at + bytes.length > this.memory.buffer.byteLength)
      throw new HostFailure(`memory write of ${bytes.length} bytes at ${at}`)
    new Uint8Array(this.memory.buffer).set(bytes, at)
  }

  writeU32(pointer: number, value: number): void {
    const bytes = new Uint8Array(4)
    new DataView(bytes.buffer).setUint32(0, value, true)
    this.write(pointer, bytes)
  }
}
