import { outputSize } from '../../format/layer-shape.ts'
import { readTensor } from '../../tensor/tensor.ts'
import type { Conv2dLayer, DenseLayer, Tensor } from '../../types.ts'
import type { LinearLayer } from './linear-layer.ts'

/** One value an output, from a tensor of one value or one a channel. */
function perOutput(tensor: Tensor, outputs: number): number[] {
  const values = readTensor(tensor)
  return Array.from({ length: outputs }, (_, o) => values[values.length === 1 ? 0 : o % values.length]!)
}

/** A dense layer, or a convolution unrolled to one: each position of each channel is an output. */
export function toLinear(layer: DenseLayer | Conv2dLayer, where: string): LinearLayer {
  const { rows, inputs } = layer.type === 'dense' ? denseRows(layer) : convRows(layer)
  const r = layer.requantize
  return {
    where,
    inputs,
    ...(layer.type === 'conv2d' ? { channels: layer.weights.shape[0]! } : {}),
    rows,
    bias: perOutput(layer.bias, rows.length),
    activation: layer.activation,
    ...(r
      ? {
          requantize: {
            multiplier: perOutput(r.multiplier, rows.length),
            shift: perOutput(r.shift, rows.length),
            zeroPoint: r.zeroPoint,
            min: r.min,
            max: r.max,
          },
        }
      : {}),
  }
}

type Rows = { rows: LinearLayer['rows']; inputs: number }

function denseRows(layer: DenseLayer): Rows {
  const [outputs, inputs] = layer.weights.shape as [number, number]
  const weights = readTensor(layer.weights)
  const rows = Array.from({ length: outputs }, (_, o) => {
    const row: { index: number[]; weight: number[] } = { index: [], weight: [] }
    for (let i = 0; i < inputs; i++) {
      const weight = weights[o * inputs + i]!
      if (weight === 0) continue
      row.index.push(i)
      row.weight.push(weight)
    }
    return row
  })
  return { rows, inputs }
}

function convRows(layer: Conv2dLayer): Rows {
  const [height, width, channels] = layer.input
  const [outRows, outColumns, outputs] = outputSize(layer)
  const [, kernelRows, kernelColumns] = layer.weights.shape as [number, number, number, number]
  const [top, , , left] = layer.padding
  const weights = readTensor(layer.weights)
  const rows: LinearLayer['rows'] = []
  for (let y = 0; y < outRows; y++)
    for (let x = 0; x < outColumns; x++)
      for (let o = 0; o < outputs; o++) {
        const row: { index: number[]; weight: number[] } = { index: [], weight: [] }
        for (let ky = 0; ky < kernelRows; ky++)
          for (let kx = 0; kx < kernelColumns; kx++) {
            const sourceRow = y * layer.stride[0] + ky - top
            const sourceColumn = x * layer.stride[1] + kx - left
            if (sourceRow < 0 || sourceRow >= height || sourceColumn < 0 || sourceColumn >= width) continue
            for (let c = 0; c < channels; c++) {
              const weight = weights[((o * kernelRows + ky) * kernelColumns + kx) * channels + c]!
              if (weight === 0) continue
              row.index.push((sourceRow * width + sourceColumn) * channels + c)
              row.weight.push(weight)
            }
          }
        rows.push(row)
      }
  return { rows, inputs: height * width * channels }
}
