import type { ModuleReport } from '@inkling/wasm'
import { DevnodeError, HostStackExhaustedError, UnsupportedHostCallError } from '../errors.ts'
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
}

interface Ended {
  gasLeft: bigint
  /** Ink at entry and what was used of it; all of it when it ran out. */
  ink: { start: bigint; used: bigint }
  steps: TraceStep[]
}
export type ProgramOutcome =
  | (Ended & { kind: 'success' | 'revert'; output: Uint8Array })
  /** A wasm trap or a refused host call: the caller sees an empty revert. `reason` is for people. */
  | (Ended & { kind: 'trap'; reason: string })
  | (Ended & { kind: 'outOfInk' | 'outOfStack' })

export type SuspenderKind = 'auto' | 'jspi' | 'replay'

export function prepareProgram(wasm: Uint8Array, report: ModuleReport): Program {
  return {
    module: new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>),
    report,
    mayWait: report.imports.some((i) => i.module === 'vm_hooks' && WAITING_HOST_CALLS.includes(i.name)),
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
  for (;;) {
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
  const mark = (name: string, args: Uint8Array, outs: Uint8Array): void => {
    frame.steps.push({ name, args, outs, startInk: start, endInk: start })
  }
  mark('user_entrypoint', u32(world.calldata.length), NOTHING)

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
    else if (e instanceof RangeError && /call stack/i.test(e.message))
      throw new HostStackExhaustedError('running a contract')
    else if (e instanceof HostFailure) trap = e.reason
    else if (e instanceof WebAssembly.RuntimeError) trap = e.message
    else if (!(e instanceof OutOfInk)) throw e
    if (!(e instanceof Exit)) {
      const left = { gasLeft: 0n, ink: { start, used: start }, steps: frame.steps }
      if (exports.stylus_stack_left.value === 0) return { kind: 'outOfStack', ...left }
      if (frame.exhausted || exports.stylus_ink_status.value !== 0) return { kind: 'outOfInk', ...left }
    }
  }

  const ink = BigInt.asUintN(64, exports.stylus_ink_left.value)
  const end = {
    gasLeft: inkToGas(ink, frame.inkPrice),
    ink: { start, used: start - ink },
    steps: frame.steps,
  }
  if (trap !== undefined) return { kind: 'trap', reason: trap, ...end }
  mark('user_returned', NOTHING, u32(status))
  return { kind: status === 0 ? 'success' : 'revert', output: frame.output, ...end }
}

function hostImports(
  program: Program,
  frame: Frame,
  exports: () => Exports,
  wrapped: boolean,
): WebAssembly.Imports {
  const out: WebAssembly.Imports = {}
  for (const { module, name } of program.report.imports) {
    const implementation = HOST_CALLS[module]?.[name]
    const traceName = module === 'console' ? consoleTraceName(name) : name
    const call = (...args: unknown[]): unknown => {
      if (!implementation) throw new UnsupportedHostCallError(`${module}.${name}`)
      const { stylus_ink_left: counter, stylus_ink_status: inkStatus } = exports()
      frame.ink = BigInt.asUintN(64, counter.value)
      const startInk = frame.ink
      frame.traced = { args: NOTHING, outs: NOTHING }
      const settle = (): void => {
        counter.value = BigInt.asIntN(64, frame.ink)
        if (frame.exhausted) inkStatus.value = 1
      }
      const done = (result: unknown): unknown => {
        settle()
        if (traceName) frame.steps.push({ name: traceName, ...frame.traced, startInk, endInk: frame.ink })
        return result
      }
      const fail = (e: unknown): never => {
        // a host call that fails leaves no entry; one that waits is not done yet
        if (e instanceof Exit) done(undefined)
        else if (!(e instanceof Suspended)) settle()
        throw e
      }
      try {
        const result = implementation(frame, ...args)
        return result instanceof Promise ? result.then(done, fail) : done(result)
      } catch (e) {
        return fail(e)
      }
    }
    out[module] ??= {}
    out[module][name] =
      wrapped && WAITING_HOST_CALLS.includes(name)
        ? new (WebAssembly as Jspi).Suspending(call as (...args: unknown[]) => unknown)
        : call
  }
  return out
}
