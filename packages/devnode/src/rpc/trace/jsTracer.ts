import type { InterpreterStep } from '@ethereumjs/evm'
import { to0x } from '../../bytes.ts'
import type { Executed } from '../../chain/execute.ts'
import type { ArbitrumEvm } from '../../evm/arbitrumEvm.ts'
import type { TraceStep } from '../../stylus/world.ts'
import { serverError } from '../params.ts'
import { type Frame, hostSteps, isStylus, record } from './recorder.ts'
import { stylusStep } from './stylusTracer.ts'

const MAX_EVENTS = 200_000
const MAX_SIZE = 128 * 1024 * 1024

/** What a tracer is called with, in order. Plain data: bytes are hex with `0x`, amounts are decimal or hex text. */
export type TracerEvent =
  | {
      kind: 'enter'
      type: string
      from: string
      to: string
      input: string
      gas: number
      value: string | undefined
    }
  | { kind: 'exit'; gasUsed: number; output: string; error: string | undefined }
  | { kind: 'hostio'; name: string; args: string; outs: string; startInk: number; endInk: number }
  | {
      kind: 'step'
      pc: number
      op: string
      opNumber: number
      gas: number
      cost: number
      depth: number
      refund: number
      stack: string[]
      memory: string
      contract: { address: string; caller: string; value: string; input: string }
      error: string | undefined
    }

export interface TracerInput {
  /** The JavaScript object literal that the client sent. */
  source: string
  config: unknown
  events: TracerEvent[]
  /** What the tracer's `result` gets as its first argument. */
  context: Record<string, unknown>
}

/**
 * Runs a JavaScript tracer over recorded events and gives what its `result` returns. It is code that a client sends:
 * an implementation belongs to a host that can keep it away from everything else (`node/jsTracer.ts`).
 */
export type JsTracer = (input: TracerInput) => unknown

/** Records a run for a JavaScript tracer. Opcodes are recorded only if the source mentions `step` or `fault`. */
export async function tracerEvents(
  evm: ArbitrumEvm,
  run: () => Promise<Executed>,
  source: string,
): Promise<{ done: Executed; top: Frame; events: TracerEvent[] }> {
  const items = new Map<Frame, (Frame | TracerEvent)[]>()
  const last = new Map<Frame, TracerEvent>()
  let [recorded, size] = [0, 0]
  const listOf = (frame: Frame) => {
    const list = items.get(frame) ?? []
    items.set(frame, list)
    return list
  }
  const onStep = (s: InterpreterStep, frame: Frame): void => {
    const event = stepEvent(s, frame)
    size += 200 + 20 * event.stack.length + event.memory.length
    if (++recorded > MAX_EVENTS || size > MAX_SIZE)
      throw serverError(`trace too large for a JavaScript tracer: ${recorded} steps`)
    listOf(frame).push(event)
    last.set(frame, event)
  }
  const { done, top } = await record(evm, run, {
    ...(/\b(step|fault)\b/.test(source) ? { onStep } : {}),
    onOpen: (frame, parent) => {
      if (parent) listOf(parent).push(frame)
    },
    onClose: (frame) => {
      const event = last.get(frame)
      if (event?.kind === 'step' && frame.error && !frame.reverted) event.error = frame.error
    },
  })
  const events: TracerEvent[] = []
  walk(top, items, events)
  return { done, top, events }
}

function walk(frame: Frame, items: Map<Frame, (Frame | TracerEvent)[]>, out: TracerEvent[]): void {
  const child = (f: Frame): void => {
    out.push(enterEvent(f))
    walk(f, items, out)
    out.push({ kind: 'exit', gasUsed: Number(f.gasUsed), output: to0x(f.output), error: f.error })
  }
  if (isStylus(frame)) {
    for (const { step, child: opened } of hostSteps(frame)) {
      if (opened) child(opened)
      if (step && !step.name.startsWith('evm_')) out.push(hostEvent(step))
    }
    return
  }
  for (const item of items.get(frame) ?? []) 'kind' in item ? out.push(item) : child(item)
  const end = frame.calls.at(-1)
  if (end?.type === 'SELFDESTRUCT') child(end)
}

function enterEvent(f: Frame): TracerEvent {
  const value = f.value === undefined ? undefined : String(f.value)
  return {
    kind: 'enter',
    type: f.type,
    from: `0x${f.from}`,
    to: `0x${f.to ?? ''}`,
    input: to0x(f.input),
    gas: Number(f.gas),
    value,
  }
}

function hostEvent(step: TraceStep): TracerEvent {
  const { name, args, outs, startInk, endInk } = stylusStep(step)
  return { kind: 'hostio', name, args, outs, startInk, endInk }
}

function stepEvent(s: InterpreterStep, frame: Frame): TracerEvent & { kind: 'step' } {
  return {
    kind: 'step',
    pc: s.pc,
    op: s.opcode.name,
    opNumber: s.opcode.code ?? 0,
    gas: Number(s.gasLeft),
    cost: Number(s.opcode.dynamicFee ?? s.opcode.fee),
    depth: s.depth + 1,
    refund: Number(s.gasRefund),
    stack: s.stack.map((v) => `0x${v.toString(16)}`),
    memory: to0x(s.memory),
    contract: {
      address: to0x(s.address.bytes),
      caller: `0x${frame.from}`,
      value: String(frame.value ?? 0n),
      input: to0x(frame.input),
    },
    error: undefined,
  }
}

/** The first argument of a tracer's `result`. */
export function tracerContext(
  top: Frame,
  done: Executed,
  gasLimit: bigint,
  extra: Record<string, unknown>,
): Record<string, unknown> {
  return {
    type: top.type,
    from: `0x${top.from}`,
    to: `0x${top.to ?? ''}`,
    input: to0x(top.input),
    gas: Number(gasLimit),
    gasUsed: Number(done.gasUsed),
    intrinsicGas: Number(done.intrinsic),
    value: String(top.value ?? 0n),
    output: to0x(top.output),
    error: top.error,
    ...extra,
  }
}
