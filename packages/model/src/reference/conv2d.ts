import { outputSize } from '../format/layer-shape.ts'
import { readTensor } from '../tensor/tensor.ts'
import type { Conv2dLayer } from '../types.ts'

/** Accumulators of a convolution, height, width, channel; outside the input everything is 0. */
export function convSums(layer: Conv2dLayer, x: ArrayLike<number>): Int32Array {
  const [height, width, channels] = layer.input
  const [rows, columns, outputs] = outputSize(layer)
  const [, kernelHeight, kernelWidth] = layer.weights.shape as [number, number, number, number]
  const [down, across] = layer.stride
  const [top, , , left] = layer.padding
  const weights = readTensor(layer.weights)
  const bias = readTensor(layer.bias)
  const acc = new Int32Array(rows * columns * outputs)
  let to = 0
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      for (let o = 0; o < outputs; o++) {
        let sum = bias[o]!
        for (let ky = 0; ky < kernelHeight; ky++) {
          const y = row * down + ky - top
          if (y < 0 || y >= height) continue
          for (let kx = 0; kx < kernelWidth; kx++) {
            const z = column * across + kx - left
            if (z < 0 || z >= width) continue
            let from = (y * width + z) * channels
            let at = ((o * kernelHeight + ky) * kernelWidth + kx) * channels
            for (let c = 0; c < channels; c++) sum = (sum + Math.imul(weights[at++]!, x[from++]!)) | 0
          }
        }
        acc[to++] = sum
      }
  return acc
}
