import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { LIMITS } from './prices.ts'
import { dictionaryError, PREFIX, ProgramCodeError, programStream } from './programCode.ts'

export { ProgramCodeError, type ProgramCodeProblem } from './programCode.ts'

/** Brotli of Node's zlib as a plain stream, at most `maxWasmSize` bytes after decompression. Bytes behind the stream are ignored. */
export function decompressStream(stream: Uint8Array, options: { maxWasmSize?: number } = {}): Uint8Array {
  const maxOutputLength = options.maxWasmSize ?? LIMITS.wasmBytes
  try {
    // zlib refuses a bound of 0, and an empty module is judged by its bytes
    const wasm = brotliDecompressSync(stream, { maxOutputLength: Math.max(1, maxOutputLength) })
    return Uint8Array.from(wasm) // a copy of its own, not a view of Node's shared pool
  } catch (error) {
    const code = (error as { code?: string }).code
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      throw new ProgramCodeError(
        'too-large',
        `The program decompresses to more than ${maxOutputLength} bytes`,
      )
    }
    if (code === 'Z_BUF_ERROR')
      throw new ProgramCodeError('truncated', 'The compressed program ends too early')
    throw new ProgramCodeError('corrupt', `The program is not a brotli stream (${code ?? String(error)})`)
  }
}

/**
 * Contract code of a module: `EF F0 00 00` and brotli at quality 11, window 22.
 * Strip and canonicalise first. More than 24,576 bytes can't be deployed; this function does not check it.
 */
export function compress(wasm: Uint8Array): Uint8Array {
  const stream = brotliCompressSync(wasm, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: wasm.length,
    },
  })
  const code = new Uint8Array(4 + stream.length)
  code.set([...PREFIX, 0x00, 0x00])
  code.set(stream, 4)
  return code
}

/**
 * The module in a contract's code. A stream that leans on the Stylus dictionary can't be read; one that merely
 * announces it (dictionary byte 1) can. Bytes behind the stream are ignored, as the chain does.
 *
 * @throws ProgramCodeError with the kind of problem.
 */
export function decompressProgram(code: Uint8Array, options: { maxWasmSize?: number } = {}): Uint8Array {
  const { stream, dictionary } = programStream(code)
  try {
    return decompressStream(stream, options)
  } catch (error) {
    throw dictionaryError(error, dictionary)
  }
}
