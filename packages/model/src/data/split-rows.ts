import { DatasetError } from '../errors.ts'
import { type Rows, type Splits, takeRows } from './rows.ts'
import { shuffledOrder } from './shuffle.ts'

/** How many rows to hold out; training gets the others. */
export interface SplitSizes {
  validation: number
  test: number
}

/**
 * Cuts rows in three after one seeded shuffle: the first `test` of the shuffled rows, the next `validation`,
 * and the rest for training. The three share no row.
 *
 * @throws DatasetError when nothing would be left for training.
 */
export function splitRows(all: Rows, labels: string[], sizes: SplitSizes, seed: number): Splits {
  const held = sizes.validation + sizes.test
  if (held >= all.rows)
    throw new DatasetError(`split: ${held} rows held out of ${all.rows} leave none for training`)
  const order = shuffledOrder(all.rows, seed)
  return {
    labels,
    test: takeRows(all, order.subarray(0, sizes.test)),
    validation: takeRows(all, order.subarray(sizes.test, held)),
    train: takeRows(all, order.subarray(held)),
  }
}
