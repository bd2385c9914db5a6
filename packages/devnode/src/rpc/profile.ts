import { quantity, to0x } from '../bytes.ts'
import type { Executed } from '../chain/execute.ts'
import { calldataGas } from '../chain/intrinsic.ts'
import type { ProgramRun } from '../evm/context.ts'

/** What one function of a program spent on its own instructions; calls it makes are counted where they go. */
export interface FunctionInk {
  /** Index in the module, imports counted. */
  index: number
  /** From the name section; `function 12` where the program has none. */
  name: string
  ink: number
}

/** Cost of one call by cause, in the order of the cost bar. Ink, except for `base`, `calldata` and `refund`, which are gas. */
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
    /** By kind; a call of another contract includes what that contract used. */
    hostCalls: Record<string, number>
    /** The sum of `functions`. */
    instructions: number
    /** What a failed host call paid, or what was left and is lost when ink or stack runs out. */
    lost: number
    /** What the size of the output costs on top of all that: never less than EVM memory. */
    output: number
    /** Taken off for storage that was cleared. */
    refund: number
  }
  /** The outermost program's functions that ran, the most expensive first. */
  functions: FunctionInk[]
  /** What stopped the program, in words. */
  trap?: string
}

/** Splits what a call cost; it has to have run with `ArbitrumEvm.profiling`, or `functions` stays empty. */
export function profileOf(done: Executed, data: Uint8Array): CallProfile {
  const { result, context, intrinsic } = done
  const run = context.outermost
  const outcome = run?.outcome
  const inkPrice = run?.inkPrice ?? 10_000
  const hostCalls: Record<string, number> = {}
  let hostInk = 0
  for (const [name, ink] of outcome?.hostInk ?? []) {
    hostCalls[name] = Number(ink)
    hostInk += Number(ink)
  }
  const used = outcome ? Number(outcome.ink.used) : 0
  const functions = run ? functionsOf(run) : []
  const instructions = functions.reduce((sum, f) => sum + f.ink, 0)
  const trap = trapWords(done)
  return {
    ok: !result.exceptionError,
    returnData: to0x(result.returnValue),
    gasUsed: quantity(done.gasUsed),
    frameGas: Number(result.executionGasUsed),
    ink: outcome ? used : null,
    cached: run?.cached ?? null,
    parts: {
      base: Number(intrinsic) - calldataGas(data),
      calldata: calldataGas(data),
      entry: run ? Number(run.entryGas) * inkPrice : 0,
      pages: run ? Number(run.pagesGas) * inkPrice : 0,
      hostCalls,
      instructions,
      lost: used - hostInk - instructions,
      output: run ? outputInk(run) : 0,
      refund: Number(intrinsic + result.executionGasUsed - done.gasUsed),
    },
    functions,
    ...(trap ? { trap } : {}),
  }
}

function functionsOf({ outcome, functionNames }: ProgramRun): FunctionInk[] {
  return [...(outcome?.functionInk ?? [])]
    .map(([index, ink]) => ({
      index,
      name: functionNames?.get(index) ?? `function ${index}`,
      ink: Number(ink),
    }))
    .sort((a, b) => b.ink - a.ink)
}

function outputInk({ outcome, gasUsed, entryGas, pagesGas, inkPrice }: ProgramRun): number {
  if (!outcome || !('output' in outcome)) return 0
  const price = BigInt(inkPrice)
  const execution = (outcome.ink.used + price - 1n) / price
  return Number((gasUsed - entryGas - pagesGas - execution) * price)
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
