import { ByteReader, ByteWriter } from './bytes.ts'

/**
 * Drops custom sections (names, debug info, producers): they cost gas at activation and on entry.
 * All other bytes stay as they are.
 *
 * @param options.keep names of custom sections that stay, such as `name`.
 * @throws WasmFormatError if the sections can't be told apart.
 */
export function stripCustomSections(wasm: Uint8Array, options: { keep?: string[] } = {}): Uint8Array {
  const keep = new Set(options.keep)
  const r = new ByteReader(wasm)
  const w = new ByteWriter().raw(r.take(8))
  while (!r.done) {
    const start = r.pos
    const id = r.byte()
    const section = r.slice(r.u32())
    if (id !== 0 || keep.has(section.name())) w.raw(wasm.subarray(start, r.pos))
  }
  return w.done()
}
