import * as tf from '@tensorflow/tfjs-core'
import { rng } from '../../rng.ts'
import { type FitOptions, fit } from '../../train/fit.ts'
import { matMul } from '../../train/mat-mul.ts'
import type { FloatRows } from '../../train/rows.ts'
import { clampThrough, roundThrough } from '../../train/straight-through.ts'
import { SYMBOLS } from '../alphabet.ts'
import { OCTAVE, OCTAVES } from '../weights-table.ts'
import { type AttentionScales, attentionScales } from './attention-scales.ts'
import { batchMatMul, logLine, rowsOfHeads, unheads } from './tensors.ts'
import {
  ATTENTION_OCTAVE,
  ATTENTION_OCTAVES,
  type AttentionShape,
  type IntegerAttention,
  matrixShapes,
  POSITIONS,
  SCORE_STEP,
} from './types.ts'

export interface AttentionOptions extends AttentionShape {
  epochs: number
  quantizedEpochs: number
  learningRate: number
  quantizedRate: number
  batchSize: number
  weightDecay: number
  /** Share of attended values and neurons left out in float training. */
  dropout: number
  averageEpochs: number
  seed: number
  onEpoch?: FitOptions['onEpoch']
}

type Name = keyof ReturnType<typeof matrixShapes>
export type Matrices = Record<Name, tf.Tensor2D>

/** Half widths of the uniform starts. */
const START: Record<Name, number> = {
  queryLetter: 0.6,
  queryPosition: 0.3,
  keyLetter: 0.6,
  keyPosition: 0.3,
  valueLetter: 1,
  valuePosition: 0.3,
  hiddenLetter: 0.7,
  hiddenPosition: 0.3,
  hiddenAttention: 0.3,
  outputLetter: 0.5,
  outputPosition: 0.3,
  outputAttention: 0.2,
  outputHidden: 0.15,
}

/**
 * Trains a transformer of one layer on names, first in floats, then with the integers of the kernel in the forward pass.
 * Scores are in octaves throughout.
 *
 * @param data a row a name: 13 symbols, the start first; targets the 13 that follow, -1 behind the end.
 */
export async function trainAttention(data: FloatRows, options: AttentionOptions): Promise<IntegerAttention> {
  const { width, heads, hidden, seed, weightDecay, dropout } = options
  const random = rng(seed)
  const shapes = matrixShapes(options)
  const names = Object.keys(shapes) as Name[]
  const variables = Object.fromEntries(
    names.map((name) => {
      const start = Float32Array.from(
        { length: shapes[name][0] * shapes[name][1] },
        () => (random() * 2 - 1) * START[name],
      )
      return [name, tf.variable(tf.tensor2d(start, shapes[name]))]
    }),
  ) as unknown as Matrices
  const parameters = names.map((name) => variables[name] as unknown as tf.Variable)
  const masked = Float32Array.from({ length: POSITIONS ** 2 }, (_, i) =>
    i % POSITIONS <= Math.floor(i / POSITIONS) ? 0 : -1e6,
  )
  const mask = tf.tensor2d(masked, [POSITIONS, POSITIONS])
  const left = (rows: number, columns: number) =>
    tf.tensor2d(
      Float32Array.from({ length: rows * columns }, () => (random() < dropout ? 0 : 1 / (1 - dropout))),
      [rows, columns],
    )

  /** Scores in octaves, [names * 13, 27]. With scales all is integers, without them floats. */
  const forward = (x: tf.Tensor2D, m: Matrices, scales?: AttentionScales) => {
    const rows = x.shape[0]
    const flat = rows * POSITIONS
    const letters = tf.cast(
      tf.oneHot(tf.cast(tf.reshape(x, [flat]), 'int32') as tf.Tensor1D, SYMBOLS),
      'float32',
    ) as tf.Tensor2D
    const row = (letter: tf.Tensor2D, position: tf.Tensor2D) =>
      tf.reshape(tf.add(tf.reshape(matMul(letters, letter), [rows, POSITIONS, -1]), position), [
        flat,
        letter.shape[1],
      ]) as tf.Tensor2D
    const split = (t: tf.Tensor2D) => rowsOfHeads(t, rows, heads)
    const q = split(row(m.queryLetter, m.queryPosition))
    const k = split(row(m.keyLetter, m.keyPosition))
    const v = split(row(m.valueLetter, m.valuePosition))
    const products = batchMatMul(q, tf.transpose(k, [0, 2, 1]))
    const scores = tf.add(
      scales ? roundThrough(tf.mul(products, 2 ** -scales.scoreShift)) : tf.mul(products, ATTENTION_OCTAVE),
      mask,
    )
    const below = tf.sub(scores, tf.max(scores, 2, true))
    const octaves = tf.maximum(tf.add(tf.div(below, ATTENTION_OCTAVE), ATTENTION_OCTAVES), 0)
    // Masked positions come out as weight 1 of 4,096 and more: taken away for good.
    const weights = tf.mul(tf.exp(logLine(octaves)), tf.greater(mask, -1))
    const means = tf.div(batchMatMul(weights as tf.Tensor3D, v), tf.sum(weights, 2, true)) as tf.Tensor3D
    let attended = unheads(scales ? roundThrough(means) : means, rows, heads)
    if (!scales && dropout) attended = tf.mul(attended, left(flat, width)) as tf.Tensor2D
    // Sums in finer units, brought to those of letters and positions.
    const shifted = (sums: tf.Tensor2D, shift?: number) =>
      shift === undefined ? sums : roundThrough(tf.mul(sums, 2 ** -shift) as tf.Tensor2D)
    const sums = tf.add(
      row(m.hiddenLetter, m.hiddenPosition),
      shifted(matMul(attended, m.hiddenAttention), scales?.hiddenShift),
    ) as tf.Tensor2D
    let neurons = scales ? clampThrough(sums, 0, 127) : (tf.relu(sums) as tf.Tensor2D)
    if (!scales && dropout) neurons = tf.mul(neurons, left(flat, hidden)) as tf.Tensor2D
    const near = row(m.outputLetter, m.outputPosition)
    const behind = tf.add(matMul(attended, m.outputAttention), matMul(neurons, m.outputHidden)) as tf.Tensor2D
    const out = tf.add(
      scales ? tf.div(near, OCTAVE / SCORE_STEP) : near,
      scales ? tf.div(shifted(behind, scales.outputShift), OCTAVE) : behind,
    )
    return {
      scores: tf.add(out, OCTAVES / 2) as tf.Tensor2D,
      q,
      k,
      v,
      neurons,
    }
  }

  const lossOf = (scores: tf.Tensor2D, y: tf.Tensor2D) => {
    const next = tf.reshape(y, [scores.shape[0]]) as tf.Tensor1D
    const real = tf.cast(tf.greaterEqual(next, 0), 'float32')
    const right = tf.cast(tf.oneHot(tf.cast(tf.maximum(next, 0), 'int32') as tf.Tensor1D, SYMBOLS), 'float32')
    const logs = logLine(tf.minimum(tf.maximum(scores, -8), OCTAVES + 8))
    const nats = tf.neg(tf.sum(tf.mul(tf.logSoftmax(logs), right), 1))
    const outside = tf.add(
      tf.mean(tf.square(tf.relu(tf.sub(scores, OCTAVES)))),
      tf.mean(tf.square(tf.relu(tf.neg(scores)))),
    )
    return tf.add(tf.div(tf.sum(tf.mul(nats, real)), tf.sum(real)), tf.mul(outside, 2)) as tf.Scalar
  }
  const decay = () =>
    tf.mul(
      parameters.map((p) => tf.sum(tf.square(p))).reduce((a, b) => tf.add(a, b)),
      weightDecay / 2,
    ) as tf.Scalar
  const common = {
    batchSize: options.batchSize,
    seed,
    onEpoch: options.onEpoch,
    averageEpochs: options.averageEpochs,
  }
  try {
    await fit(
      {
        parameters,
        rows: () => data,
        loss: (x, y) => tf.add(lossOf(forward(x, variables).scores, y), decay()) as tf.Scalar,
      },
      { ...common, epochs: options.epochs, learningRate: options.learningRate, finalRate: 0.03 },
    )
    const some = Math.min(data.rows, 1000)
    let scales!: AttentionScales
    tf.tidy(() => {
      const x = tf.tensor2d(data.x.slice(0, some * POSITIONS), [some, POSITIONS])
      scales = attentionScales(variables, forward(x, variables), options)
    })
    const integers = () =>
      Object.fromEntries(
        names.map((name) => {
          const { factor, limit } = scales.of[name]
          const scaled = tf.mul(variables[name], factor) as tf.Tensor2D
          return [name, roundThrough(clampThrough(scaled, -limit, limit))]
        }),
      ) as Matrices
    await fit(
      {
        parameters,
        rows: () => data,
        loss: (x, y) => tf.add(lossOf(forward(x, integers(), scales).scores, y), decay()) as tf.Scalar,
      },
      { ...common, epochs: options.quantizedEpochs, learningRate: options.quantizedRate },
    )
    const { scoreShift, hiddenShift, outputShift } = scales
    const matrices = Object.entries(integers()).map(([name, tensor]) => {
      const values = Int32Array.from(tensor.dataSync())
      tensor.dispose()
      return [name, values]
    })
    return {
      width,
      heads,
      hidden,
      scoreShift,
      hiddenShift,
      outputShift,
      ...(Object.fromEntries(matrices) as Record<Name, Int32Array>),
    }
  } finally {
    for (const parameter of parameters) parameter.dispose()
    mask.dispose()
  }
}
