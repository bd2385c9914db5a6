import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { LIMITS } from './prices.ts'

/** What is wrong with a program's code. `not-stylus` and `fragment` are other kinds of code, the rest are broken programs. */
export type ProgramCodeProblem =
  | 'not-stylus'
  | 'fragment'
  | 'root'
  | 'dictionary'
  | 'truncated'
  | 'corrupt'
  | 'too-large'

/** The code of a contract can't be turned back into a module. */
export class ProgramCodeError extends Error {
  override name = 'ProgramCodeError'
  readonly problem: ProgramCodeProblem

  constructor(problem: ProgramCodeProblem, message: string) {
    super(message)
    this.problem = problem
  }
}

/** First bytes of all Stylus code; the third byte tells program (0), fragment (1) and root (2) apart. */
const PREFIX = [0xef, 0xf0]

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
  if (code.length < 4 || PREFIX.some((b, i) => code[i] !== b)) {
    throw new ProgramCodeError(
      'not-stylus',
      'The code does not start with EF F0 00: it is not a Stylus program',
    )
  }
  if (code[2] === 1)
    throw new ProgramCodeError('fragment', 'The code is a fragment of a program, not a program')
  if (code[2] === 2)
    throw new ProgramCodeError('root', 'The code is a list of fragments (ArbOS 60), not a program')
  if (code[2] !== 0)
    throw new ProgramCodeError('not-stylus', `EF F0 ${hex(code[2]!)} is not a kind of Stylus code`)
  const dictionary = code[3]!
  if (dictionary > 1) throw new ProgramCodeError('dictionary', `Dictionary ${dictionary} does not exist`)
  try {
    return decompressStream(code.subarray(4), options)
  } catch (error) {
    if (dictionary === 1 && error instanceof ProgramCodeError && error.problem === 'corrupt') {
      throw new ProgramCodeError(
        'dictionary',
        'The program needs the Stylus brotli dictionary, which is not part of this project',
      )
    }
    throw error
  }
}

const hex = (byte: number) => byte.toString(16).toUpperCase().padStart(2, '0')
