import type { Call, Chain } from './chain.ts'
import type { Hex } from './hex.ts'

export interface TraceLine {
  name: string
  args: string
  outs: string
  ink: number
}

export interface SlotChange {
  slot: string
  before: string
  after: string
}

interface Step {
  name: string
  args: Hex
  outs: Hex
  startInk: number
  endInk: number
}

const short = (hex: string, most = 26) =>
  hex === '0x' ? '' : hex.length <= most ? hex : `${hex.slice(0, most)}… ${(hex.length - 2) / 2} bytes`

/** Every host call of a run with its ink, in order. */
export async function readTrace(chain: Chain, call: Call, block = 'latest'): Promise<TraceLine[]> {
  const steps = await chain.request<Step[]>('debug_traceCall', call, block, { tracer: 'stylusTracer' })
  return steps
    .filter(({ name }) => !name.startsWith('user_'))
    .map(({ name, args, outs, startInk, endInk }) => ({
      name,
      args: short(args),
      outs: short(outs),
      ink: startInk - endInk,
    }))
}

interface Diff {
  pre: Record<Hex, { storage?: Record<Hex, Hex> }>
  post: Record<Hex, { storage?: Record<Hex, Hex> }>
}

const trimmed = (value: Hex | undefined) => (value ? value.replace(/^0x0+(?=.)/, '0x') : '0x0')

/** Storage slots of the called contract that a call would change. */
export async function readStateDiff(chain: Chain, call: Call, block = 'latest'): Promise<SlotChange[]> {
  const tracer = { tracer: 'prestateTracer', tracerConfig: { diffMode: true, disableCode: true } }
  const { pre, post } = await chain.request<Diff>('debug_traceCall', call, block, tracer)
  const before = pre[call.to]?.storage ?? {}
  const after = post[call.to]?.storage ?? {}
  const slots = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<Hex>
  return [...slots].map((slot) => ({
    slot: trimmed(slot),
    before: trimmed(before[slot]),
    after: trimmed(after[slot]),
  }))
}
