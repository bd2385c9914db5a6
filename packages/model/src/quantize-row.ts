import { DatasetError } from './errors.ts'
import type { Ratio } from './types.ts'

/**
 * Turns a row of data that lies on the model's grid into integers: q = x * num / den + zero point, with no rounding.
 * For data that has to be rounded, use `quantizeInput`.
 *
 * @param scale one for all features, or one each.
 * @param zeroPoint one a feature; all 0 when left out.
 * @throws DatasetError when a value does not land on an integer: the scale does not fit the data.
 */
export function quantizeRow(row: number[], scale: Ratio | Ratio[], zeroPoint?: number[]): number[] {
  return row.map((value, i) => {
    const ratio = Array.isArray(scale) ? scale[i] : scale
    if (!ratio) throw new DatasetError(`row: no scale for value ${i}`)
    const q = (value * ratio.num) / ratio.den + (zeroPoint?.[i] ?? 0)
    if (!Number.isInteger(q))
      throw new DatasetError(`row: value ${i} is ${value}; times ${ratio.num}/${ratio.den} it is no integer`)
    return q
  })
}
