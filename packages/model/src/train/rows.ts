import type { Rows } from '../data/rows.ts'
import { DatasetError } from '../errors.ts'

/**
 * What a net learns from: `x` holds rows times inputs values, `targets` rows times outputs. For classification
 * a target row is a distribution over labels (one-hot, or several labels that are equally right).
 */
export interface FloatRows {
  rows: number
  x: Float32Array
  targets: Float32Array
}

/** Labels as one-hot target rows. @throws DatasetError for a label that is not from 0 to classes - 1. */
export function oneHot(labels: ArrayLike<number>, classes: number): Float32Array {
  const targets = new Float32Array(labels.length * classes)
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!
    if (!Number.isInteger(label) || label < 0 || label >= classes)
      throw new DatasetError(`data: row ${i} has label ${label}, expected 0 to ${classes - 1}`)
    targets[i * classes + label] = 1
  }
  return targets
}

/** Integer rows as floats, each value times `factor` (1 / 255 brings pixels to 0 ... 1). */
export function toFloatRows(from: Rows, classes: number, factor = 1): FloatRows {
  return {
    rows: from.rows,
    x: Float32Array.from(from.x, (value) => value * factor),
    targets: oneHot(from.y, classes),
  }
}

/** @throws DatasetError naming the first thing wrong: no rows, a length that does not fit, a value that is no number. */
export function checkRows(data: FloatRows, inputs: number, outputs: number): void {
  if (!Number.isInteger(data.rows) || data.rows < 1)
    throw new DatasetError('data: there are no rows to learn from')
  for (const [name, values, width] of [
    ['x', data.x, inputs],
    ['targets', data.targets, outputs],
  ] as const) {
    if (values.length !== data.rows * width)
      throw new DatasetError(
        `data: ${name} holds ${values.length} values, ${data.rows} rows of ${width} are ${data.rows * width}`,
      )
    const bad = values.findIndex((value) => !Number.isFinite(value))
    if (bad >= 0)
      throw new DatasetError(
        `data: ${name}, row ${Math.floor(bad / width)}, value ${bad % width} is ${values[bad]}`,
      )
  }
}
