import { functionInkGlobal, type ModuleReport } from '@inkling/wasm'
import {
  DevnodeError,
  HostStackExhaustedError,
  ReplayTooLongError,
  UnsupportedHostCallError,
} from '../errors.ts'
import { Frame } from './frame.ts'
import { WAITING_HOST_CALLS } from './hostio/calls.ts'
import { consoleTraceName } from './hostio/console.ts'
import { HOST_CALLS } from './hostio/index.ts'
import { NOTHING, u32 } from './hostio/types.ts'
import { gasToInk, inkToGas } from './ink.ts'
import { Exit, HostFailure, OutOfInk, Suspended } from './signals.ts'
import { hasJspi, jspiSuspender, ReplaySuspender, type Suspender } from './suspender.ts'
import type { StylusWorld, TraceStep } from './world.ts'

/** A program ready to run: metered, compiled, with what is known of it. */
export interface Program {
  module: WebAssembly.Module
  report: ModuleReport
  /** True where it imports a host call that may wait for another contract. */
  mayWait: boolean
  /** True where it counts ink by function (profiles). */
  counts: boolean
}

interface Ended {
  gasLeft: bigint
  /** Ink at entry and what was used of it; all of it when it ran out. */
  ink: { start: bigint; used: bigint }
  /** Where every host call is recorded. */
  steps: TraceStep[]
  /** Ink of host calls by kind, where that is recorded. */
  hostInk: ReadonlyMap<string, bigint>
  /** Ink of each function's own instructions, by function index; only of programs that count it. */
  functionInk?: Map<number, bigint>
}
export type ProgramOutcome =
  | (Ended & { kind: 'success' | 'revert'; output: Uint8Array })
  /** A wasm trap or a refused host call: the caller sees an empty revert. `reason` is for people. */
  | (Ended & { kind: 'trap'; reason: string })
  | (Ended & { kind: 'outOfInk' | 'outOfStack' })

/** A program that makes n calls is run n times under replay: the time grows with the square. */
const REPLAY_LIMIT_MS = 60_000

export type SuspenderKind = 'auto' | 'jspi' | 'replay'

export function prepareProgram(wasm: Uint8Array, report: ModuleReport, counts = false): Program {
  return {
    module: new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>),
    report,
    mayWait: report.imports.some((i) => i.module === 'vm_hooks' && WAITING_HOST_CALLS.includes(i.name)),
    counts,
  }
}

/** Runs a program with `gas` left after its entry cost. Contract behavior never throws; only faults of the devnode do. */
export async function runProgram(
  program: Program,
  world: StylusWorld,
  gas: bigint,
  suspender: SuspenderKind = 'auto',
): Promise<ProgramOutcome> {
  const jspi = suspender === 'jspi' || (suspender === 'auto' && hasJspi())
  if (jspi && !hasJspi())
    throw new DevnodeError('This JavaScript engine has no WebAssembly JSPI; use the replay suspender.')
  if (jspi || !program.mayWait) return attempt(program, world, gas, jspiSuspender) as Promise<ProgramOutcome>

  const replay = new ReplaySuspender()
  const end = performance.now() + REPLAY_LIMIT_MS
  for (;;) {
    if (performance.now() > end) throw new ReplayTooLongError(REPLAY_LIMIT_MS)
    replay.rewind()
    const outcome = await attempt(program, world, gas, replay)
    if (!(outcome instanceof Suspended)) return outcome
    await outcome.answer()
  }
}

interface Exports {
  memory: WebAssembly.Memory
  user_entrypoint: (length: number) => number
  stylus_ink_left: WebAssembly.Global<'i64'>
  stylus_ink_status: WebAssembly.Global<'i32'>
  stylus_stack_left: WebAssembly.Global<'i32'>
}

type Jspi = typeof WebAssembly & {
  Suspending: new (f: (...args: unknown[]) => unknown) => WebAssembly.ImportValue
  promising: (f: unknown) => (...args: unknown[]) => Promise<number>
}

async function attempt(
  program: Program,
  world: StylusWorld,
  gas: bigint,
  suspender: Suspender,
): Promise<ProgramOutcome | Suspended> {
  const frame = new Frame(world, suspender)
  const wrapped = suspender.kind === 'jspi' && program.mayWait
  let exports: Exports | undefined
  const imports = hostImports(program, frame, () => exports as Exports, wrapped)
  exports = new WebAssembly.Instance(program.module, imports).exports as unknown as Exports
  frame.memory = exports.memory
  const start = gasToInk(gas, frame.inkPrice)
  exports.stylus_ink_left.value = BigInt.asIntN(64, start)
  exports.stylus_ink_status.value = 0
  exports.stylus_stack_left.value = world.params.maxStackDepth | 0
  const tracing = world.recording === 'steps'
  if (tracing) frame.keep(mark('user_entrypoint', u32(world.calldata.length), NOTHING, start))

  let status = 0
  let trap: string | undefined
  try {
    const length = world.calldata.length
    status = wrapped
      ? await (WebAssembly as Jspi).promising(exports.user_entrypoint)(length)
      : exports.user_entrypoint(length)
  } catch (e) {
    if (e instanceof Suspended) return e
    if (e instanceof Exit) status = e.status
    else if (isStackOverflow(e)) throw new HostStackExhaustedError('running a contract')
    else if (e instanceof HostFailure) trap = e.reason
    else if (e instanceof WebAssembly.RuntimeError) trap = e.message
    else if (!(e instanceof OutOfInk)) throw e
    if (!(e instanceof Exit)) {
      const left = { gasLeft: 0n, ink: { start, used: start }, ...recorded(program, frame, exports) }
      if (exports.stylus_stack_left.value === 0) return { kind: 'outOfStack', ...left }
      if (frame.exhausted || exports.stylus_ink_status.value !== 0) return { kind: 'outOfInk', ...left }
    }
  }

  const ink = BigInt.asUintN(64, exports.stylus_ink_left.value)
  const end = {
    gasLeft: inkToGas(ink, frame.inkPrice),
    ink: { start, used: start - ink },
    ...recorded(program, frame, exports),
  }
  if (trap !== undefined) return { kind: 'trap', reason: trap, ...end }
  if (tracing) frame.keep(mark('user_returned', NOTHING, u32(status), start))
  return { kind: status === 0 ? 'success' : 'revert', output: frame.output, ...end }
}

/** V8 and JavaScriptCore, or SpiderMonkey. */
function isStackOverflow(e: unknown): boolean {
  return e instanceof Error && /call stack size exceeded|too much recursion/i.test(e.message)
}

/** Entry and exit in a trace: both show the ink at entry. */
function mark(name: string, args: Uint8Array, outs: Uint8Array, ink: bigint): TraceStep {
  return { name, args, outs, startInk: ink, endInk: ink }
}

function recorded(
  { counts, report }: Program,
  frame: Frame,
  exports: Exports,
): Pick<Ended, 'steps' | 'hostInk' | 'functionInk'> {
  const { steps, hostInk } = frame
  if (!counts) return { steps, hostInk }
  const functionInk = new Map<number, bigint>()
  const counters = exports as unknown as Record<string, WebAssembly.Global<'i64'>>
  const first = report.imports.length
  for (let i = first; i < first + report.functions; i++) {
    const ink = (counters[functionInkGlobal(i)] as WebAssembly.Global<'i64'>).value
    if (ink !== 0n) functionInk.set(i, BigInt.asUintN(64, ink))
  }
  return { steps, hostInk, functionInk }
}

type HostFunction = (...args: unknown[]) => unknown

function hostImports(
  program: Program,
  frame: Frame,
  exports: () => Exports,
  wrapped: boolean,
): WebAssembly.Imports {
  const out: WebAssembly.Imports = {}
  for (const { module, name } of program.report.imports) {
    const call = hostFunction(module, name, frame, exports)
    out[module] ??= {}
    out[module][name] =
      wrapped && WAITING_HOST_CALLS.includes(name) ? new (WebAssembly as Jspi).Suspending(call) : call
  }
  return out
}

/** A host call as the program sees it: takes the ink counter over, runs, and gives the counter back. */
function hostFunction(module: string, name: string, frame: Frame, exports: () => Exports): HostFunction {
  const implementation = HOST_CALLS[module]?.[name]
  if (!implementation)
    return () => {
      throw new UnsupportedHostCallError(`${module}.${name}`)
    }
  const shown = module === 'console' ? consoleTraceName(name) : name
  const settle = (): void => {
    const { stylus_ink_left: counter, stylus_ink_status: status } = exports()
    counter.value = BigInt.asIntN(64, frame.ink)
    if (frame.exhausted) status.value = 1
  }
  const done = (result: unknown, before: bigint): unknown => {
    settle()
    if (shown) frame.record(shown, before)
    return result
  }
  const fail = (e: unknown, before: bigint): never => {
    // a host call that fails leaves no entry; one that waits is not done yet
    if (e instanceof Exit) done(undefined, before)
    else if (!(e instanceof Suspended)) settle()
    throw e
  }
  return (...args) => {
    const before = BigInt.asUintN(64, exports().stylus_ink_left.value)
    frame.begin(before)
    try {
      const result = implementation(frame, ...args)
      if (!(result instanceof Promise)) return done(result, before)
      return result.then(
        (value) => done(value, before),
        (e) => fail(e, before),
      )
    } catch (e) {
      return fail(e, before)
    }
  }
}
