const PREFIX = [0xef, 0xf0, 0, 0]

/**
 * Contract code of a module where no brotli encoder is at hand.
 *
 * A module that begins with a known one gets that one's code with its rest behind the stream, which the chain ignores:
 * other code, other hash, same program. Any other module is stored uncompressed (RFC 7932, section 9.2: a meta-block
 * may be), which is longer and as valid.
 */
export function storedProgram(wasm: Uint8Array, known?: { wasm: Uint8Array; code: Uint8Array }): Uint8Array {
  if (known && wasm.length >= known.wasm.length && known.wasm.every((byte, i) => byte === wasm[i]))
    return Uint8Array.from([...known.code, ...wasm.subarray(known.wasm.length)])
  return Uint8Array.from([...PREFIX, ...storedStream(wasm)])
}

/** A brotli stream of uncompressed meta-blocks of at most 65,536 bytes, and an empty last one. */
function storedStream(data: Uint8Array): Uint8Array {
  const out: number[] = []
  let bits = 0
  let count = 0
  const put = (value: number, width: number) => {
    for (let i = 0; i < width; i++) {
      bits |= ((value >> i) & 1) << count
      if (++count === 8) {
        out.push(bits)
        bits = count = 0
      }
    }
  }
  const align = () => {
    if (count > 0) put(0, 8 - count)
  }
  put(0, 1) // window of 16 bits
  for (let at = 0; at < data.length; at += 65_536) {
    const block = data.subarray(at, at + 65_536)
    put(0, 1) // not the last
    put(0, 2) // length in 16 bits
    put(block.length - 1, 16)
    put(1, 1) // uncompressed
    align()
    for (const byte of block) out.push(byte)
  }
  put(3, 2) // the last, and empty
  align()
  return Uint8Array.from(out)
}
