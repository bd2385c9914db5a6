import {
  add,
  getBackend,
  losses,
  mul,
  relu,
  type Scalar,
  square,
  sum,
  type Tensor1D,
  type Tensor2D,
  tensor1d,
  tensor2d,
  type Variable,
  variable,
} from '@tensorflow/tfjs-core'
import { rng } from '../rng.ts'
import { useBackend } from './backend.ts'
import { TrainingError } from './errors.ts'
import { type FitOptions, fit } from './fit.ts'
import type { FloatLayer, FloatMlp } from './float-mlp.ts'
import { initialWeights } from './initial-weights.ts'
import { matMul } from './mat-mul.ts'
import { checkRows, type FloatRows } from './rows.ts'

export interface MlpOptions extends FitOptions {
  /** Widths, inputs first: [196, 64, 10]. With one output the loss is the sigmoid's, else softmax's. */
  layers: number[]
  /** Added to the loss: this times the sum of squared weights, halved. */
  weightDecay?: number
  /** Loss of a batch of logits; cross entropy when left out. */
  loss?: (logits: Tensor2D, targets: Tensor2D) => Scalar
  /** Rows for an epoch (augmented ones, say) in place of `data`. */
  rowsOf?: (epoch: number) => FloatRows
}

/**
 * Trains a net of dense layers. Weights come out [outputs, inputs].
 *
 * @throws DatasetError for rows that don't fit; TrainingError for settings that don't, or a loss that is no number.
 */
export async function trainMlp(data: FloatRows, options: MlpOptions): Promise<FloatMlp> {
  const { layers, seed, weightDecay = 0, loss: lossOf = classLoss } = options
  if (layers.length < 2 || !layers.every((width) => Number.isInteger(width) && width >= 1))
    throw new TrainingError(`layers [${layers}] need at least inputs and outputs, each a whole number from 1`)
  checkRows(data, layers[0]!, layers.at(-1)!)
  if (!getBackend()) await useBackend('cpu')
  const random = rng(seed)
  const weights: Variable[] = []
  const biases: Variable[] = []
  for (let i = 0; i + 1 < layers.length; i++) {
    const [inputs, outputs] = [layers[i]!, layers[i + 1]!]
    weights.push(variable(tensor2d(initialWeights(inputs, outputs, random), [inputs, outputs])))
    biases.push(variable(tensor1d(new Float32Array(outputs))))
  }
  try {
    await fit(
      {
        parameters: [...weights, ...biases],
        rows: options.rowsOf ?? (() => data),
        loss: (x, targets) => {
          let h = x
          for (const [i, w] of weights.entries()) {
            h = add(matMul(h, w as Tensor2D), biases[i]! as Tensor1D)
            if (i + 1 < weights.length) h = relu(h)
          }
          const loss = lossOf(h, targets)
          if (weightDecay === 0) return loss
          const decay = (w: Variable) => mul(sum(square(w)), weightDecay / 2)
          return weights.reduce((total, w) => add(total, decay(w)) as Scalar, loss)
        },
      },
      options,
    )
    return { layers: weights.map((w, i) => readLayer(w, biases[i]!, i + 1 < weights.length)) }
  } finally {
    for (const parameter of [...weights, ...biases]) parameter.dispose()
  }
}

/** Mean cross entropy of logits: softmax's for several outputs, the sigmoid's for one. */
export function classLoss(logits: Tensor2D, targets: Tensor2D): Scalar {
  return logits.shape[1] === 1
    ? (losses.sigmoidCrossEntropy(targets, logits) as Scalar)
    : (losses.softmaxCrossEntropy(targets, logits) as Scalar)
}

function readLayer(w: Variable, bias: Variable, hidden: boolean): FloatLayer {
  const [inputs, outputs] = w.shape as [number, number]
  const columns = w.dataSync()
  const weights = Float32Array.from(
    { length: inputs * outputs },
    (_, k) => columns[(k % inputs) * outputs + Math.floor(k / inputs)]!,
  )
  return {
    inputs,
    outputs,
    weights,
    bias: Float32Array.from(bias.dataSync()),
    activation: hidden ? 'relu' : 'none',
  }
}
