import { prices, StylusRuleError } from '@inkling/wasm'
import { type Estimated, estimateProgram } from './estimate.ts'
import type { Program } from './ir/program.ts'

/** A limit that a program breaks. */
export interface Misfit {
  limit: string
  value: number
  allowed: number
}

/** A program's costs, or the limit it breaks. */
export function fitProgram(program: Program, maxCode: number): { costs: Estimated } | { misfit: Misfit } {
  let costs: Estimated
  try {
    costs = estimateProgram(program)
  } catch (error) {
    if (!(error instanceof StylusRuleError)) throw error
    const numbers = (error.message.match(/\d[\d,]*/g) ?? []).map((n) => Number(n.replaceAll(',', '')))
    return { misfit: { limit: error.rule, value: numbers[0] ?? 0, allowed: numbers[1] ?? 0 } }
  }
  if (costs.wasmBytes > prices.LIMITS.wasmBytes)
    return { misfit: { limit: 'bytes of wasm', value: costs.wasmBytes, allowed: prices.LIMITS.wasmBytes } }
  if (costs.codeBytes > maxCode)
    return { misfit: { limit: 'bytes of contract code', value: costs.codeBytes, allowed: maxCode } }
  return { costs }
}
