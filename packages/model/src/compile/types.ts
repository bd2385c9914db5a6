import type { Model } from '../types.ts'
import type { DataContract } from './data/data-contract.ts'
import type { Program } from './ir/program.ts'

/** `label`: the output is one byte. `scores`: int32 little-endian, one a score. */
export type Build = 'label' | 'scores'

/**
 * Where the weights of dense layers live: immediates in straight-line code, `i64.const` + `i64.store` at the start
 * with loops over the memory, a data segment with the same loops, or the code of other contracts.
 */
export type Placement = 'code' | 'const-stores' | 'data' | 'data-contracts'

export interface CompileOptions {
  build: Build
  /** Will the program be in the chain's cache? Decides between placements. Default true. */
  cached?: boolean
  /** Most bytes of contract code, brotli with its prefix of 4. Default 24,576. */
  maxCode?: number
  /** Forces a placement; left out, the cheapest that fits is taken. */
  placement?: Placement
}

/** One line of what the plan does, for people. */
export interface PlanStep {
  /** `input`, `layers[0]`, `trees`, `output`. */
  where: string
  /** For instance `128 outputs in 26 words, 1,784 of 5,096 multiplications, pairs`. */
  what: string
}

/** A way to place the weights, with what it would cost. Gas of a call includes entry. */
export interface PlacementEstimate {
  placement: Placement | 'calldata' | 'storage'
  weightBytes: number
  /** Gas a call: entry and execution as far as weights are concerned. */
  gasCached: number
  gasUncached: number
  /** False where the compiler doesn't emit it; `remark` says why, or what to do. */
  emitted: boolean
  remark: string
}

/** One plan, two back ends: `emitWasm` and `emitRust`. */
export interface Plan {
  name: string
  model: Model
  /** SHA-256 of the model, hex without 0x. */
  modelHash: string
  build: Build
  placement: Placement
  inputLength: number
  /** Bytes of calldata. */
  inputBytes: number
  /** Bytes of output: 1, or 4 a score. */
  outputBytes: number
  outputs: number
  /** Multiply-accumulates of the dense network, zeros included; 0 for trees. */
  macs: number
  steps: PlanStep[]
  placements: PlacementEstimate[]
  /** Contracts that have to be deployed before the kernel is called; most plans have none. */
  dataContracts: DataContract[]
  program: Program
}

/** Ink of one call of the entry point. `min` = `max` unless the path depends on the input. */
export interface InkRange {
  min: number
  max: number
}

/** What a module costs, before anything runs. Ink: 10,000 a gas. */
export interface CostReport {
  /** All of a call but entry: instructions and host calls. Exact where `min` = `max`. */
  kernelInk: InkRange
  hostInk: number
  instructionInk: InkRange
  /** kernelInk.max in gas, rounded up as the chain does. */
  kernelGas: number
  wasmBytes: number
  /** Brotli with the prefix of 4 bytes. */
  codeBytes: number
  entryGas: { cached: number; uncached: number }
  /** Entry and kernel: what another contract pays for the call's frame. */
  callGas: { cached: number; uncached: number }
  /** `activateProgram`, without the 21,000 and calldata of its transaction. */
  activationGas: number
  functions: number
  /** Largest number of locals of a function, parameters included. */
  locals: number
  /** Largest number of operators of a function after metering; the limit is 65,536. */
  operators: number
}
