import { ByteReader } from './bytes.ts'
import type { WasmModule } from './decodeModule.ts'
import { WasmFormatError } from './errors.ts'

function nameSection(m: WasmModule): Map<number, ByteReader> {
  const parts = new Map<number, ByteReader>()
  const section = m.customs.find((c) => c.name === 'name')
  if (!section) return parts
  const r = new ByteReader(section.payload)
  while (!r.done) parts.set(r.byte(), r.slice(r.u32()))
  return parts
}

// names are for people: a broken section means no names, never an error
function tolerant<T>(read: () => T, otherwise: T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof WasmFormatError) return otherwise
    throw error
  }
}

/** Function names of the name section, by function index. Empty if the section is missing or broken. */
export function readFunctionNames(m: WasmModule): Map<number, string> {
  return tolerant(() => {
    const names = new Map<number, string>()
    const r = nameSection(m).get(1)
    if (!r) return names
    for (let left = r.u32(); left > 0; left--) names.set(r.u32(), r.name())
    return names
  }, new Map())
}

/** The module's own name in the name section, if there is one. */
export function readModuleName(m: WasmModule): string | undefined {
  return tolerant(() => nameSection(m).get(0)?.name(), undefined)
}
