import type { ModelInput, Ratio } from '@inkling/model'
import { columnInput } from '@inkling/model/quantize'
import { InputError } from '../errors.ts'

/** Grids that tables use, coarsest first: whole numbers, halves, quarters, fifths, tenths ... */
const GRIDS = [1, 2, 4, 5, 10, 20, 50, 100]

/**
 * One byte a feature: the grid of the column where it has one and 256 steps are enough, else 256 equal steps from the
 * smallest to the largest value.
 *
 * @param x all rows of the file; a value outside of what they hold is refused later, by name
 * @throws InputError for a column that has one value only
 */
export function chooseInput(features: string[], x: readonly number[][]): ModelInput {
  const scale: Ratio[] = []
  const zeroPoint: number[] = []
  const max: number[] = []
  for (const [i, feature] of features.entries()) {
    const values = x.map((row) => row[i]!)
    const low = values.reduce((a, b) => Math.min(a, b))
    const high = values.reduce((a, b) => Math.max(a, b))
    if (low === high)
      throw new InputError(`column '${feature}' is ${low} in every row, so nothing can be learned from it`, {
        remedy: 'take the column out',
      })
    const ratio = gridOf(values, high - low) ?? spread(feature, values)
    const at = (value: number) => Math.floor((value * ratio.num) / ratio.den + 0.5)
    scale.push(ratio)
    zeroPoint.push(-at(low))
    max.push(at(high) - at(low))
  }
  const same = scale.every(({ num, den }) => num === scale[0]!.num && den === scale[0]!.den)
  const shifted = zeroPoint.some((zero) => zero !== 0)
  return {
    length: features.length,
    packing: 'u8',
    min: features.map(() => 0),
    max,
    features,
    scale: same ? scale[0]! : scale,
    // -0 and 0 are different JSON.
    ...(shifted && { zeroPoint: zeroPoint.map((zero) => zero + 0) }),
  }
}

function gridOf(values: number[], range: number): Ratio | undefined {
  const grid = GRIDS.find((num) =>
    values.every((value) => Math.abs(value * num - Math.round(value * num)) < 1e-9),
  )
  return grid !== undefined && range * grid <= 255 ? { num: grid, den: 1 } : undefined
}

/** The whole range in 256 steps. */
function spread(feature: string, values: number[]): Ratio {
  return (
    columnInput(
      [feature],
      values.map((value) => [value]),
    ).scale as Ratio[]
  )[0]!
}
