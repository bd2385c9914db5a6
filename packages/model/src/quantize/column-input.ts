import { DatasetError } from '../errors.ts'
import type { ModelInput, Ratio } from '../types.ts'

/**
 * A model input for a table: each column's range in these rows is spread over 0 ... 255 (or 0 ... `levels` - 1), by a
 * ratio with three significant digits, so that it reads well in the file.
 *
 * @throws DatasetError for no rows, or a value that is no finite number.
 */
export function columnInput(features: string[], x: number[][], levels = 256): ModelInput {
  if (x.length === 0) throw new DatasetError('data: there are no rows to take ranges from')
  const scale: Ratio[] = []
  const zeroPoint: number[] = []
  for (const [i, feature] of features.entries()) {
    let [min, max] = [Infinity, -Infinity]
    for (const [r, row] of x.entries()) {
      const value = row[i]!
      if (!Number.isFinite(value))
        throw new DatasetError(`data: row ${r}, ${feature} is ${value}, not a number`)
      min = Math.min(min, value)
      max = Math.max(max, value)
    }
    const ratio = threeDigits(max > min ? (levels - 1) / (max - min) : 1)
    scale.push(ratio)
    zeroPoint.push(-Math.floor((min * ratio.num) / ratio.den + 0.5) + 0)
  }
  const { length } = features
  return {
    length,
    packing: levels <= 16 ? 'u4' : 'u8',
    min: new Array(length).fill(0),
    max: new Array(length).fill(levels - 1),
    features,
    scale,
    zeroPoint,
  }
}

/** The largest ratio of three digits, times or over a power of ten, that is not above `value`. */
function threeDigits(value: number): Ratio {
  const exponent = Math.floor(Math.log10(value)) - 2
  let num = Math.max(1, Math.floor(value / 10 ** exponent))
  if (exponent >= 0) return { num: num * 10 ** exponent, den: 1 }
  let den = 10 ** -exponent
  while (num % 10 === 0 && den >= 10) [num, den] = [num / 10, den / 10]
  return { num, den }
}
