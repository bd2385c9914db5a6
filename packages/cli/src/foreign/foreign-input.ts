import type { ModelInput } from '@inkling/model'
import { chooseInput } from '../float/choose-input.ts'

/**
 * The input of a model that was trained elsewhere: `chooseInput` of the rows. A column that has one value only is no
 * fault here, since nothing is learned from the rows; it gets one unit of room.
 */
export function foreignInput(columns: string[], rows: readonly number[][]): ModelInput {
  const first = rows[0] ?? []
  const room = first.map((value, i) => (rows.every((row) => row[i] === value) ? value + 1 : value))
  return chooseInput(columns, [...rows, room])
}

/** The input of images: one scale for all pixels, 0 stays 0, the brightest value of all rows becomes 255 at most. */
export function imageInput(columns: string[], rows: readonly number[][]): ModelInput {
  const top = rows.reduce((max, row) => row.reduce((a, b) => Math.max(a, b), max), 0)
  const whole = top <= 255 && rows.every((row) => row.every(Number.isInteger))
  const scale = whole || top === 0 ? { num: 1, den: 1 } : ratioOf(255 / top)
  const max = Math.max(1, Math.floor((top * scale.num) / scale.den + 0.5))
  return {
    length: columns.length,
    packing: max <= 15 ? 'u4' : 'u8',
    min: columns.map(() => 0),
    max: columns.map(() => max),
    features: columns,
    scale,
  }
}

/** Thousandths, or the whole number where it is one (255 for values up to 1). */
const ratioOf = (factor: number) =>
  Number.isInteger(factor) ? { num: factor, den: 1 } : { num: Math.floor(factor * 1000), den: 1000 }
