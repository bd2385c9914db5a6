import { estimateProgram, programInk } from './estimate.ts'
import { encodeProgram } from './ir/emit-wasm.ts'
import type { CostReport, Plan } from './types.ts'

export { type Compiled, compileModel } from './compile-model.ts'
export { CREATE2_FACTORY, DATA_ROOM, type DataContract, dataContract } from './data/data-contract.ts'
export { DataFileError, formatDataFile, parseDataFile } from './data/data-file.ts'
export { emitRust, type RustOptions } from './emit-rust.ts'
export { CompileError, DoesNotFitError, UnsupportedError } from './errors.ts'
export { placementTable, weightBytes } from './placements.ts'
export { planModel } from './plan-model.ts'
export type {
  Build,
  CompileOptions,
  CostReport,
  InkRange,
  Placement,
  PlacementEstimate,
  Plan,
  PlanStep,
} from './types.ts'

/** A plan as a raw module: no selector, packed input in, one label byte or int32 scores out. */
export function emitWasm(plan: Plan): Uint8Array {
  return encodeProgram(plan.program)
}

/** What a plan costs, before anything runs. */
export function estimate(plan: Plan): CostReport {
  const { wasm: _, ...costs } = estimateProgram(plan.program)
  return costs
}

/**
 * Exact ink of one call, for kernels whose path depends on the input: host calls included, entry not.
 *
 * @param input packed, of the model's length and within its range.
 */
export function inputInk(plan: Plan, input: Uint8Array): number {
  return programInk(plan.program, input)
}
