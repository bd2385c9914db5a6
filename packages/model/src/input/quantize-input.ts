import { DatasetError, OutOfRangeError, WrongLengthError } from '../errors.ts'
import type { ModelInput } from '../types.ts'

/**
 * Turns a row of data into the integers a model takes: `round(value * num / den) + zero point`, half up.
 *
 * @param outside what happens with a value past the model's range: `error` (the default), or `clamp` for data that
 *   may lie further out than the training rows did. A contract never clamps.
 * @throws WrongLengthError; DatasetError for a value that is no finite number; OutOfRangeError.
 */
export function quantizeInput(
  input: ModelInput,
  row: ArrayLike<number>,
  outside: 'error' | 'clamp' = 'error',
): number[] {
  if (row.length !== input.length) throw new WrongLengthError(input.length, row.length)
  return Array.from(row, (value, i) => {
    if (!Number.isFinite(value)) throw new DatasetError(`row: value ${i} is ${value}, not a number`)
    const { num, den } = Array.isArray(input.scale) ? input.scale[i]! : input.scale
    const q = Math.floor((value * num) / den + 0.5) + (input.zeroPoint?.[i] ?? 0)
    const min = input.min[i]!
    const max = input.max[i]!
    if (outside === 'clamp') return Math.min(Math.max(q, min), max)
    if (q < min || q > max) throw new OutOfRangeError(i, q, min, max)
    // Not -0, which JSON and equality tell apart from 0.
    return q + 0
  })
}
