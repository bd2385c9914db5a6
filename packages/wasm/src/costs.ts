import { COMPILE_GAS } from './prices.ts'

/** Sizes of a module that its costs follow from. */
export type ModuleSizes = {
  /** F: functions with a body. */
  functions: number
  /** T: parameters and results over those functions. */
  signatureWords: number
  /** W: bytes of wasm after decompression, custom sections included. */
  wasmBytes: number
  /** G: the module's globals and the 4 that metering adds. */
  globals: number
  /** E: encoded bytes of all data and element segments. */
  segmentBytes: number
  /** M: pages of memory at the start. */
  initialPages: number
  /** Bytes of data only, without the segments' headers. */
  dataPayloadBytes: number
  /** Encoded bytes of the element segments. */
  elementBytes: number
  /** Operators after instrumentation, over all functions. */
  instrumentedOperators: number
}

/** What activation writes down about a program: gas to enter it, and the size of its native code. */
export type CostEstimate = {
  /** Gas to prepare the program, on top of the chain's minimum (u16). */
  init: number
  /** Gas to enter it when it is prepared, on top of the chain's minimum (u16). */
  cached: number
  /** Bytes of native code that the data fee is taken for. */
  asm: number
  /** The same in KiB, rounded up: what the chain stores. */
  asmKb: number
}

const part = (count: number, mul: number, div: number) => Math.floor((count * mul) / div)

/**
 * Cost figures that activation stores for a program (Stylus version 2 and later). Each term is rounded down by itself.
 *
 * @example
 * ```ts
 * // a module of 187 bytes with one function, one memory page and no data
 * estimateCosts({ functions: 1, signatureWords: 2, wasmBytes: 187, globals: 4, segmentBytes: 0, initialPages: 1 })
 * // { init: 34, cached: 11, asm: 514189, asmKb: 503 }
 * ```
 */
export function estimateCosts(
  s: Pick<
    ModuleSizes,
    'functions' | 'signatureWords' | 'wasmBytes' | 'globals' | 'segmentBytes' | 'initialPages'
  >,
): CostEstimate {
  const asm =
    512000 +
    part(s.functions, 996829, 1000) +
    part(s.signatureWords, 11416, 1000) +
    part(s.wasmBytes, 62628, 10000)
  const cached =
    part(s.functions, 13420, 100000) +
    part(s.signatureWords, 89, 100000) +
    part(s.wasmBytes, 122, 100000) +
    part(s.globals, 1628, 1000) +
    part(s.segmentBytes, 75244, 100000) +
    5 * s.initialPages
  const init =
    part(s.functions, 8252, 1000) + part(s.signatureWords, 1059, 1000) + part(s.wasmBytes, 1286, 10000)
  return { init, cached, asm, asmKb: Math.ceil(asm / 1024) }
}

/** Gas of each part of a module's compilation, in the order in which activation charges them. */
export function compileGasParts(
  s: ModuleSizes,
  arbos: number,
): Record<keyof Omit<typeof COMPILE_GAS, 'gasPerMicrosecond'>, number> {
  const gas = (count: number, rate: { mul: number; div: number }) =>
    COMPILE_GAS.gasPerMicrosecond * part(count, rate.mul, rate.div)
  return {
    wasmBytes: arbos >= 32 ? gas(s.wasmBytes, COMPILE_GAS.wasmBytes) : 0,
    functions: gas(s.functions, COMPILE_GAS.functions),
    dataPayloadBytes: gas(s.dataPayloadBytes, COMPILE_GAS.dataPayloadBytes),
    elementBytes: gas(s.elementBytes, COMPILE_GAS.elementBytes),
    initialPages: gas(s.initialPages, COMPILE_GAS.initialPages),
    instrumentedOperators: gas(s.instrumentedOperators, COMPILE_GAS.instrumentedOperators),
  }
}

/** Gas that activation takes for compiling a module: the sum of `compileGasParts`. */
export function compileGas(s: ModuleSizes, arbos: number): number {
  return Object.values(compileGasParts(s, arbos)).reduce((a, b) => a + b, 0)
}
