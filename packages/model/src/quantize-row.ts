import { DatasetError } from './errors.ts'
import type { Ratio } from './types.ts'

/**
 * Turns a row of data into the integers a model takes: q = x * num / den.
 *
 * @throws DatasetError when a value does not land on an integer: the scale does not fit the data.
 */
export function quantizeRow(row: number[], scale: Ratio): number[] {
  return row.map((value, i) => {
    const q = (value * scale.num) / scale.den
    if (!Number.isInteger(q))
      throw new DatasetError(`row: value ${i} is ${value}; times ${scale.num}/${scale.den} it is no integer`)
    return q
  })
}
