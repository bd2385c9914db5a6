/** Stands in a Worker for `@inkling/wasm/brotli`, which is Node's; the site's build puts it there. */
import { decompressProgram as decompress } from '../../../../../packages/devnode/src/worker/brotli.ts'
import { storedProgram } from './stored-program.ts'

/** The reference contract, which `compress` recognizes. */
let known: { wasm: Uint8Array; code: Uint8Array } | undefined

export function setKnownProgram(program: { wasm: Uint8Array; code: Uint8Array }): void {
  known = program
}

/** Contract code of a module: see `storedProgram`. */
export function compress(wasm: Uint8Array): Uint8Array {
  return storedProgram(wasm, known)
}

/** Unlike Node's it answers with a promise: its decoder is loaded first. */
export function decompressProgram(code: Uint8Array, { maxWasmSize = 131_072 } = {}): Promise<Uint8Array> {
  return decompress(code, { maxWasmSize })
}
