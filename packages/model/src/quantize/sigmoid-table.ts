import { makeTensor } from '../tensor/tensor.ts'
import type { TableLayer } from '../types.ts'

/** Beyond +-8 the sigmoid is within 1/2981 of its end. */
const REACH = 8
const ENTRIES = 65

/**
 * Sigmoid of an int32 accumulator as an integer table with linear interpolation. The value is
 * round(2^15 * (sigmoid - 1/2)), -16373 to 16373: above 0 exactly when label 1 is the likelier, so the label rule
 * `sign` holds, and the probability is value / 2^15 + 1/2.
 *
 * @param unit what one integer of the accumulator stands for.
 */
export function sigmoidTable(unit: number): TableLayer {
  const shift = Math.max(0, Math.ceil(Math.log2((2 * REACH) / unit / (ENTRIES - 1))))
  const step = 2 ** shift
  const offset = -((ENTRIES - 1) / 2) * step
  const values = Array.from({ length: ENTRIES }, (_, i) => {
    const probability = 1 / (1 + Math.exp(-(offset + i * step) * unit))
    return Math.round(2 ** 15 * (probability - 0.5)) + 0
  })
  return {
    type: 'table',
    values: makeTensor('i16', [ENTRIES], values),
    offset,
    shift,
    interpolation: 'linear',
  }
}
