import { DatasetError } from '../errors.ts'
import { predict } from '../reference/predict.ts'
import type { Model } from '../types.ts'

/** Rows of quantized integers and their labels: `x` holds them one after the other, or one array each. */
export interface LabeledRows {
  x: ArrayLike<number> | ArrayLike<number>[]
  y: ArrayLike<number>
}

/**
 * Counts by label: `matrix[actual][predicted]`. By the reference inference.
 *
 * @throws DatasetError for no rows or a length that does not fit; what `predict` throws.
 */
export function confusion(model: Model, data: LabeledRows): number[][] {
  const labels = model.output.labels.length
  const matrix = Array.from({ length: labels }, () => new Array<number>(labels).fill(0))
  for (const [r, row] of rowsOf(model, data).entries()) {
    const actual = data.y[r]!
    if (!(actual in matrix))
      throw new DatasetError(`data: row ${r} has label ${actual}, the model has ${labels}`)
    matrix[actual]![predict(model, row).label]!++
  }
  return matrix
}

/** Share of rows labeled right, 0 to 1. @throws as `confusion`. */
export function accuracy(model: Model, data: LabeledRows): number {
  const matrix = confusion(model, data)
  return matrix.reduce((sum, row, label) => sum + row[label]!, 0) / data.y.length
}

/** The rows of data, one array each. @throws DatasetError. */
export function rowsOf(model: Model, data: LabeledRows): ArrayLike<number>[] {
  const { x, y } = data
  const { length } = model.input
  if (y.length === 0) throw new DatasetError('data: there are no rows to evaluate')
  if (x.length === y.length && typeof x[0] === 'object') return Array.from(x as ArrayLike<number>[])
  if (x.length !== y.length * length)
    throw new DatasetError(
      `data: x holds ${x.length} values, ${y.length} rows of ${length} are ${y.length * length}`,
    )
  const flat = x as ArrayLike<number>
  return Array.from({ length: y.length }, (_, r) =>
    Int32Array.from({ length }, (_, i) => flat[r * length + i]!),
  )
}
