import { hashModel } from '../../hash.ts'
import { makeTensor, readTensor } from '../../tensor/tensor.ts'
import type { Provenance, Tensor } from '../../types.ts'
import { NamesError } from '../errors.ts'
import { type IntegerAttention, matrixShapes } from './types.ts'

/** The file of a one-layer transformer: integers, base64, and the SHA-256 of the rest. A format of its own. */
export interface AttentionFile {
  format: 'inkling-attention/1'
  name: string
  width: number
  heads: number
  hidden: number
  scoreShift: number
  hiddenShift: number
  outputShift: number
  matrices: Record<string, Tensor>
  provenance: Provenance
  sha256: string
}

/** Seals a net. */
export function attentionFile(net: IntegerAttention, name: string, provenance: Provenance): AttentionFile {
  const { width, heads, hidden, scoreShift, hiddenShift, outputShift } = net
  const matrices = Object.fromEntries(
    Object.entries(matrixShapes(net)).map(([key, shape]) => [
      key,
      makeTensor('i8', shape, net[key as keyof typeof net] as Int32Array),
    ]),
  )
  const parts = {
    format: 'inkling-attention/1' as const,
    name,
    width,
    heads,
    hidden,
    scoreShift,
    hiddenShift,
    outputShift,
    matrices,
    provenance,
  }
  return { ...parts, sha256: hashModel(parts) }
}

/**
 * Reads one.
 *
 * @throws NamesError for another format, shapes that don't fit, or content that doesn't hash to `sha256`.
 */
export function loadAttention(file: AttentionFile): IntegerAttention {
  const { sha256: wanted, ...parts } = file
  if (file.format !== 'inkling-attention/1') throw new NamesError(`the file is not inkling-attention/1`)
  if (hashModel(parts) !== wanted) throw new NamesError('the attention file was changed after it was made')
  const { width, heads, hidden, scoreShift, hiddenShift, outputShift } = file
  const shapes = Object.entries(matrixShapes(file))
  const wrong = shapes.find(([key, shape]) => String(file.matrices[key]?.shape) !== String(shape))
  if (wrong) throw new NamesError(`matrix ${wrong[0]} is not ${wrong[1].join(' by ')}`)
  const matrices = shapes.map(([key]) => [key, Int32Array.from(readTensor(file.matrices[key]!))])
  return { width, heads, hidden, scoreShift, hiddenShift, outputShift, ...Object.fromEntries(matrices) }
}
