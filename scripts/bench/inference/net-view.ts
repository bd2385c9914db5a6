import { type DenseLayer, type Model, readTensor } from '../../../packages/model/src/index.ts'

/** A dense layer as plain numbers. `weights` is row-major [outputs][inputs]. */
export interface DenseView {
  inputs: number
  outputs: number
  weights: ArrayLike<number>
  bias: ArrayLike<number>
  relu: boolean
  /** One multiplier and shift an output. */
  requantize?: { multiplier: number[]; shift: number[]; zeroPoint: number; min: number; max: number }
}

/** The layers of a net of dense layers; undefined where the model has others, or is made of trees. */
export function denseViews(model: Model): DenseView[] | undefined {
  if (!('layers' in model)) return undefined
  const dense = model.layers.filter((layer): layer is DenseLayer => layer.type === 'dense')
  if (dense.length !== model.layers.length) return undefined
  return dense.map((layer) => {
    const [outputs, inputs] = layer.weights.shape as [number, number]
    const { requantize } = layer
    const each = (values: ArrayLike<number>) =>
      Array.from({ length: outputs }, (_, o) => values[values.length === 1 ? 0 : o]!)
    return {
      inputs,
      outputs,
      weights: readTensor(layer.weights),
      bias: readTensor(layer.bias),
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
  })
}

export interface Span {
  min: number
  max: number
}

/** Smallest and largest accumulator of each output, for inputs that lie in their spans. Exact for one layer. */
export function accumulatorSpans(layer: DenseView, inputs: readonly Span[]): Span[] {
  return Array.from({ length: layer.outputs }, (_, o) => {
    let [min, max] = [layer.bias[o]!, layer.bias[o]!]
    for (let i = 0; i < layer.inputs; i++) {
      const w = layer.weights[o * layer.inputs + i]!
      const [a, b] = [w * inputs[i]!.min, w * inputs[i]!.max]
      min += Math.min(a, b)
      max += Math.max(a, b)
    }
    return { min, max }
  })
}

/** Spans of a layer's outputs after ReLU and requantization. */
export function outputSpans(layer: DenseView, accumulators: readonly Span[]): Span[] {
  const { requantize } = layer
  const apply = (acc: number, o: number) => {
    const value = layer.relu ? Math.max(0, acc) : acc
    if (!requantize) return value
    const { multiplier, shift, zeroPoint, min, max } = requantize
    const half = 1n << BigInt(shift[o]! - 1)
    const scaled = Number((BigInt(value) * BigInt(multiplier[o]!) + half) >> BigInt(shift[o]!)) + zeroPoint
    return Math.min(Math.max(scaled, min), max)
  }
  return accumulators.map(({ min, max }, o) => ({ min: apply(min, o), max: apply(max, o) }))
}
