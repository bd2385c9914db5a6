import { WasmFormatError } from './errors.ts'

/**
 * Type validation by the JavaScript engine. Engines know far more than Stylus does, so call this only
 * after everything outside of Stylus's feature set is refused.
 *
 * @throws WasmFormatError with the engine's own words and offset.
 */
export function validateStandard(wasm: Uint8Array): void {
  const bytes = wasm as Uint8Array<ArrayBuffer>
  if (WebAssembly.validate(bytes)) return
  try {
    // validate() says no more than false; compiling says why
    new WebAssembly.Module(bytes)
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    const offset = Number(/@\+(\d+)/.exec(text)?.[1] ?? 0)
    const reason = text.replace(/^WebAssembly\.Module\(\): /, '').replace(/ @\+\d+$/, '')
    throw new WasmFormatError(`The module is not valid WebAssembly: ${reason}`, offset)
  }
  throw new WasmFormatError('The module is not valid WebAssembly', 0)
}
