/**
 * The same program under a hash that no chain has seen: a custom section of 16 random bytes is appended, which
 * changes nothing else. Activation is per code hash, so a deploy script is tested with this.
 *
 * @param wasm a WebAssembly module
 */
export function markedProgram(wasm: Uint8Array): Uint8Array<ArrayBuffer> {
  const name = new TextEncoder().encode('mark')
  const mark = crypto.getRandomValues(new Uint8Array(16))
  // Section id 0, its length, the name's length, the name, the bytes: all lengths below 128, so one byte each.
  return Uint8Array.from([...wasm, 0, 1 + name.length + mark.length, name.length, ...name, ...mark])
}
