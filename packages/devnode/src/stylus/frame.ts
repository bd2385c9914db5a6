import { RpcError } from '../errors.ts'
import { gasToInk, inkToGas } from './ink.ts'
import { HostFailure, OutOfInk } from './signals.ts'
import { StorageCache } from './storageCache.ts'
import type { Suspender } from './suspender.ts'
import type { StylusWorld, TraceStep } from './world.ts'

const EMPTY = new Uint8Array(0)
/** Most entries that a trace keeps of one frame. */
const MAX_STEPS = 500_000

/** One run of one program: its ink, its memory and what it has told the host so far. */
export class Frame {
  readonly world: StylusWorld
  readonly suspender: Suspender
  readonly inkPrice: bigint
  readonly storage = new StorageCache()
  memory!: WebAssembly.Memory
  #view = EMPTY
  ink = 0n
  /** True once ink was asked for that was not there. */
  exhausted = false
  output: Uint8Array = EMPTY
  returnData: Uint8Array = EMPTY
  lastCode: { address: string; code: Uint8Array } | undefined
  readonly #tracing: boolean
  /** Entries of host calls, while tracing. A replay starts with those of the attempt before it. */
  readonly steps: TraceStep[]
  /** How many entries this attempt has come by. */
  #passed = 0
  /** Ink of host calls by kind, where that is recorded. */
  readonly hostInk = new Map<string, bigint>()
  /** What the tracer will show of the host call being made. */
  traced: { args: Uint8Array; outs: Uint8Array; address?: string; steps?: TraceStep[] } = {
    args: EMPTY,
    outs: EMPTY,
  }

  constructor(world: StylusWorld, suspender: Suspender) {
    this.world = world
    this.suspender = suspender
    this.inkPrice = BigInt(world.params.inkPrice)
    this.#tracing = world.recording === 'steps'
    this.steps = suspender.steps ?? []
  }

  /** True where the host call being made leaves an entry that is not there yet: takes time and memory. */
  get traces(): boolean {
    return this.#tracing && this.#passed === this.steps.length
  }

  /** Adds an entry, unless a replay has just come by it again. */
  keep(step: TraceStep): void {
    if (this.#passed++ < this.steps.length) return
    if (this.steps.length >= MAX_STEPS)
      throw new RpcError(-32000, `trace too large: more than ${MAX_STEPS} host calls in one frame`)
    this.steps.push(step)
  }

  /** A host call starts with this much ink. */
  begin(ink: bigint): void {
    this.ink = ink
    if (this.traces) this.traced = { args: EMPTY, outs: EMPTY }
  }

  /** Notes a host call that is done, as far as host calls are recorded. */
  record(name: string, startInk: bigint): void {
    if (this.#tracing && this.#passed < this.steps.length) this.#passed++
    else if (this.#tracing) this.keep({ name, ...this.traced, startInk, endInk: this.ink })
    else if (this.world.recording === 'totals' && startInk !== this.ink)
      this.hostInk.set(name, (this.hostInk.get(name) ?? 0n) + startInk - this.ink)
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

  /** Program memory as it is now. When it grows, the buffer behind an older view is gone and the view is empty. */
  get #memory(): Uint8Array {
    if (this.#view.length === 0) this.#view = new Uint8Array(this.memory.buffer)
    return this.#view
  }

  /** A copy of program memory. Pointers arrive as signed 32-bit numbers. */
  read(pointer: number, length: number): Uint8Array {
    const [from, n] = [pointer >>> 0, length >>> 0]
    const memory = this.#memory
    if (from + n > memory.length) throw new HostFailure(`memory read of ${n} bytes at ${from}`)
    return memory.slice(from, from + n)
  }

  write(pointer: number, bytes: Uint8Array): void {
    const at = pointer >>> 0
    const memory = this.#memory
    if (at + bytes.length > memory.length)
      throw new HostFailure(`memory write of ${bytes.length} bytes at ${at}`)
    memory.set(bytes, at)
  }

  /** Little-endian, as WebAssembly has it. */
  writeU32(pointer: number, value: number): void {
    const at = pointer >>> 0
    const memory = this.#memory
    if (at + 4 > memory.length) throw new HostFailure(`memory write of 4 bytes at ${at}`)
    memory[at] = value
    memory[at + 1] = value >>> 8
    memory[at + 2] = value >>> 16
    memory[at + 3] = value >>> 24
  }
}
