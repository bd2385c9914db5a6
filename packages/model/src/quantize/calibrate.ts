import { DatasetError } from '../errors.ts'
import { type FloatMlp, runFloat } from '../train/float-mlp.ts'

/**
 * Largest activation each layer gives on the calibration rows: the end of its integer range.
 *
 * @param rows data rows, as the float net takes them.
 * @param share of activations that stay inside the range; the rest is clamped. 1 takes the largest seen.
 */
export function calibrate(net: FloatMlp, rows: ArrayLike<number>[], share = 1): number[] {
  const inputs = net.layers[0]!.inputs
  if (rows.length === 0) throw new DatasetError('calibration: there are no rows')
  const seen: number[][] = net.layers.map(() => [])
  for (const [r, row] of rows.entries()) {
    if (row.length !== inputs)
      throw new DatasetError(`calibration: row ${r} has ${row.length} values, the net takes ${inputs}`)
    for (const [l, { after }] of runFloat(net, row).entries())
      for (const value of after) if (value !== 0) seen[l]!.push(Math.abs(value))
  }
  return seen.map((values) => {
    if (values.length === 0) return 0
    const sorted = Float64Array.from(values).sort()
    return sorted[Math.ceil(share * sorted.length) - 1]!
  })
}
