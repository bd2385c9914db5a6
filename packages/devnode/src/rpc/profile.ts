import { quantity, to0x } from '../bytes.ts'
import type { Executed } from '../chain/execute.ts'
import { calldataGas } from '../chain/intrinsic.ts'

/** Cost of one call by cause, in the order of the cost bar. Ink everywhere but in `base` and `calldata`, which are gas. */
export interface CallProfile {
  ok: boolean
  returnData: `0x${string}`
  /** Gas of the whole call, intrinsic gas included. */
  gasUsed: `0x${string}`
  /** Gas of the called frame alone: entry, pages and execution. */
  frameGas: number
  /** Ink of the outermost program's execution, entry not included; null where no program ran. */
  ink: number | null
  cached: boolean | null
  parts: {
    base: number
    calldata: number
    entry: number
    pages: number
    hostCalls: Record<string, number>
    instructions: number
  }
  /** What stopped the program, in words. */
  trap?: string
}

/** Splits what a call cost. Ink of `instructions` is what is left of the execution after all host calls. */
export function profileOf(done: Executed, data: Uint8Array): CallProfile {
  const { result, context } = done
  const run = context.outermost
  const outcome = run?.outcome
  const inkPrice = run?.inkPrice ?? 10_000
  const hostCalls: Record<string, number> = {}
  let hostInk = 0
  for (const step of outcome?.steps ?? []) {
    const ink = Number(step.startInk - step.endInk)
    if (step.name.startsWith('user_')) continue
    hostCalls[step.name] = (hostCalls[step.name] ?? 0) + ink
    hostInk += ink
  }
  const used = outcome ? Number(outcome.ink.used) : 0
  const trap = trapWords(done)
  return {
    ok: !result.exceptionError,
    returnData: to0x(result.returnValue),
    gasUsed: quantity(done.gasUsed),
    frameGas: Number(result.executionGasUsed),
    ink: outcome ? used : null,
    cached: run?.cached ?? null,
    parts: {
      base: 21_000,
      calldata: calldataGas(data),
      entry: run ? Number(run.entryGas) * inkPrice : 0,
      pages: run ? Number(run.pagesGas) * inkPrice : 0,
      hostCalls,
      instructions: used - hostInk,
    },
    ...(trap ? { trap } : {}),
  }
}

function trapWords({ result, context }: Executed): string | undefined {
  const outcome = context.outermost?.outcome
  if (!result.exceptionError) return undefined
  if (!context.outermost) return undefined
  if (!outcome) return String(result.exceptionError.error)
  if (outcome.kind === 'trap') return outcome.reason
  if (outcome.kind === 'outOfInk') return `out of ink: ${outcome.ink.used} ink were not enough`
  if (outcome.kind === 'outOfStack') return 'out of stack: the calls inside the contract nest too deep'
  return undefined
}
