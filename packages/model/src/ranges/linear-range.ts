import { outputSize } from '../format/layer-shape.ts'
import { readTensor, type TensorValues } from '../tensor/tensor.ts'
import type { Conv2dLayer, DenseLayer } from '../types.ts'
import type { Range } from './types.ts'

export interface SumRange {
  acc: Range
  partial: Range
}

/**
 * Range of `bias + sum of w[i] * x[i]` when each x[i] lies in a range of its own.
 *
 * A linear form over a box is smallest where each term is, so min and max are exact. A partial sum, in any order,
 * adds some of the terms: it is at least the sum of the negative parts and at most the sum of the positive parts.
 */
export function denseRange(layer: DenseLayer, x: Range): SumRange {
  const [outputs, inputs] = layer.weights.shape as [number, number]
  const weights = readTensor(layer.weights)
  const sums = new Sums(outputs)
  const bias = readTensor(layer.bias)
  for (let o = 0, at = 0; o < outputs; o++) {
    sums.start(o, bias[o]!)
    for (let i = 0; i < inputs; i++) sums.add(o, weights[at++]!, x.min[i]!, x.max[i]!)
  }
  return sums
}

/** The same for each position of a convolution; padding adds nothing. */
export function convRange(layer: Conv2dLayer, x: Range): SumRange {
  const [rows, columns, outputs] = outputSize(layer)
  const sums = new Sums(rows * columns * outputs)
  const weights = readTensor(layer.weights)
  const bias = readTensor(layer.bias)
  for (let to = 0; to < sums.acc.min.length; to++) {
    const o = to % outputs
    const position = Math.floor(to / outputs)
    sums.start(to, bias[o]!)
    addWindow(layer, weights, x, sums, to, o, Math.floor(position / columns), position % columns)
  }
  return sums
}

function addWindow(
  layer: Conv2dLayer,
  weights: TensorValues,
  x: Range,
  sums: Sums,
  to: number,
  o: number,
  row: number,
  column: number,
): void {
  const [height, width, channels] = layer.input
  const [, kernelHeight, kernelWidth] = layer.weights.shape as [number, number, number, number]
  for (let ky = 0; ky < kernelHeight; ky++) {
    const y = row * layer.stride[0] + ky - layer.padding[0]
    if (y < 0 || y >= height) continue
    for (let kx = 0; kx < kernelWidth; kx++) {
      const z = column * layer.stride[1] + kx - layer.padding[3]
      if (z < 0 || z >= width) continue
      const from = (y * width + z) * channels
      const at = ((o * kernelHeight + ky) * kernelWidth + kx) * channels
      for (let c = 0; c < channels; c++) sums.add(to, weights[at + c]!, x.min[from + c]!, x.max[from + c]!)
    }
  }
}

class Sums implements SumRange {
  readonly acc: Range
  readonly partial: Range

  constructor(count: number) {
    this.acc = { min: new Float64Array(count), max: new Float64Array(count) }
    this.partial = { min: new Float64Array(count), max: new Float64Array(count) }
  }

  start(o: number, bias: number): void {
    this.acc.min[o] = bias
    this.acc.max[o] = bias
    this.partial.min[o] = Math.min(bias, 0)
    this.partial.max[o] = Math.max(bias, 0)
  }

  add(o: number, weight: number, low: number, high: number): void {
    const min = weight >= 0 ? weight * low : weight * high
    const max = weight >= 0 ? weight * high : weight * low
    this.acc.min[o]! += min
    this.acc.max[o]! += max
    if (min < 0) this.partial.min[o]! += min
    if (max > 0) this.partial.max[o]! += max
  }
}
