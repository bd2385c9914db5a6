import { lookUp } from '../reference/table.ts'
import { readTensor } from '../tensor/tensor.ts'
import type { TableLayer } from '../types.ts'
import type { Range } from './types.ts'

/**
 * Range of a table's values between two inputs: those at the ends and every entry between them. Linear interpolation
 * stays between neighboring entries, so nothing lies further out.
 */
export function tableRange(layer: TableLayer, x: Range): Range {
  const values = readTensor(layer.values)
  const step = 2 ** layer.shift
  const out = { min: new Float64Array(x.min.length), max: new Float64Array(x.min.length) }
  // Layers have few different ranges: the same ends give the same result.
  const seen = new Map<string, [number, number]>()
  for (let i = 0; i < x.min.length; i++) {
    const key = `${x.min[i]} ${x.max[i]}`
    let ends = seen.get(key)
    if (!ends) {
      const a = lookUp(layer, values, x.min[i]!)
      const b = lookUp(layer, values, x.max[i]!)
      ends = [Math.min(a, b), Math.max(a, b)]
      const clampIndex = (index: number) => Math.min(Math.max(index, 0), values.length - 1)
      // `nearest` moves from entry j - 1 to entry j half a step before j, so ends already cover the outer entries.
      const first = clampIndex(Math.ceil((x.min[i]! - layer.offset) / step))
      const last = clampIndex(Math.floor((x.max[i]! - layer.offset) / step))
      for (let j = first; j <= last; j++) {
        ends[0] = Math.min(ends[0], values[j]!)
        ends[1] = Math.max(ends[1], values[j]!)
      }
      seen.set(key, ends)
    }
    out.min[i] = ends[0]
    out.max[i] = ends[1]
  }
  return out
}
