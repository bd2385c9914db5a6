import { InputError } from '../errors.ts'
import { labelsOf } from '../float/labels-of.ts'
import type { LabeledRows } from '../float/train-float.ts'
import { readTable } from './read-table.ts'

/**
 * A table as rows with labels. `known` are the features and labels of a model; without it every other column is a
 * feature, and the labels are those that occur.
 *
 * @throws InputError for a column that isn't there, a cell that is no number, a label the model doesn't have
 */
export function labeledRows(
  cwd: string,
  name: string,
  column: string | undefined,
  known?: { features: string[]; labels: string[] },
): LabeledRows & { column: string } {
  const table = readTable(cwd, name)
  const shown = table.columns.join(', ')
  const others = table.columns.filter((other) => !known?.features.includes(other))
  const label = column ?? (known ? others[0] : table.columns.at(-1))
  if (label === undefined || !table.columns.includes(label))
    throw new InputError(
      label === undefined ? `${name}: has no column of labels` : `${name}: has no column '${label}'`,
      { remedy: `columns: ${shown}; --label names the one with the labels` },
    )
  const features = known?.features ?? table.columns.filter((other) => other !== label)
  const missing = features.filter((feature) => !table.columns.includes(feature))
  if (missing.length > 0)
    throw new InputError(`${name}: lacks the model's columns ${missing.slice(0, 5).join(', ')}`, {
      remedy: `columns of the file: ${shown}`,
    })
  const words = table.rows.map((row) => table.text(row, label))
  const labels = known?.labels ?? labelsOf(label, words)
  const index = new Map(labels.map((word, i) => [word, i]))
  // Files often say 0, 1, 2 where the model has names.
  if (known && words.every((word) => !index.has(word))) for (const i of labels.keys()) index.set(String(i), i)
  const y = words.map((word, i) => {
    const at = index.get(word)
    if (at === undefined)
      throw new InputError(`${name}: row ${i + 1} has the label '${word}', which the model doesn't know`, {
        remedy: `labels of the model: ${labels.join(', ')}`,
      })
    return at
  })
  const x = table.rows.map((row, i) => features.map((feature) => table.number(row, feature, i + 1)))
  return { features, labels, x, y, column: label }
}
