import { StylusRuleError } from '../errors.ts'
import { LIMITS } from '../prices.ts'
import type { StylusRules } from '../rules.ts'

/** The decompressed size. */
export function checkSize(wasm: Uint8Array, rules: StylusRules): void {
  const limit = rules.maxWasmSize ?? LIMITS.wasmBytes
  if (wasm.length <= limit) return
  throw new StylusRuleError(
    'wasm-size',
    `The module is ${wasm.length} bytes; the chain decompresses at most ${limit}`,
    'Strip custom sections, build with lto = true and codegen-units = 1, and drop unused dependencies.',
  )
}
