import { OutOfRangeError, WrongLengthError } from '../errors.ts'
import type { ModelInput } from '../types.ts'

/** Refuses what a contract refuses: the wrong number of values, and the first one that is out of range. */
export function checkValues(input: ModelInput, values: ArrayLike<number>): void {
  const { length, min, max } = input
  if (values.length !== length) throw new WrongLengthError(length, values.length)
  for (let i = 0; i < length; i++) {
    const value = values[i]!
    if (!Number.isInteger(value) || value < min[i]! || value > max[i]!)
      throw new OutOfRangeError(i, value, min[i]!, max[i]!)
  }
}
