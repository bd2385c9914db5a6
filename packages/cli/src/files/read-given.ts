import { loadModel, type Model } from '@inkling/model'
import { InputError } from '../errors.ts'
import { readBytes, readText } from './read-bytes.ts'

/** What a file that was named turned out to be. */
export type GivenFile =
  | { kind: 'wasm'; wasm: Uint8Array }
  | { kind: 'code'; code: Uint8Array; wasm: Uint8Array }
  | { kind: 'model'; model: Model }

/**
 * Reads a wasm module, contract code (`EFF000..`) or model file, whatever its name ends in.
 * @throws InputError; ModelFormatError, ModelHashError as `loadModel`.
 */
export async function readGiven(cwd: string, name: string): Promise<GivenFile> {
  const bytes = readBytes(cwd, name)
  const starts = (...magic: number[]) => magic.every((byte, i) => bytes[i] === byte)
  if (starts(0, 0x61, 0x73, 0x6d)) return { kind: 'wasm', wasm: bytes }
  if (starts(0xef, 0xf0)) {
    const { decompressProgram, ProgramCodeError } = await import('@inkling/wasm/brotli')
    try {
      return { kind: 'code', code: bytes, wasm: decompressProgram(bytes) }
    } catch (error) {
      if (!(error instanceof ProgramCodeError)) throw error
      throw new InputError(`${name}: begins as contract code, and is none: ${error.message}`, {
        remedy: 'write it again with `inkling compile`',
        cause: error,
      })
    }
  }
  return {
    kind: 'model',
    model: parseModel(readText(cwd, name, 'a model file, wasm or contract code'), name),
  }
}

/** A model file and nothing else. */
export function readModel(cwd: string, name: string): Model {
  return parseModel(readText(cwd, name, 'a model file'), name)
}

function parseModel(text: string, name: string): Model {
  const format = formatOf(text, name)
  if (format !== 'inkling-model/1')
    throw new InputError(`${name}: ${otherFormat(format)}`, {
      remedy:
        typeof format === 'string' && format.startsWith('inkling-float')
          ? `quantize it first:\n  npx --no-install inkling quantize ${name}`
          : 'give a model file (`inkling-model/1`): `inkling train`, then `inkling quantize` write one',
    })
  return loadModel(text)
}

const otherFormat = (format: unknown) =>
  typeof format === 'string' ? `is '${format}', not a model file` : 'is JSON, but not a model file'

/** The field `format` of a JSON file. @throws InputError where it is no JSON. */
export function formatOf(text: string, name: string): unknown {
  try {
    const parsed = JSON.parse(text) as unknown
    return typeof parsed === 'object' && parsed !== null ? (parsed as { format?: unknown }).format : undefined
  } catch (error) {
    const csv = /^[^\n{]*,[^\n{]*\n/.test(text)
    throw new InputError(
      `${name}: is ${csv ? 'a table, not a model file' : `not JSON: ${(error as Error).message}`}`,
      {
        remedy: csv
          ? `train on it first:\n  npx --no-install inkling train ${name}`
          : 'give a model file, wasm or contract code',
        cause: error,
      },
    )
  }
}
