import { type DenseLayer, type Model, readTensor } from '../../packages/model/src/index.ts'

/** One dense layer in plain numbers. */
export interface Layer {
  /** A row for each output. */
  weights: number[][]
  bias: number[]
  relu: boolean
  /** One of each an output; absent where the accumulators are the scores. */
  requantize?: { multiplier: number[]; shift: number[]; zeroPoint: number; min: number; max: number }
}

/** What the kernels are generated from: bytes in, one hidden layer, scores out. */
export interface Network {
  name: string
  sha256: string
  /** Largest value of each input; the smallest is 0. */
  max: number[]
  hidden: Layer
  output: Layer
}

/**
 * The layers of a model with one hidden layer.
 *
 * @throws Error for any other model: the kernels of the ladder are written for this shape.
 */
export function networkOf(model: Model): Network {
  const wrong = (why: string) => new Error(`${model.name}: the kernels need ${why}`)
  if (model.kind !== 'mlp' || model.layers.length !== 2) throw wrong('a net with one hidden layer')
  const [hidden, output] = model.layers.map((layer) => {
    if (layer.type !== 'dense') throw wrong('dense layers')
    return layerOf(layer)
  }) as [Layer, Layer]
  if (model.input.packing !== 'u8' || model.input.min.some((min) => min !== 0)) throw wrong('u8 input from 0')
  if (!hidden.relu || !hidden.requantize || output.requantize || output.relu)
    throw wrong('a ReLU and a requantization between the layers, and none after them')
  return { name: model.name, sha256: model.sha256, max: model.input.max, hidden, output }
}

function layerOf(layer: DenseLayer): Layer {
  const [outputs, inputs] = layer.weights.shape as [number, number]
  const flat = [...readTensor(layer.weights)]
  const { requantize } = layer
  // One value for the layer, or one an output.
  const each = (values: ArrayLike<number>) =>
    Array.from({ length: outputs }, (_, o) => values[values.length === 1 ? 0 : o] as number)
  return {
    weights: Array.from({ length: outputs }, (_, o) => flat.slice(o * inputs, (o + 1) * inputs)),
    bias: [...readTensor(layer.bias)],
    relu: layer.activation === 'relu',
    ...(requantize && {
      requantize: {
        multiplier: each(readTensor(requantize.multiplier)),
        shift: each(readTensor(requantize.shift)),
        zeroPoint: requantize.zeroPoint,
        min: requantize.min,
        max: requantize.max,
      },
    }),
  }
}

/** Smallest and largest accumulator of an output over all inputs from 0 to `max`: exact, from the real weights. */
export function accumulatorRange(
  weights: number[],
  bias: number,
  max: number[],
): { low: number; high: number } {
  let low = bias
  let high = bias
  weights.forEach((w, i) => {
    if (w < 0) low += w * (max[i] as number)
    else high += w * (max[i] as number)
  })
  return { low, high }
}
