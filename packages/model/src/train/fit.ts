import {
  type AdamOptimizer,
  type Scalar,
  type Tensor2D,
  tensor,
  tensor2d,
  tidy,
  train,
  type Variable,
} from '@tensorflow/tfjs-core'
import { shuffledOrder } from '../data/shuffle.ts'
import { TrainingError } from './errors.ts'
import type { FloatRows } from './rows.ts'

export interface Progress {
  /** Epochs done, from 1. */
  epoch: number
  epochs: number
  /** Mean loss of the epoch. */
  loss: number
}

export interface FitOptions {
  epochs: number
  batchSize?: number
  /** Adam's step, falling to `finalRate` times itself along half a cosine. */
  learningRate?: number
  finalRate?: number
  seed: number
  /** The result is the mean of the weights after each of the last so many epochs. */
  averageEpochs?: number
  onEpoch?: (progress: Progress) => void
  signal?: AbortSignal
}

/** What `fit` moves, and how well it does: `loss` is called inside a tidy and returns the mean loss of a batch. */
export interface Task {
  parameters: Variable[]
  loss(x: Tensor2D, targets: Tensor2D): Scalar
  /** Rows of an epoch (0-based): the same ones, or freshly augmented. */
  rows(epoch: number): FloatRows
  /** After each step, for constraints the optimizer knows nothing of. */
  afterStep?(): void
}

/**
 * Minimizes a loss with Adam over seeded, shuffled batches. The same seed, data and backend give the same bits.
 *
 * @throws TrainingError when the loss is no number; the signal's reason when aborted.
 */
export async function fit(task: Task, options: FitOptions): Promise<void> {
  const { epochs, seed, batchSize = 64, learningRate = 0.001, finalRate = 0.02, averageEpochs = 1 } = options
  for (const [name, value] of Object.entries({ epochs, batchSize, averageEpochs }))
    if (!Number.isInteger(value) || value < 1)
      throw new TrainingError(`${name} is ${value}, not a whole number from 1`)
  const optimizer = train.adam(learningRate)
  const sums = task.parameters.map(() => [] as Float64Array[])
  try {
    for (let epoch = 0; epoch < epochs; epoch++) {
      const data = task.rows(epoch)
      const order = shuffledOrder(data.rows, seed + 7919 * (epoch + 1))
      const inputs = data.x.length / data.rows
      const outputs = data.targets.length / data.rows
      let total = 0
      for (let at = 0; at < data.rows; at += batchSize) {
        options.signal?.throwIfAborted()
        const done = (epoch + at / data.rows) / epochs
        const rate = learningRate * (finalRate + ((1 - finalRate) * (1 + Math.cos(Math.PI * done))) / 2)
        setRate(optimizer, rate)
        const batch = order.subarray(at, at + batchSize)
        const loss = tidy(() => {
          const x = tensor2d(gather(data.x, inputs, batch), [batch.length, inputs])
          const targets = tensor2d(gather(data.targets, outputs, batch), [batch.length, outputs])
          return optimizer.minimize(() => task.loss(x, targets), true, task.parameters)!.dataSync()[0]!
        })
        if (!Number.isFinite(loss))
          throw new TrainingError(`the loss is ${loss} in epoch ${epoch + 1}. Try a smaller learningRate.`)
        total += loss * batch.length
        task.afterStep?.()
      }
      if (epoch >= epochs - averageEpochs)
        for (const [i, parameter] of task.parameters.entries())
          sums[i]!.push(Float64Array.from(parameter.dataSync()))
      options.onEpoch?.({ epoch: epoch + 1, epochs, loss: total / data.rows })
      // Lets an abort, a timer or a page's repaint happen.
      await new Promise((resolve) => setTimeout(resolve, 0))
    }
    if (averageEpochs > 1)
      for (const [i, parameter] of task.parameters.entries()) assignMean(parameter, sums[i]!)
  } finally {
    optimizer.dispose()
  }
}

function gather(from: Float32Array, width: number, numbers: Int32Array): Float32Array {
  const out = new Float32Array(numbers.length * width)
  for (let i = 0; i < numbers.length; i++)
    out.set(from.subarray(numbers[i]! * width, (numbers[i]! + 1) * width), i * width)
  return out
}

/** tfjs keeps the rate in a protected field and reads it anew at each step. */
function setRate(optimizer: AdamOptimizer, rate: number): void {
  ;(optimizer as unknown as { learningRate: number }).learningRate = rate
}

function assignMean(parameter: Variable, values: Float64Array[]): void {
  const mean = Float32Array.from(
    values[0]!,
    (_, i) => values.reduce((sum, v) => sum + v[i]!, 0) / values.length,
  )
  tidy(() => parameter.assign(tensor(mean, parameter.shape)))
}
