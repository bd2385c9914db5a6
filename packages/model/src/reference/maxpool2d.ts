import { outputSize } from '../format/layer-shape.ts'
import type { MaxPool2dLayer } from '../types.ts'

/** Largest value of each window, a channel at a time. */
export function maxPool(layer: MaxPool2dLayer, x: ArrayLike<number>): Int32Array {
  const [, width] = layer.input
  const [rows, columns, channels] = outputSize(layer)
  const [down, across] = layer.stride
  const out = new Int32Array(rows * columns * channels)
  let to = 0
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      for (let c = 0; c < channels; c++) {
        let best = -(2 ** 31)
        for (let dy = 0; dy < layer.size[0]; dy++)
          for (let dx = 0; dx < layer.size[1]; dx++)
            best = Math.max(best, x[((row * down + dy) * width + column * across + dx) * channels + c]!)
        out[to++] = best
      }
  return out
}
