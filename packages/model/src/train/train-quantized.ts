import {
  abs,
  add,
  exp,
  getBackend,
  mul,
  type Scalar,
  scalar,
  sum,
  type Tensor1D,
  type Tensor2D,
  tensor1d,
  tensor2d,
  type Variable,
  variable,
} from '@tensorflow/tfjs-core'
import { useBackend } from './backend.ts'
import { TrainingError } from './errors.ts'
import { type FitOptions, fit } from './fit.ts'
import type { FloatMlp } from './float-mlp.ts'
import type { IntegerLayer, IntegerMlp } from './integer-mlp.ts'
import { matMul } from './mat-mul.ts'
import { checkRows, type FloatRows } from './rows.ts'
import { type QuantizedLayer, shiftScales } from './shift-scales.ts'
import { clampThrough, roundThrough } from './straight-through.ts'
import { classLoss } from './train-mlp.ts'

export interface QuantizedOptions extends FitOptions {
  /** A float net of the same widths, trained on inputs x / inputMax: the starting point. */
  start: FloatMlp
  /** Inputs are integers 0 ... inputMax. */
  inputMax: number
  layers: QuantizedLayer[]
  /** Weights that stay 0, a layer at a time: [outputs, inputs], 0 where the weight is left out. */
  masks?: (Uint8Array | undefined)[]
  /** Added to the loss: this times the sum of |weight| / weightMax. Drives weights to 0. */
  sparsity?: number
  /** Loss of a batch of logits; cross entropy when left out. */
  loss?: (logits: Tensor2D, targets: Tensor2D) => Scalar
  /** Rows for an epoch (augmented ones, say) in place of `data`. */
  rowsOf?: (epoch: number) => FloatRows
}

/**
 * Quantization-aware training of a net that requantizes by shifts. The forward pass is the integer net itself:
 * weights, biases and activations are rounded and clamped as the kernel will have them, and gradients pass
 * straight through the rounding. What comes out is those integers, so nothing is lost afterwards.
 *
 * @param data rows of integers 0 ... inputMax, as floats.
 * @throws TrainingError for settings that don't fit together or a sum that float32 can't hold exactly.
 */
export async function trainQuantized(data: FloatRows, options: QuantizedOptions): Promise<IntegerMlp> {
  const { start, inputMax, layers, masks = [], sparsity = 0, loss: lossOf = classLoss } = options
  checkRows(data, start.layers[0]!.inputs, start.layers.at(-1)!.outputs)
  if (
    start.layers.length !== layers.length ||
    layers.some((spec, l) => spec.outputs !== start.layers[l]!.outputs)
  )
    throw new TrainingError('the float net to start from has other layers than the quantized one')
  if (layers.some((spec, l) => (spec.max === undefined) !== (l === layers.length - 1)))
    throw new TrainingError('each hidden layer needs max, the last layer must have none')
  if (!getBackend()) await useBackend('cpu')

  const normalized = { ...data, x: data.x.map((value) => value / inputMax) }
  const scaled = shiftScales(start, normalized, inputMax, layers)
  const net = layers.map((spec, l) => {
    const { inputs, outputs } = start.layers[l]!
    const accumulated = spec.weightMax * (l === 0 ? inputMax : layers[l - 1]!.max!)
    const { weights, bias, shift } = scaled[l]!
    const mask = masks[l]
    return {
      spec,
      inputs,
      outputs,
      shift,
      biasUnit: accumulated,
      mask: mask && tensor2d(transposed(Float64Array.from(mask), inputs, outputs), [inputs, outputs]),
      // In units of weightMax, so that one learning rate suits all layers.
      weights: variable(
        tensor2d(
          transposed(
            weights.map((w) => w / spec.weightMax),
            inputs,
            outputs,
          ),
          [inputs, outputs],
        ),
      ),
      bias: variable(tensor1d(Float32Array.from(bias, (b) => b / accumulated))),
    }
  })
  type Parts = (typeof net)[number]
  const integerWeights = ({ weights, spec, mask }: Parts) => {
    const rounded = roundThrough(
      clampThrough(mul(weights as Tensor2D, spec.weightMax) as Tensor2D, -spec.weightMax, spec.weightMax),
    )
    return mask ? (mul(rounded, mask) as Tensor2D) : rounded
  }
  const integerBias = ({ bias, biasUnit }: Parts) => roundThrough(mul(bias as Tensor1D, biasUnit) as Tensor1D)
  // The logits' scale is free: it is learnt, and forgotten at the end.
  const temperature = variable(scalar(Math.log(scaled.at(-1)!.unit[0]!)))
  const parameters = [...net.flatMap((layer) => [layer.weights, layer.bias]), temperature]
  try {
    await fit(
      {
        parameters: parameters as Variable[],
        rows: options.rowsOf ?? (() => data),
        loss: (x, targets) => {
          let h = x
          for (const layer of net) {
            h = add(matMul(h, integerWeights(layer)), integerBias(layer))
            if (layer.shift !== undefined)
              h = clampThrough(roundThrough(mul(h, 2 ** -layer.shift) as Tensor2D), 0, layer.spec.max!)
          }
          const loss = lossOf(mul(h, exp(temperature)) as Tensor2D, targets)
          if (sparsity === 0) return loss
          return net.reduce(
            (total, layer) => add(total, mul(sum(abs(layer.weights as Tensor2D)), sparsity)) as Scalar,
            loss,
          )
        },
      },
      options,
    )
    return {
      inputMax,
      layers: net.map((layer) => readLayer(layer, integerWeights(layer), integerBias(layer))),
    }
  } finally {
    for (const parameter of parameters) parameter.dispose()
    for (const layer of net) layer.mask?.dispose()
  }
}

function readLayer(
  parts: { inputs: number; outputs: number; shift?: number; spec: QuantizedLayer },
  weights: Tensor2D,
  bias: Tensor1D,
): IntegerLayer {
  const { inputs, outputs, shift, spec } = parts
  const layer = {
    inputs,
    outputs,
    weights: Int32Array.from(transposed(weights.dataSync(), outputs, inputs)),
    bias: Int32Array.from(bias.dataSync()),
  }
  weights.dispose()
  bias.dispose()
  return shift === undefined ? layer : { ...layer, shift, max: spec.max }
}

/** [rows, columns] where `from` is [columns, rows]. */
function transposed(from: ArrayLike<number>, rows: number, columns: number): Float32Array {
  return Float32Array.from(
    { length: rows * columns },
    (_, k) => from[(k % columns) * rows + Math.floor(k / columns)]!,
  )
}
