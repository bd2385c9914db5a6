import * as tf from '@tensorflow/tfjs-core'
import { SYMBOLS } from '../alphabet.ts'
import { OCTAVE } from '../weights-table.ts'
import type { Matrices } from './train-attention.ts'
import { ATTENTION_OCTAVE, type AttentionShape, SCORE_STEP } from './types.ts'

/** From floats to integers: what each matrix is multiplied by, and the largest integer it may hold. */
export interface AttentionScales {
  scoreShift: number
  hiddenShift: number
  outputShift: number
  of: Record<keyof Matrices, { factor: tf.Tensor; limit: number }>
}

/** Activations of some names in floats. */
interface Seen {
  q: tf.Tensor3D
  k: tf.Tensor3D
  v: tf.Tensor3D
  neurons: tf.Tensor2D
}

/** Largest integer of queries, keys and values, with room for what quantized training changes. */
const TOP = 112
const BYTE = 127
/** What letters and positions add to neurons and scores: both together are a byte. */
const LETTER = 95
const POSITION = 32
/** Of scores: with more, sums behind the layers are wider than they are better for. */
const MOST_SHIFT = 4

/**
 * Every value and neuron has a scale of its own, as the layers behind can divide by it; a query's dimension and its key's
 * share theirs, so that all dimensions of a product have one unit.
 */
export function attentionScales(
  m: Matrices,
  seen: Seen,
  { width, heads, hidden }: AttentionShape,
): AttentionScales {
  const largest = (letter: tf.Tensor2D, position: tf.Tensor2D) =>
    Array.from(tf.add(tf.max(tf.abs(letter), 0), tf.max(tf.abs(position), 0)).dataSync())
  const queries = largest(m.queryLetter, m.queryPosition)
  const keys = largest(m.keyLetter, m.keyPosition)
  const widest = Math.max(...queries.map((q, d) => q * keys[d]!))
  const scoreShift = Math.max(1, Math.floor(Math.log2(TOP ** 2 / widest / ATTENTION_OCTAVE)))
  const unit = ATTENTION_OCTAVE * 2 ** scoreShift
  const query = queries.map((q, d) => Math.sqrt((unit * keys[d]!) / q))
  const key = query.map((scale) => unit / scale)
  const value = largest(m.valueLetter, m.valuePosition).map((v) => TOP / v)
  const tops = columnTops(seen.neurons.dataSync(), hidden)
  // [width, hidden] in units of the integers that come in.
  const incoming = m.hiddenAttention.dataSync()
  const weight = tops.map((_, j) =>
    Math.max(...value.map((scale, d) => Math.abs(incoming[d * hidden + j]!) / scale), 1e-9),
  )
  const gains = tops.map((top, j) => BYTE / weight[j]! / (TOP / top))
  const hiddenShift = Math.max(1, Math.round(Math.log2(gains.toSorted((a, b) => a - b)[hidden >> 1]!)))
  const neuron = tops.map((top, j) => Math.min(TOP / top, (1.25 * BYTE) / weight[j]! / 2 ** hiddenShift))
  const sum = neuron.map((scale) => scale * 2 ** hiddenShift)
  const row = (values: number[]) => tf.keep(tf.tensor2d(values, [1, values.length]))
  const column = (values: number[]) => tf.keep(tf.tensor2d(values, [values.length, 1]))
  const cells = value.flatMap((v) => sum.map((s) => s / v))
  const within = (limit: number, factor: tf.Tensor) => ({ factor, limit })
  const byte = (factor: tf.Tensor) => ({ factor, limit: BYTE })
  // As much finer than a score as the largest weight behind the layers leaves room for.
  const finest = Math.max(
    ...Array.from(m.outputAttention.dataSync(), (w, i) => Math.abs(w) / value[Math.floor(i / SYMBOLS)]!),
    ...Array.from(m.outputHidden.dataSync(), (w, i) => Math.abs(w) / neuron[Math.floor(i / SYMBOLS)]!),
  )
  const outputShift = Math.min(Math.max(Math.floor(Math.log2(TOP / finest / OCTAVE)), 1), MOST_SHIFT)
  const step = OCTAVE * 2 ** outputShift
  const near = tf.keep(tf.scalar(OCTAVE / SCORE_STEP))
  if (width % heads !== 0) throw new RangeError(`${heads} heads don't divide a width of ${width}`)
  return {
    scoreShift,
    hiddenShift,
    outputShift,
    of: {
      queryLetter: byte(row(query)),
      queryPosition: byte(row(query)),
      keyLetter: byte(row(key)),
      keyPosition: byte(row(key)),
      valueLetter: byte(row(value)),
      valuePosition: byte(row(value)),
      hiddenLetter: within(LETTER, row(neuron)),
      hiddenPosition: within(POSITION, row(neuron)),
      hiddenAttention: byte(tf.keep(tf.tensor2d(cells, [width, hidden]))),
      outputLetter: within(LETTER, near),
      outputPosition: within(POSITION, near),
      outputAttention: byte(column(value.map((v) => step / v))),
      outputHidden: byte(column(neuron.map((n) => step / n))),
    },
  }
}

/** The 99.9th percentile of each column. */
function columnTops(values: ArrayLike<number>, columns: number): number[] {
  const rows = values.length / columns
  return Array.from({ length: columns }, (_, j) => {
    const column = Float64Array.from({ length: rows }, (_, r) => values[r * columns + j]!).sort()
    return Math.max(column[Math.floor((rows - 1) * 0.999)]!, 1e-3)
  })
}
