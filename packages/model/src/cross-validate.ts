import type { Fold } from './folds.ts'
import type { Dataset } from './types.ts'

/** Trains on some rows and returns how to label a row. */
export type Trainer = (x: number[][], y: number[]) => (row: number[]) => number

export interface CrossValidation {
  /** Mean of the folds' accuracies, 0 to 1. */
  accuracy: number
  /** Share of right labels in each fold's test part, 0 to 1. */
  folds: number[]
}

/** Accuracy on rows the model did not see: trains once a fold, tests on the part left out. */
export function crossValidate(data: Dataset, folds: Fold[], train: Trainer): CrossValidation {
  const accuracies = folds.map((fold) => {
    const predict = train(
      fold.train.map((row) => data.x[row]!),
      fold.train.map((row) => data.y[row]!),
    )
    return fold.test.filter((row) => predict(data.x[row]!) === data.y[row]).length / fold.test.length
  })
  return { accuracy: accuracies.reduce((sum, a) => sum + a, 0) / accuracies.length, folds: accuracies }
}
