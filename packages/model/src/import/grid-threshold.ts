import type { ModelInput } from '../types.ts'

/** What goes left: `<=` or `<` the threshold, compared as doubles or as single-precision floats. */
export interface Comparison {
  rule: '<=' | '<'
  precision: 'double' | 'single'
}

/**
 * The largest integer of feature `feature` whose datum goes left, so that `integer <= result` decides as the library
 * does for every value on the input's grid. One below the range when none goes left.
 *
 * The datum of an integer q is (q - zeroPoint) * den / num, in doubles, rounded to single precision where the library
 * compares singles. The comparison is monotone in q, so bisection finds the boundary without rounding a threshold.
 */
export function gridThreshold(
  threshold: number,
  { rule, precision }: Comparison,
  input: ModelInput,
  feature: number,
): number {
  const { num, den } = Array.isArray(input.scale) ? input.scale[feature]! : input.scale
  const zeroPoint = input.zeroPoint?.[feature] ?? 0
  const round = precision === 'single' ? Math.fround : (value: number) => value
  const limit = round(threshold)
  const goesLeft = (q: number) => {
    const datum = round(((q - zeroPoint) * den) / num)
    return rule === '<' ? datum < limit : datum <= limit
  }
  let low = input.min[feature]! - 1
  let high = input.max[feature]!
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (goesLeft(middle)) low = middle
    else high = middle - 1
  }
  return low
}
