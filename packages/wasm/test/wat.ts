import loadWabt from 'wabt'

const wabt = await loadWabt()

/** Assembles text. `features` are wabt's names, such as `multi_value: true`. */
export function assemble(
  text: string,
  features: Record<string, boolean> = {},
  options: { canonical?: boolean } = {},
): Uint8Array {
  const parsed = wabt.parseWat('test.wat', text, { bulk_memory: true, ...features })
  try {
    return Uint8Array.from(
      parsed.toBinary({ write_debug_names: false, canonicalize_lebs: options.canonical ?? true }).buffer,
    )
  } finally {
    parsed.destroy()
  }
}

/** Binary to text to binary by wabt, without names: the road that cargo-stylus takes. */
export function roundTrip(wasm: Uint8Array): Uint8Array {
  const module = wabt.readWasm(wasm, { bulk_memory: true, multi_value: true } as never)
  try {
    return assemble(module.toText({ foldExprs: false, inlineExport: false }), { multi_value: true })
  } finally {
    module.destroy()
  }
}

/** A program around the body of its entrypoint, with one fixed page of memory. */
export function programWat(body: string, more = ''): string {
  return `(module
    ${more}
    (memory (export "memory") 1 1)
    (func (export "user_entrypoint") (param $len i32) (result i32) ${body}))`
}
