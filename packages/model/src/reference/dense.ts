import { readTensor } from '../tensor/tensor.ts'
import type { DenseLayer } from '../types.ts'

/** Accumulators of a dense layer: `acc[o] = bias[o] + sum of weights[o][i] * x[i]`, int32. */
export function denseSums(layer: DenseLayer, x: ArrayLike<number>): Int32Array {
  const [outputs, inputs] = layer.weights.shape as [number, number]
  const weights = readTensor(layer.weights)
  const acc = Int32Array.from(readTensor(layer.bias))
  for (let o = 0, at = 0; o < outputs; o++) {
    let sum = acc[o]!
    for (let i = 0; i < inputs; i++) sum = (sum + Math.imul(weights[at++]!, x[i]!)) | 0
    acc[o] = sum
  }
  return acc
}
