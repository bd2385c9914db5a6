import { to0x } from '../bytes.ts'
import { invalidParams } from '../errors.ts'
import type { TraceStep } from '../stylus/world.ts'

interface StylusStep {
  name: string
  args: string
  outs: string
  startInk: number
  endInk: number
  address?: string
  steps?: StylusStep[]
}

/** What `stylusTracer` answers. Ink values are JSON numbers, as a node gives them. */
export function stylusTrace(steps: TraceStep[], options: unknown): StylusStep[] {
  const tracer = (options as { tracer?: unknown } | undefined)?.tracer
  if (tracer !== 'stylusTracer')
    throw invalidParams(
      `this devnode has the tracer "stylusTracer" only, got ${JSON.stringify(tracer ?? null)}`,
    )
  return steps.map(toJson)
}

function toJson({ name, args, outs, startInk, endInk, address, steps }: TraceStep): StylusStep {
  return {
    name,
    args: to0x(args),
    outs: to0x(outs),
    startInk: Number(startInk),
    endInk: Number(endInk),
    ...(address === undefined ? {} : { address: `0x${address}` }),
    ...(steps ? { steps: steps.map(toJson) } : {}),
  }
}
