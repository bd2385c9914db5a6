import type { EVMResult, InterpreterStep, Log, Message } from '@ethereumjs/evm'
import { bytesToHex } from '../../bytes.ts'
import type { Executed } from '../../chain/execute.ts'
import type { ArbitrumEvm } from '../../evm/arbitrumEvm.ts'
import type { TraceStep } from '../../stylus/world.ts'
import { failureText } from '../call.ts'
import { serverError } from '../params.ts'

const MAX_FRAMES = 100_000
/** Bytes of all inputs and outputs. */
const MAX_DATA = 64 * 1024 * 1024
/** Milliseconds that a traced run may take. */
const TIMEOUT = 30_000

export type FrameType =
  | 'CALL'
  | 'CALLCODE'
  | 'DELEGATECALL'
  | 'STATICCALL'
  | 'CREATE'
  | 'CREATE2'
  | 'SELFDESTRUCT'

/** One frame of a recorded run. Addresses in hex without prefix. */
export interface Frame {
  type: FrameType
  from: string
  to: string | undefined
  input: Uint8Array
  value: bigint | undefined
  gas: bigint
  gasUsed: bigint
  output: Uint8Array
  error: string | undefined
  reverted: boolean
  calls: Frame[]
  logs: { log: Log; position: number }[]
  /** Host calls of a Stylus frame, or what an EVM frame opened (`evm_*`). */
  steps: TraceStep[]
  /** Sizes of `calls` when its LOG opcodes ran. */
  logsAt: number[]
}

export interface RecorderOptions {
  /** Called for every opcode, before it runs. */
  onStep?(step: InterpreterStep, frame: Frame): void
  /** Called when a frame opens, its parent first. */
  onOpen?(frame: Frame, parent: Frame | undefined): void
  onClose?(frame: Frame): void
  /** Notes where logs stand between calls, which takes a look at every opcode. */
  positions?: boolean
}

/** Runs something on the EVM and records its frames. Nothing is recorded unless somebody asks: events cost time. */
export async function record(
  evm: ArbitrumEvm,
  run: () => Promise<Executed>,
  options: RecorderOptions = {},
): Promise<{ done: Executed; top: Frame }> {
  const open: Frame[] = []
  const claimed = new Set<Log>()
  let top: Frame | undefined
  let [frames, steps, data] = [0, 0, 0]
  const end = Date.now() + TIMEOUT

  const weigh = (bytes: number): void => {
    data += bytes
    if (data > MAX_DATA)
      throw serverError(`trace too large: more than ${MAX_DATA} bytes of inputs and outputs`)
  }
  const beforeMessage = (message: Message): void => {
    const parent = open.at(-1)
    if (++frames > MAX_FRAMES) throw serverError(`trace too large: more than ${MAX_FRAMES} frames`)
    weigh(message.data.length)
    const frame = newFrame(message, parent, evm.context.steps)
    parent?.calls.push(frame)
    top ??= frame
    open.push(frame)
    options.onOpen?.(frame, parent)
  }
  const afterMessage = (result: EVMResult): void => {
    const frame = open.pop()
    if (!frame) return
    closeFrame(frame, result, claimed)
    weigh(frame.output.length)
    options.onClose?.(frame)
  }
  const step = (s: InterpreterStep): void => {
    if (++steps % 1024 === 0 && Date.now() > end)
      throw serverError('execution timeout: the trace took too long')
    const frame = open.at(-1) as Frame
    if (s.opcode.code !== undefined && s.opcode.code >= 0xa0 && s.opcode.code <= 0xa4)
      frame.logsAt.push(frame.calls.length)
    options.onStep?.(s, frame)
  }

  const { events } = evm
  events.on('beforeMessage', beforeMessage)
  events.on('afterMessage', afterMessage)
  if (options.onStep || options.positions) events.on('step', step)
  try {
    const done = await run()
    if (!top) throw serverError('nothing ran')
    return { done, top }
  } finally {
    events.off('beforeMessage', beforeMessage)
    events.off('afterMessage', afterMessage)
    events.off('step', step)
  }
}

function newFrame(message: Message, parent: Frame | undefined, steps: TraceStep[]): Frame {
  const type = typeOf(message, parent)
  return {
    type,
    // a delegate call keeps its caller's caller; what a trace shows is the account that made the call
    from: bytesToHex(type === 'DELEGATECALL' && message.to ? message.to.bytes : message.caller.bytes),
    to: message.to && bytesToHex(message.codeAddress.bytes),
    input: message.data,
    value: type === 'STATICCALL' ? undefined : message.value,
    gas: message.gasLimit,
    gasUsed: 0n,
    output: new Uint8Array(0),
    error: undefined,
    reverted: false,
    calls: [],
    logs: [],
    steps,
    logsAt: [],
  }
}

function typeOf(message: Message, parent: Frame | undefined): FrameType {
  if (!message.to) return message.salt ? 'CREATE2' : 'CREATE'
  if (message.delegatecall) return 'DELEGATECALL'
  // an EVM frame has noted which opcode it is at; a Stylus frame notes its host calls once they are over
  const opener = parent?.steps.at(-1)?.name
  if (opener === 'evm_static_call_contract') return 'STATICCALL'
  if (opener === 'evm_call_contract') return message.to.equals(message.codeAddress) ? 'CALL' : 'CALLCODE'
  return message.isStatic && parent ? 'STATICCALL' : 'CALL'
}

function closeFrame(frame: Frame, { execResult, createdAddress }: EVMResult, claimed: Set<Log>): void {
  const error = execResult.exceptionError
  frame.gasUsed = execResult.executionGasUsed
  frame.output = error && error.error !== 'revert' ? new Uint8Array(0) : execResult.returnValue
  if (error) {
    frame.error = failureText(execResult)
    frame.reverted = error.error === 'revert'
    return
  }
  if (createdAddress) frame.to = bytesToHex(createdAddress.bytes)
  if (frame.steps.at(-1)?.name === 'evm_self_destruct') {
    const to = [...(execResult.selfdestruct?.values() ?? [])].at(-1)?.slice(2)
    frame.calls.push({ ...selfdestruct, from: frame.to ?? '', to })
  }
  ownLogs(frame, execResult.logs ?? [], claimed)
}

const selfdestruct = {
  type: 'SELFDESTRUCT',
  input: new Uint8Array(0),
  value: undefined,
  gas: 0n,
  gasUsed: 0n,
  output: new Uint8Array(0),
  error: undefined,
  reverted: false,
  calls: [],
  logs: [],
  steps: [],
  logsAt: [],
} satisfies Omit<Frame, 'from' | 'to'>

/** A frame's result holds the logs of all below it too, the same objects. Those of frames that closed are claimed. */
function ownLogs(frame: Frame, all: Log[], claimed: Set<Log>): void {
  const own = all.filter((log) => !claimed.has(log))
  for (const log of own) claimed.add(log)
  const at = isStylus(frame) ? stylusLogPositions(frame) : frame.logsAt
  frame.logs = own.map((log, i) => ({ log, position: at[i] ?? frame.calls.length }))
}

export const isStylus = (frame: Frame): boolean => frame.steps[0]?.name === 'user_entrypoint'

function stylusLogPositions(frame: Frame): number[] {
  const at: number[] = []
  let calls = 0
  for (const { step, child } of hostSteps(frame)) {
    if (child) calls++
    if (step?.name === 'emit_log') at.push(calls)
  }
  return at
}

/**
 * Host calls of a Stylus frame in order, each with the frame it opened, if it did: a call that is refused before it
 * starts opens none. Frames without a host call (it ran out of ink afterwards) come last.
 */
export function hostSteps(frame: Frame): { step?: TraceStep; child?: Frame }[] {
  const out: { step?: TraceStep; child?: Frame }[] = []
  let next = 0
  for (const step of frame.steps) {
    const child = frame.calls[next]
    const opened = child !== undefined && opens(step, child)
    if (opened) next++
    out.push(opened ? { step, child } : { step })
  }
  for (const child of frame.calls.slice(next)) out.push({ child })
  return out
}

function opens(step: TraceStep, child: Frame): boolean {
  const creates = step.name === 'evm_create1' || step.name === 'evm_create2'
  if (!creates && step.address === undefined) return false
  if (creates !== child.type.startsWith('CREATE')) return false
  if (step.steps || child.steps.length > 0) return step.steps === child.steps
  return creates || step.address === child.to
}
