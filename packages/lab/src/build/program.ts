import type { ModuleReport } from '@inkling/wasm'
import { SubmissionError } from '../errors.ts'

/** EIP-170: the most bytes an account's code may have. */
export const CODE_LIMIT = 24_576
const CODE_WARNING = 16_384
const PAGES_WARNING = 2

export interface Program {
  /** Canonical, without custom sections. */
  wasm: Uint8Array
  /** `EFF00000` + brotli: what stands on chain. */
  code: Uint8Array
  report: ModuleReport
  /** Things that work here but may cost or fail elsewhere. */
  warnings: string[]
}

const number = (value: number) => value.toLocaleString('en-US')

/**
 * From rustc's wasm to code on chain: canonicalise, strip, check against the Stylus rules, compress.
 *
 * @throws SubmissionError (exit 4) with the broken rule in words, or when the code is too large.
 */
export async function prepareProgram(raw: Uint8Array, arbos: number): Promise<Program> {
  const wasmPackage = await import('@inkling/wasm')
  const { compress } = await import('@inkling/wasm/brotli')
  const { StylusRuleError, WasmFormatError } = wasmPackage
  const warnings: string[] = []
  let wasm: Uint8Array
  let report: ModuleReport
  try {
    wasm = wasmPackage.stripCustomSections(wasmPackage.canonicalise(raw))
    try {
      report = wasmPackage.inspect(wasm, { arbos, debug: false })
    } catch (error) {
      if (!(error instanceof StylusRuleError)) throw error
      report = wasmPackage.inspect(wasm, { arbos, debug: true })
      warnings.push(`passes only by the rules of a development chain: ${error.message}`)
    }
  } catch (error) {
    if (error instanceof StylusRuleError) {
      throw new SubmissionError(`the contract compiles but cannot be activated: ${error.message}`, {
        remedy: error.remedy,
        details: `rule      ${error.rule}`,
        cause: error,
      })
    }
    if (error instanceof WasmFormatError) {
      throw new SubmissionError(`the contract is not a wasm module that Stylus reads: ${error.message}`, {
        cause: error,
      })
    }
    throw error
  }
  const code = compress(wasm)
  if (code.length > CODE_LIMIT) {
    throw new SubmissionError(
      `the contract is too large: ${number(code.length)} bytes compressed, the limit is ${number(CODE_LIMIT)}`,
      {
        remedy: 'look for big tables, formatting (`format!`, `panic!` with text) and copies of generic code',
      },
    )
  }
  if (code.length > CODE_WARNING) {
    warnings.push(`${number(code.length)} bytes compressed; the limit is ${number(CODE_LIMIT)}`)
  }
  if (report.initialPages > PAGES_WARNING) {
    warnings.push(
      `${report.initialPages} memory pages at the start; above ${PAGES_WARNING} each one costs gas on every call`,
    )
  }
  return { wasm, code, report, warnings }
}
