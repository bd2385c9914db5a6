import { dictionaryError, ProgramCodeError, programStream } from '@inkling/wasm'
import { DevnodeError } from '../errors.ts'

type Decoder = typeof import('brotli-dec-wasm/web')

/** Result codes of the decoder. */
const SUCCESS = 1
const NEEDS_OUTPUT = 3

let loading: Promise<Decoder> | undefined

/** Loads the decoder (WebAssembly, about 100 kB compressed) when the first program has to be read; once. */
function loadDecoder(): Promise<Decoder> {
  loading ??= (async () => {
    try {
      const decoder = await import('brotli-dec-wasm/web')
      await decoder.default()
      return decoder
    } catch (cause) {
      loading = undefined // the next program tries again
      throw new DevnodeError(
        `The brotli decoder could not be loaded (${cause}), so programs can't be read. Check the connection and try again.`,
        { cause },
      )
    }
  })()
  return loading
}

/**
 * Loads the decoder beside other work, such as a chain's start: the first program then does not wait for it. Where that
 * fails, nothing is said here: the program that needs it tries again.
 */
export function warmDecoder(): void {
  loadDecoder().catch(() => undefined)
}

interface Decoded {
  bytes: Uint8Array
  /** Bytes of the stream that were read. */
  read: number
}

/**
 * `decompressProgram` of `@inkling/wasm/brotli` where there is no node:zlib: same results, same errors. Bytes behind
 * the stream are ignored; what decompresses to more than `maxWasmSize` bytes is given up.
 *
 * @throws ProgramCodeError with the kind of problem; DevnodeError where the decoder can't be loaded.
 */
export async function decompressProgram(
  code: Uint8Array,
  { maxWasmSize }: { maxWasmSize: number },
): Promise<Uint8Array> {
  const { stream, dictionary } = programStream(code)
  const decoder = await loadDecoder()
  try {
    const { bytes, read } = decodeStream(decoder, stream, maxWasmSize)
    refuseFilledPadding(decoder, stream.subarray(0, read), bytes, maxWasmSize)
    return bytes
  } catch (error) {
    throw dictionaryError(error, dictionary)
  }
}

function decodeStream(decoder: Decoder, stream: Uint8Array, limit: number): Decoded {
  const decoding = new decoder.BrotliDecStream()
  let result: ReturnType<typeof decoding.dec>
  try {
    // one byte more than may be there tells a program of exactly `limit` bytes from a longer one
    result = decoding.dec(stream, limit + 1)
  } catch (error) {
    throw new ProgramCodeError('corrupt', `The program is not a brotli stream (code ${error})`)
  }
  const { code, buf: bytes, input_offset: read } = result
  result.free()
  decoding.free()
  if (code === NEEDS_OUTPUT || bytes.length > limit)
    throw new ProgramCodeError('too-large', `The program decompresses to more than ${limit} bytes`)
  if (code !== SUCCESS) throw new ProgramCodeError('truncated', 'The compressed program ends too early')
  return { bytes, read }
}

/**
 * The bits of the last byte behind the stream's end have to be zero; this decoder does not look at them. They are not
 * if the byte's highest set bit means nothing: the stream then reads the same without it.
 */
function refuseFilledPadding(decoder: Decoder, stream: Uint8Array, bytes: Uint8Array, limit: number): void {
  const last = stream[stream.length - 1] ?? 0
  if (last === 0) return
  const without = stream.slice()
  without[stream.length - 1] = last & ~(1 << (31 - Math.clz32(last)))
  let other: Decoded
  try {
    other = decodeStream(decoder, without, limit)
  } catch {
    return
  }
  const same = other.read === stream.length && other.bytes.length === bytes.length
  if (same && other.bytes.every((b, i) => b === bytes[i]))
    throw new ProgramCodeError('corrupt', 'The program is not a brotli stream (its padding is not zero)')
}
