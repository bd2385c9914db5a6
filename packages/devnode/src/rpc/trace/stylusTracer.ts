import { to0x } from '../../bytes.ts'
import type { TraceStep } from '../../stylus/world.ts'

export interface StylusStep {
  name: string
  args: string
  outs: string
  startInk: number
  endInk: number
  address?: string
  steps?: StylusStep[]
}

/** What `stylusTracer` answers. Ink values are JSON numbers, as a node gives them. */
export function stylusTrace(steps: readonly TraceStep[]): StylusStep[] {
  return steps.map(stylusStep)
}

export function stylusStep({ name, args, outs, startInk, endInk, address, steps }: TraceStep): StylusStep {
  return {
    name,
    args: to0x(args),
    outs: to0x(outs),
    startInk: Number(startInk),
    endInk: Number(endInk),
    ...(address === undefined ? {} : { address: `0x${address}` }),
    ...(steps ? { steps: steps.map(stylusStep) } : {}),
  }
}
