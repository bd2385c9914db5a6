import type { FloatConv2d, FloatDense, FloatLayer, FloatMaxPool2d, FloatNet } from './types.ts'

/** Outputs of each layer for one row, after its activation, in float64. */
export function runFloatNet(net: FloatNet, row: ArrayLike<number>): Float64Array[] {
  let x: ArrayLike<number> = row
  return net.layers.map((layer) => {
    const out = runLayer(layer, x)
    x = out
    return out
  })
}

function runLayer(layer: FloatLayer, x: ArrayLike<number>): Float64Array {
  if (layer.type === 'maxpool2d') return pool(layer, x)
  const sums = layer.type === 'dense' ? dense(layer, x) : convolve(layer, x)
  return layer.activation === 'relu' ? sums.map((value) => Math.max(0, value)) : sums
}

function dense({ inputs, outputs, weights, bias }: FloatDense, x: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: outputs }, (_, o) => {
    let sum = bias[o]!
    for (let i = 0; i < inputs; i++) sum += weights[o * inputs + i]! * x[i]!
    return sum
  })
}

function convolve(layer: FloatConv2d, x: ArrayLike<number>): Float64Array {
  const { weights, bias } = layer
  const [height, width, channels] = layer.input
  const [rows, columns, outputs] = layer.output
  const [kernelHeight, kernelWidth] = layer.kernel
  const [top, , , left] = layer.padding
  const out = new Float64Array(rows * columns * outputs)
  let to = 0
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      for (let o = 0; o < outputs; o++, to++) {
        let sum = bias[o]!
        for (let ky = 0; ky < kernelHeight; ky++)
          for (let kx = 0; kx < kernelWidth; kx++) {
            const y = row * layer.stride[0] + ky - top
            const z = column * layer.stride[1] + kx - left
            if (y < 0 || y >= height || z < 0 || z >= width) continue
            const from = (y * width + z) * channels
            const at = ((o * kernelHeight + ky) * kernelWidth + kx) * channels
            for (let c = 0; c < channels; c++) sum += weights[at + c]! * x[from + c]!
          }
        out[to] = sum
      }
  return out
}

function pool(layer: FloatMaxPool2d, x: ArrayLike<number>): Float64Array {
  const [, width, channels] = layer.input
  const [rows, columns] = layer.output
  const out = new Float64Array(rows * columns * channels)
  let to = 0
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      for (let c = 0; c < channels; c++, to++) {
        let best = Number.NEGATIVE_INFINITY
        for (let dy = 0; dy < layer.size[0]; dy++)
          for (let dx = 0; dx < layer.size[1]; dx++)
            best = Math.max(
              best,
              x[((row * layer.stride[0] + dy) * width + column * layer.stride[1] + dx) * channels + c]!,
            )
        out[to] = best
      }
  return out
}
