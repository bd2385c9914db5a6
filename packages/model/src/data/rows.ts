/** Rows of small integers: `x` holds `rows` times `length` values row by row, `y` one label a row. */
export interface Rows {
  rows: number
  length: number
  x: Uint8Array
  y: Uint8Array
}

/**
 * A data set cut in three. Fit on `train`, choose settings by `validation`, and look at `test` once, at the end.
 * `labels` names the classes; label k of `y` is `labels[k]`.
 */
export interface Splits {
  labels: string[]
  train: Rows
  validation: Rows
  test: Rows
}

/** The rows with these numbers, in this order. */
export function takeRows(from: Rows, numbers: ArrayLike<number>): Rows {
  const { length } = from
  const x = new Uint8Array(numbers.length * length)
  const y = new Uint8Array(numbers.length)
  for (let i = 0; i < numbers.length; i++) {
    const row = numbers[i]!
    x.set(from.x.subarray(row * length, (row + 1) * length), i * length)
    y[i] = from.y[row]!
  }
  return { rows: numbers.length, length, x, y }
}

/** All rows of several sets, one after the other. For a last fit on train and validation together. */
export function joinRows(...parts: Rows[]): Rows {
  const length = parts[0]!.length
  const rows = parts.reduce((sum, part) => sum + part.rows, 0)
  const x = new Uint8Array(rows * length)
  const y = new Uint8Array(rows)
  let at = 0
  for (const part of parts) {
    x.set(part.x, at * length)
    y.set(part.y, at)
    at += part.rows
  }
  return { rows, length, x, y }
}
