/** The net of this lab as plain numbers, from its model file. */
import { type DenseLayer, type LayerModel, readTensor } from '@inkling/model'

export interface Net {
  inputs: number
  pixelMax: number
  hidden: { weights: number[][]; bias: number[]; multiplier: number[]; shift: number[] }
  output: { weights: number[][]; bias: number[] }
}

/** Neurons whose sums share a word, and how many bits each has: four times 16 fill 64. */
export const LANES = 4
export const LANE_BITS = 16

/** @throws Error when it is a net of another kind: the kernels are written for this one. */
export function netOf(model: LayerModel): Net {
  const [first, second] = model.layers
  if (first?.type !== 'dense' || second?.type !== 'dense' || first.requantize === undefined)
    throw new Error(`${model.name}: a net of one hidden layer is needed`)
  const net: Net = {
    inputs: model.input.length,
    pixelMax: model.input.max[0]!,
    hidden: {
      ...rowsOf(first),
      multiplier: [...readTensor(first.requantize.multiplier)],
      shift: [...readTensor(first.requantize.shift)],
    },
    output: rowsOf(second),
  }
  const sizes = [net.inputs, net.hidden.bias.length, net.output.bias.length].join('-')
  if (sizes !== '64-32-10') throw new Error(`${model.name} is a net ${sizes}; the kernels are for 64-32-10`)
  for (const [neuron, weights] of net.hidden.weights.entries()) {
    const { low, high } = rangeOf(weights, net.hidden.bias[neuron]!, net.pixelMax)
    if (high - low >= 2 ** LANE_BITS)
      throw new Error(
        `${model.name}: the sum of hidden neuron ${neuron} goes from ${low} to ${high}, which is more than ` +
          `${LANE_BITS} bits hold. Its weights are too even for four lanes: take the committed model`,
      )
  }
  return net
}

/** Smallest and largest sum of a neuron over all images that there can be. */
export function rangeOf(weights: number[], bias: number, top: number): { low: number; high: number } {
  let low = bias
  let high = bias
  for (const weight of weights) {
    if (weight < 0) low += weight * top
    else high += weight * top
  }
  return { low, high }
}

function rowsOf(layer: DenseLayer): { weights: number[][]; bias: number[] } {
  const [outputs, inputs] = layer.weights.shape as [number, number]
  const flat = [...readTensor(layer.weights)]
  return {
    weights: Array.from({ length: outputs }, (_, o) => flat.slice(o * inputs, (o + 1) * inputs)),
    bias: [...readTensor(layer.bias)],
  }
}
