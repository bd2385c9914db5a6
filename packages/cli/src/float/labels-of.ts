import { InputError } from '../errors.ts'

const MOST = 64

/**
 * The different labels of a column: numbers by size, else words by alphabet.
 * @throws InputError where there is one only, or so many that it can't be a column of labels
 */
export function labelsOf(column: string, values: readonly string[]): string[] {
  const gap = values.indexOf('')
  if (gap >= 0)
    throw new InputError(`row ${gap + 1} has no label in column '${column}'`, {
      remedy: 'leave such rows out, or name another column with --label',
    })
  const labels = [...new Set(values)]
  if (labels.length === 1)
    throw new InputError(`every row has the label '${labels[0]}' in column '${column}'`, {
      remedy: 'name the column to predict with --label',
    })
  if (labels.length > MOST)
    throw new InputError(
      `column '${column}' has ${labels.length} different values, at most ${MOST} can be labels`,
      {
        remedy:
          'name the column to predict with --label; a model here answers one of a few labels, not a number',
      },
    )
  const numeric = labels.every((label) => Number.isFinite(Number(label)))
  return numeric ? labels.sort((a, b) => Number(a) - Number(b)) : labels.sort()
}
