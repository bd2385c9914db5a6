/**
 * Bytes of a file of `packages/model/data`, unpacked when its name ends in `.gz`. Node only, and the one place
 * of this package's data loaders that reads files: a page fetches the file and hands the bytes to the loader.
 */
export function readData(name: string): Uint8Array {
  // Not imported: a bundler for pages must not follow these.
  const { readFileSync } = process.getBuiltinModule('node:fs')
  const { gunzipSync } = process.getBuiltinModule('node:zlib')
  const file = readFileSync(new URL(`../../data/${name}`, import.meta.url))
  return name.endsWith('.gz') ? gunzipSync(file) : file
}
