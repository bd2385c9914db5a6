import { demangle } from './demangle.ts'

/** Function names of rustc's wasm by index, as a Rust programmer writes them; empty where it has none. */
export async function namesOf(raw: Uint8Array): Promise<Map<number, string>> {
  const { canonicalise, inspect } = await import('@inkling/wasm')
  try {
    const { functionNames } = inspect(canonicalise(raw), { arbos: 51, debug: true })
    return new Map([...functionNames].map(([index, name]) => [index, demangle(name)]))
  } catch {
    // Names are a convenience: whatever is wrong with the module is told elsewhere.
    return new Map()
  }
}
