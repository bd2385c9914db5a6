import type { Model } from '../types.ts'
import { estimateProgram } from './estimate.ts'
import { planModel } from './plan-model.ts'
import type { CompileOptions, CostReport, Plan } from './types.ts'

export interface Compiled {
  plan: Plan
  wasm: Uint8Array
  costs: CostReport
}

/**
 * Model file to raw kernel: the plan, the module, and what it costs.
 *
 * @example
 * ```ts
 * const { wasm, costs } = compileModel(loadModel(json), { build: 'label' })
 * console.log(costs.kernelGas, costs.codeBytes)
 * ```
 * @throws as `planModel` does.
 */
export function compileModel(model: Model, options: CompileOptions): Compiled {
  const plan = planModel(model, options)
  const { wasm, ...costs } = estimateProgram(plan.program)
  return { plan, wasm, costs }
}
