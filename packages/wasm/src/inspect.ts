import { checkExports } from './checks/checkExports.ts'
import { checkFeatures } from './checks/checkFeatures.ts'
import { checkFunction } from './checks/checkFunction.ts'
import { checkImports } from './checks/checkImports.ts'
import { checkMemory } from './checks/checkMemory.ts'
import { checkSegments } from './checks/checkSegments.ts'
import { checkSize } from './checks/checkSize.ts'
import { type CostEstimate, compileGas, estimateCosts, type ModuleSizes } from './costs.ts'
import {
  decodeModule,
  type FunctionType,
  functionTypes,
  readBodyOperators,
  type WasmModule,
} from './decodeModule.ts'
import { StylusRuleError } from './errors.ts'
import type { Frame } from './frameWords.ts'
import { readFunctionNames } from './readFunctionNames.ts'
import type { Operator } from './readOperator.ts'
import type { StylusRules } from './rules.ts'
import { validateStandard } from './validateStandard.ts'

/** What a module is and what it costs. Sizes in bytes or counts, prices in gas. */
export type ModuleReport = ModuleSizes & {
  /** Declared maximum of the memory in pages; undefined if there is none. */
  maxPages: number | undefined
  imports: { module: string; name: string }[]
  exports: string[]
  /** Names from the name section, by function index. */
  functionNames: Map<number, string>
  /** Largest frame of any function in words of the Stylus stack. */
  largestFrameWords: number
  estimate: CostEstimate
  /** Gas that activation takes for compiling, without its fixed part. */
  compileGas: number
}

/** A module with everything that checking found out, for the rewriter. */
export type CheckedModule = {
  module: WasmModule
  types: (FunctionType | undefined)[]
  importedFunctions: number
  /** Index of `vm_hooks.pay_for_memory_grow` if the memory may grow. */
  growHook: number | undefined
  functions: { ops: Operator[]; frame: Frame }[]
  report: ModuleReport
}

/**
 * Judges a module by the rules of Stylus activation and reports its sizes and costs, offline.
 *
 * @throws WasmFormatError if it is not valid WebAssembly.
 * @throws StylusRuleError if activation would refuse it; `message` names the rule, `remedy` what to do.
 * @example
 * ```ts
 * const report = inspect(wasm, { arbos: 51, debug: false })
 * console.log(report.estimate.init + report.estimate.cached, 'gas to enter, over the minimum')
 * ```
 */
export function inspect(wasm: Uint8Array, rules: StylusRules): ModuleReport {
  return checkModule(wasm, rules).report
}

/** `inspect` with the intermediate results. */
export function checkModule(wasm: Uint8Array, rules: StylusRules): CheckedModule {
  checkSize(wasm, rules)
  const m = decodeModule(wasm)
  const bodies = m.bodies.map((body) => ({ body, ops: readBodyOperators(m, body) }))
  const names = readFunctionNames(m)
  checkFeatures(m, bodies, names, rules)
  validateStandard(wasm)

  // from here on indices, types and nesting are known to be right
  const types = functionTypes(m)
  const importedFunctions = m.imports.length
  checkImports(m, rules)
  checkExports(m, types, rules)
  const growHook = checkMemory(m, rules)
  checkSegments(m)
  const growable = growHook !== undefined
  let instrumentedOperators = 0
  let largestFrameWords = 0
  const functions = bodies.map(({ body, ops }, i) => {
    const checked = checkFunction(m, types, importedFunctions + i, names, body, ops, growable)
    instrumentedOperators += checked.instrumentedOperators
    largestFrameWords = Math.max(largestFrameWords, checked.frame.words)
    return { ops, frame: checked.frame }
  })

  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)
  const elementBytes = sum(m.elements.map((e) => e.encodedBytes))
  const sizes: ModuleSizes = {
    functions: m.functions.length,
    signatureWords: sum(m.functions.map((t) => m.types[t]!.params.length + m.types[t]!.results.length)),
    wasmBytes: wasm.length,
    globals: m.globals.length + 4,
    segmentBytes: sum(m.data.map((d) => d.encodedBytes)) + elementBytes,
    initialPages: m.memories[0]!.min,
    dataPayloadBytes: sum(m.data.map((d) => d.payload.length)),
    elementBytes,
    instrumentedOperators,
  }
  const estimate = estimateCosts(sizes)
  for (const [name, value] of [
    ['init', estimate.init],
    ['cached', estimate.cached],
  ] as const) {
    if (value <= 0xffff) continue
    throw new StylusRuleError(
      'entry-cost',
      `The ${name} cost of the program is ${value} gas; the chain stores at most 65535`,
      'Shrink the data segments and the number of functions: move tables out of the program or compute them.',
    )
  }
  const report: ModuleReport = {
    ...sizes,
    maxPages: m.memories[0]!.max,
    imports: m.imports.map(({ module, name }) => ({ module, name })),
    exports: m.exports.map((e) => e.name),
    functionNames: names,
    largestFrameWords,
    estimate,
    compileGas: compileGas(sizes, rules.arbos),
  }
  return { module: m, types, importedFunctions, growHook, functions, report }
}
