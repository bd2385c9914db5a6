import {
  type Block,
  decodeModule,
  entryCost,
  inspect,
  type ModuleReport,
  priceBlocks,
  prices,
  type StylusRules,
} from '@inkling/wasm'
import { compress } from '@inkling/wasm/brotli'
import { encodeProgram } from './ir/emit-wasm.ts'
import { evaluate } from './ir/evaluate.ts'
import type { Node } from './ir/nodes.ts'
import { pathInk } from './ir/path-ink.ts'
import type { Program } from './ir/program.ts'
import type { CostReport } from './types.ts'

/** Gas of `activateProgram` but for compiling, first activation on ArbOS 32 to 51 (Stylus VM notes, 3.2). */
const ACTIVATION_FIXED = 1_747_826

export type Estimated = CostReport & { wasm: Uint8Array }

const RULES: StylusRules = { arbos: 51, debug: false }

/** Compressing takes a while, and the planner has done it already. */
const estimates = new WeakMap<Program, Estimated>()

/**
 * What a program costs, before anything runs. Straight-line code costs the same for every input; with branches `min`
 * and `max` are bounds over all paths, and `inputInk` gives the exact figure for one input.
 *
 * @throws StylusRuleError if the module would not activate.
 */
export function estimateProgram(program: Program): Estimated {
  const known = estimates.get(program)
  if (known) return known
  const wasm = encodeProgram(program)
  const report = inspect(wasm, RULES)
  const instructionInk = pathInk(program, blockInk(wasm))
  const made = { ...costs(wasm, report, instructionInk, program.hostInk), wasm }
  estimates.set(program, made)
  return made
}

function blockInk(wasm: Uint8Array): number[][] {
  return priceBlocks(wasm).map(({ blocks }) => blocks.map((b: Block) => b.ink))
}

/** The costs that follow from a module and its ink. */
export function costs(
  wasm: Uint8Array,
  report: ModuleReport,
  instructionInk: { min: number; max: number },
  hostInk: number,
): CostReport {
  const kernelInk = { min: instructionInk.min + hostInk, max: instructionInk.max + hostInk }
  const kernelGas = Math.ceil(kernelInk.max / prices.CHAIN_DEFAULTS.inkPrice)
  const cached = entryCost(report, { cached: true }).total
  const uncached = entryCost(report, { cached: false }).total
  const { locals, operators } = largestFunction(wasm)
  return {
    kernelInk,
    hostInk,
    instructionInk,
    kernelGas,
    wasmBytes: wasm.length,
    codeBytes: compress(wasm).length,
    entryGas: { cached, uncached },
    callGas: { cached: cached + kernelGas, uncached: uncached + kernelGas },
    activationGas: ACTIVATION_FIXED + report.compileGas,
    functions: report.functions,
    locals,
    operators,
  }
}

function largestFunction(wasm: Uint8Array): { locals: number; operators: number } {
  const module = decodeModule(wasm)
  const blocks = priceBlocks(wasm)
  let locals = 0
  let operators = 0
  for (const [i, body] of module.bodies.entries()) {
    const declared = body.locals.reduce((n, run) => n + run.count, 0)
    locals = Math.max(locals, declared + module.types[module.functions[i]!]!.params.length)
    const list = blocks[i]!.blocks
    const { perBlock, perFunction, perReturn } = prices.INSTRUMENTED
    operators = Math.max(
      operators,
      (list.at(-1)?.last ?? 0) + 1 + perBlock * list.length + perFunction + perReturn,
    )
  }
  return { locals, operators }
}

/** Exact ink of one call with a certain packed input of the right length; host calls included, entry not. */
export function programInk(program: Program, input: Uint8Array): number {
  const wasm = encodeProgram(program)
  const known = new Map()
  const goes = (test: Node) => (evaluate(test, input, known) !== 0n ? 'yes' : 'no')
  return pathInk(program, blockInk(wasm), goes).max + program.hostInk
}
