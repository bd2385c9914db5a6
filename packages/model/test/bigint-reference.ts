import { readTensor } from '../src/tensor/tensor.ts'
import type { Conv2dLayer, DenseLayer, Layer, MaxPool2dLayer, TableLayer } from '../src/types.ts'

/**
 * The layers' rules a second time, in BigInt and as close to the specification's text as they go: slow, with no
 * int32 trick in it. Tests hold the real reference against it.
 */
export function bigLayer(layer: Layer, x: bigint[]): bigint[] {
  if (layer.type === 'table') return x.map((value) => bigTable(layer, value))
  if (layer.type === 'maxpool2d') return bigPool(layer, x)
  const acc = layer.type === 'dense' ? bigDense(layer, x) : bigConv(layer, x)
  const channels = layer.weights.shape[0]!
  return acc.map((sum, i) => {
    const value = layer.activation === 'relu' && sum < 0n ? 0n : sum
    const how = layer.requantize
    if (!how) return value
    const of = (values: ArrayLike<number>) => BigInt(values[values.length === 1 ? 0 : i % channels]!)
    const scaled = bigRequantize(value, of(readTensor(how.multiplier)), of(readTensor(how.shift)))
    return clamp(scaled + BigInt(how.zeroPoint), BigInt(how.min), BigInt(how.max))
  })
}

/** `(acc * M + 2^(s-1)) >> s`. BigInt's shift is arithmetic. */
export function bigRequantize(acc: bigint, multiplier: bigint, shift: bigint): bigint {
  return (acc * multiplier + (1n << (shift - 1n))) >> shift
}

export function clamp(value: bigint, min: bigint, max: bigint): bigint {
  return value < min ? min : value > max ? max : value
}

function bigDense(layer: DenseLayer, x: bigint[]): bigint[] {
  const weights = big(readTensor(layer.weights))
  return big(readTensor(layer.bias)).map((bias, o) =>
    x.reduce((sum, value, i) => sum + weights[o * x.length + i]! * value, bias),
  )
}

/** Pads first, then takes windows: another road than the reference's, which skips what is outside. */
function bigConv(layer: Conv2dLayer, x: bigint[]): bigint[] {
  const [height, width, channels] = layer.input
  const [top, right, bottom, left] = layer.padding
  const [outputs, kh, kw] = layer.weights.shape as [number, number, number, number]
  const [fullHeight, fullWidth] = [height + top + bottom, width + left + right]
  const padded = new Array<bigint>(fullHeight * fullWidth * channels).fill(0n)
  for (let y = 0; y < height; y++)
    for (let z = 0; z < width; z++)
      for (let c = 0; c < channels; c++)
        padded[((y + top) * fullWidth + z + left) * channels + c] = x[(y * width + z) * channels + c]!
  const weights = big(readTensor(layer.weights))
  const bias = big(readTensor(layer.bias))
  const acc: bigint[] = []
  for (let y = 0; y + kh <= fullHeight; y += layer.stride[0])
    for (let z = 0; z + kw <= fullWidth; z += layer.stride[1])
      for (let o = 0; o < outputs; o++) {
        let sum = bias[o]!
        for (let dy = 0; dy < kh; dy++)
          for (let dz = 0; dz < kw; dz++)
            for (let c = 0; c < channels; c++)
              sum +=
                weights[((o * kh + dy) * kw + dz) * channels + c]! *
                padded[((y + dy) * fullWidth + z + dz) * channels + c]!
        acc.push(sum)
      }
  return acc
}

function bigPool(layer: MaxPool2dLayer, x: bigint[]): bigint[] {
  const [height, width, channels] = layer.input
  const [rows, columns] = layer.size
  const out: bigint[] = []
  for (let y = 0; y + rows <= height; y += layer.stride[0])
    for (let z = 0; z + columns <= width; z += layer.stride[1])
      for (let c = 0; c < channels; c++) {
        const window: bigint[] = []
        for (let dy = 0; dy < rows; dy++)
          for (let dz = 0; dz < columns; dz++) window.push(x[((y + dy) * width + z + dz) * channels + c]!)
        out.push(window.reduce((a, b) => (b > a ? b : a)))
      }
  return out
}

function bigTable(layer: TableLayer, x: bigint): bigint {
  const values = big(readTensor(layer.values))
  const shift = BigInt(layer.shift)
  const last = BigInt(values.length - 1)
  const t = clamp(x - BigInt(layer.offset), 0n, last << shift)
  const half = shift ? 1n << (shift - 1n) : 0n
  if (layer.interpolation === 'nearest') return values[Number(clamp((t + half) >> shift, 0n, last))]!
  const i = t >> shift
  if (i === last) return values[Number(i)]!
  const [a, b] = [values[Number(i)]!, values[Number(i) + 1]!]
  return a + (((b - a) * (t - (i << shift)) + half) >> shift)
}

const big = (values: ArrayLike<number>) => Array.from(values, BigInt)
