import { readTensor, type TensorValues } from '../tensor/tensor.ts'
import type { TableLayer } from '../types.ts'

/** One value through a table. See `TableLayer` for the rule; everything is exact in a double and in int64. */
export function lookUp(layer: TableLayer, values: TensorValues, x: number): number {
  const last = values.length - 1
  const step = 2 ** layer.shift
  const half = layer.shift === 0 ? 0 : step / 2
  const t = Math.min(Math.max(x - layer.offset, 0), last * step)
  if (layer.interpolation === 'nearest') return values[Math.min(Math.floor((t + half) / step), last)]!
  const i = Math.floor(t / step)
  if (i === last) return values[last]!
  const rise = values[i + 1]! - values[i]!
  return values[i]! + Math.floor((rise * (t - i * step) + half) / step)
}

/** The table layer: each value by itself. */
export function applyTable(layer: TableLayer, x: ArrayLike<number>): Int32Array {
  const values = readTensor(layer.values)
  return Int32Array.from(x, (value) => lookUp(layer, values, value))
}
