import type { InterpreterStep } from '@ethereumjs/evm'
import { bytesToHex, to0x } from '../../bytes.ts'
import type { Executed } from '../../chain/execute.ts'
import type { ArbitrumEvm } from '../../evm/arbitrumEvm.ts'
import { count, options, serverError } from '../params.ts'
import { type Frame, record } from './recorder.ts'

/** Characters of JSON, about. */
const MAX_SIZE = 64 * 1024 * 1024

interface StructLog {
  pc: number
  op: string
  gas: number
  gasCost: number
  depth: number
  error?: string
  refund?: number
  stack?: string[]
  memory?: string[]
  storage?: Record<string, string>
}

/** geth's default tracer: every EVM opcode. Stylus frames have none, so they leave no entry. */
export async function structLogs(
  evm: ArbitrumEvm,
  run: () => Promise<Executed>,
  config: unknown,
): Promise<Record<string, unknown>> {
  const c = options(config, 'the tracer options')
  const limit = c.limit ? count(c.limit, 'limit', 0xffffffff) : Number.POSITIVE_INFINITY
  const logs: StructLog[] = []
  const last = new Map<Frame, StructLog>()
  const storages = new Map<string, Map<string, string>>()
  let size = 0

  const onStep = (s: InterpreterStep, frame: Frame): void => {
    const log: StructLog = {
      pc: s.pc,
      op: s.opcode.name === 'INVALID' ? `opcode 0x${hex(s.opcode.code ?? 0)} not defined` : s.opcode.name,
      gas: Number(s.gasLeft),
      gasCost: Number(s.opcode.dynamicFee ?? s.opcode.fee),
      depth: s.depth + 1,
    }
    last.set(frame, log)
    if (logs.length >= limit) return
    if (s.gasRefund > 0n) log.refund = Number(s.gasRefund)
    if (c.disableStack !== true) log.stack = s.stack.map((v) => `0x${v.toString(16)}`)
    if (c.enableMemory === true && s.memory.length > 0) log.memory = memoryWords(s.memory)
    const storage = c.disableStorage === true ? undefined : storageAt(s)
    if (storage) log.storage = storage
    size += 100 + 20 * (log.stack?.length ?? 0) + 2 * (log.memory ? s.memory.length : 0)
    size += 140 * Object.keys(log.storage ?? {}).length
    if (size > MAX_SIZE)
      throw serverError(
        `trace too large: ${logs.length} steps. Set limit, or leave out what you don't need (disableStack, disableStorage).`,
      )
    logs.push(log)
  }
  // an SLOAD or SSTORE shows all slots that its contract has touched so far
  const storageAt = (s: InterpreterStep): Record<string, string> | undefined => {
    if (s.opcode.name !== 'SLOAD' && s.opcode.name !== 'SSTORE') return undefined
    const account = bytesToHex(s.address.bytes)
    const slots = storages.get(account) ?? new Map<string, string>()
    storages.set(account, slots)
    const [key, value] = [s.stack.at(-1), s.stack.at(-2)]
    if (key === undefined) return undefined
    const k = key.toString(16).padStart(64, '0')
    if (s.opcode.name === 'SSTORE' && value !== undefined) slots.set(k, value.toString(16).padStart(64, '0'))
    else if (s.opcode.name === 'SLOAD')
      slots.set(k, bytesToHex(evm.state.slot(account, k) ?? new Uint8Array(32)))
    return Object.fromEntries(slots)
  }

  const { done } = await record(evm, run, {
    onStep,
    // a call's cost counts the gas that it hands over
    onOpen: (frame, parent) => {
      const log = parent && last.get(parent)
      if (!log || frame.type.startsWith('CREATE')) return
      const stipend = (frame.type === 'CALL' || frame.type === 'CALLCODE') && frame.value !== 0n ? 2300n : 0n
      log.gasCost += Number(frame.gas - stipend)
    },
    onClose: (frame) => {
      const log = last.get(frame)
      if (log && frame.error && !frame.reverted) log.error = frame.error
      last.delete(frame)
    },
  })
  return {
    gas: Number(done.gasUsed),
    failed: done.result.exceptionError !== undefined,
    returnValue: to0x(done.result.returnValue),
    structLogs: logs,
  }
}

const hex = (n: number): string => n.toString(16).padStart(2, '0')

function memoryWords(memory: Uint8Array): string[] {
  const words: string[] = []
  for (let i = 0; i + 32 <= memory.length; i += 32) words.push(bytesToHex(memory.subarray(i, i + 32)))
  return words
}
