import {
  add,
  concat,
  floor,
  log,
  losses,
  maximum,
  mean,
  minimum,
  mul,
  relu,
  type Scalar,
  scalar,
  slice,
  square,
  sub,
  sum,
  type Tensor1D,
  type Tensor2D,
  tensor1d,
  tensor2d,
  tidy,
  transpose,
  type Variable,
  variable,
} from '@tensorflow/tfjs-core'
import { rng } from '../rng.ts'
import { TrainingError } from '../train/errors.ts'
import { type FitOptions, fit } from '../train/fit.ts'
import { initialWeights } from '../train/initial-weights.ts'
import { matMul } from '../train/mat-mul.ts'
import type { FloatRows } from '../train/rows.ts'
import { clampThrough, roundThrough } from '../train/straight-through.ts'
import { CONTEXT, SYMBOLS } from './alphabet.ts'
import { OCTAVE, OCTAVES } from './weights-table.ts'

export interface NamesOptions {
  /** Numbers a symbol's embedding has. */
  embedding: number
  hidden: number
  epochs: number
  quantizedEpochs: number
  learningRate: number
  quantizedRate: number
  batchSize: number
  weightDecay: number
  averageEpochs: number
  seed: number
  onEpoch?: FitOptions['onEpoch']
}

/** The integer net: a table of what each symbol adds to each hidden neuron, and the layer behind it. */
export interface IntegerNames {
  hidden: number
  /** [3 * 27, hidden]: position, symbol, neuron. */
  table: Int32Array
  bias: Int32Array
  /** [27, hidden]. */
  weights: Int32Array
  outputBias: Int32Array
}

/** Hidden sums stand in lanes of 8 bits. Training starts with room to spare. */
const LANE = 127
const START_WITHIN = 112
const WEIGHT = 127
/** Octaves that a score may be outside the sampled range while it is trained: the loss calls it back. */
const ROOM = 8

/**
 * Trains embedding, hidden layer and output together, first in floats, then with every integer of the kernel rounded
 * in the forward pass. The embedding and the hidden layer become one table, because each of the three positions has
 * only 27 symbols to multiply with.
 *
 * The loss is that of the distribution that will be sampled: weights (1 + fraction) * 2^whole of a score in octaves.
 */
export async function trainNames(rows: FloatRows, options: NamesOptions): Promise<IntegerNames> {
  const { embedding, hidden, seed, weightDecay } = options
  const random = rng(seed)
  const inputs = CONTEXT * embedding
  const embed = variable(
    tensor2d(
      Float32Array.from({ length: SYMBOLS * embedding }, () => random() * 2 - 1),
      [SYMBOLS, embedding],
    ),
  )
  const first = variable(tensor2d(initialWeights(inputs, hidden, random), [inputs, hidden]))
  const bias = variable(tensor1d(new Float32Array(hidden)))
  const second = variable(tensor2d(initialWeights(hidden, SYMBOLS, random), [hidden, SYMBOLS]))
  const outputBias = variable(tensor1d(new Float32Array(SYMBOLS)))
  const parameters = [embed, first, bias, second, outputBias] as Variable[]

  const tableOf = () =>
    concat(
      Array.from({ length: CONTEXT }, (_, p) =>
        matMul(embed as Tensor2D, slice(first, [p * embedding, 0], [embedding, hidden]) as Tensor2D),
      ),
    ) as Tensor2D
  const decay = () =>
    mul(add(sum(square(first)), add(sum(square(second)), sum(square(embed)))), weightDecay / 2) as Scalar
  const lossOf = (scores: Tensor2D, targets: Tensor2D): Scalar => {
    const outside = mul(add(mean(square(relu(sub(scores, OCTAVES)))), mean(square(relu(mul(scores, -1))))), 2)
    return add(add(losses.softmaxCrossEntropy(targets, logWeights(scores)), outside), decay()) as Scalar
  }
  const common = { batchSize: options.batchSize, seed, onEpoch: options.onEpoch }
  const middle = scalar(OCTAVES / 2)
  let scales: Tensor1D | undefined
  try {
    await fit(
      {
        parameters,
        rows: () => rows,
        loss: (x, targets) => {
          const h = relu(add(matMul(x, tableOf()), bias)) as Tensor2D
          return lossOf(add(add(matMul(h, second as Tensor2D), outputBias), middle) as Tensor2D, targets)
        },
      },
      { ...common, epochs: options.epochs, learningRate: options.learningRate, finalRate: 0.05 },
    )
    // A neuron of a ReLU net may have any scale, if the next layer divides by it.
    scales = tensor1d(
      neuronScales(
        tidy(() => tableOf().dataSync() as Float32Array),
        bias.dataSync(),
      ),
    )
    const scale = scales
    const perScale = tensor2d(
      Float32Array.from(scale.dataSync(), (s) => 1 / s),
      [hidden, 1],
    )
    const integers = () => {
      const table = roundThrough(mul(tableOf(), scale) as Tensor2D)
      const b = roundThrough(mul(bias, scale) as Tensor1D)
      const perUnit = mul(second, mul(perScale, OCTAVE)) as Tensor2D
      const weights = roundThrough(clampThrough(perUnit, -WEIGHT, WEIGHT))
      const o = roundThrough(mul(add(outputBias, middle), OCTAVE) as Tensor1D)
      return { table, b, weights, o }
    }
    await fit(
      {
        parameters,
        rows: () => rows,
        loss: (x, targets) => {
          const { table, b, weights, o } = integers()
          const h = clampThrough(add(matMul(x, table), b) as Tensor2D, 0, LANE)
          const scores = add(matMul(h, weights), o)
          return lossOf(mul(scores, 1 / OCTAVE) as Tensor2D, targets)
        },
      },
      {
        ...common,
        epochs: options.quantizedEpochs,
        learningRate: options.quantizedRate,
        averageEpochs: options.averageEpochs,
      },
    )
    return tidy(() => {
      const { table, b, weights, o } = integers()
      const read = (t: { dataSync(): ArrayLike<number> }) => Int32Array.from(t.dataSync())
      return {
        hidden,
        table: read(table),
        bias: read(b),
        weights: read(transpose(weights)),
        outputBias: read(o),
      }
    })
  } finally {
    for (const parameter of parameters) parameter.dispose()
    middle.dispose()
    scales?.dispose()
  }
}

/** ln of the weights of scores in octaves: 2^whole * (1 + fraction). */
function logWeights(scores: Tensor2D): Tensor2D {
  const within = minimum(maximum(scores, -ROOM), OCTAVES + ROOM)
  const whole = floor(within)
  return add(mul(whole, Math.LN2), log(add(sub(within, whole), 1))) as Tensor2D
}

/** Brings each neuron's largest possible sum to START_WITHIN. */
function neuronScales(table: Float32Array, bias: ArrayLike<number>): Float32Array {
  return Float32Array.from(bias, (b, j) => {
    let [low, high] = [b, b]
    for (let p = 0; p < CONTEXT; p++) {
      const column = Array.from({ length: SYMBOLS }, (_, c) => table[(p * SYMBOLS + c) * bias.length + j]!)
      low += Math.min(...column)
      high += Math.max(...column)
    }
    const largest = Math.max(high, -low)
    if (!(largest > 0)) throw new TrainingError(`hidden neuron ${j} is always 0`)
    return START_WITHIN / largest
  })
}
