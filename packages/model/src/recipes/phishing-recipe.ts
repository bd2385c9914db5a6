import { crossValidate } from '../cross-validate.ts'
import { makeFolds } from '../folds.ts'
import { predict } from '../reference/predict.ts'
import { isSplit, type Model } from '../types.ts'
import { FOLDS, phishingData } from './phishing-data.ts'
import type { Recipe } from './types.ts'

/** Trains on these rows (integers) and returns the sealed model. */
export type Make = (x: number[][], y: number[], seed: number) => Model

/** A recipe on the phishing data: accuracy as the mean of five folds, then the model from all rows. */
export function phishingRecipe(
  about: Pick<Recipe, 'name' | 'description' | 'seconds'>,
  makeWith: (input: ReturnType<typeof phishingData>['input']) => Make,
): Recipe {
  return {
    ...about,
    async train({ seed = 1, log }) {
      const { data, input } = phishingData()
      const make = makeWith(input)
      const folds = makeFolds(data.x.length, FOLDS.count, FOLDS.seed)
      const { accuracy } = crossValidate(data, folds, (x, y) => {
        const model = make(x, y, seed)
        return (row) => predict(model, row).label
      })
      const model = make(data.x, data.y, seed)
      const nodes = 'trees' in model ? model.trees.flatMap((tree) => tree.nodes) : []
      const splits = nodes.filter(isSplit).length
      log(`${about.name}: ${(accuracy * 100).toFixed(2)} % on sites left out, ${splits} splits`)
      return { model, metrics: { accuracy, folds: FOLDS.count, rows: data.x.length, splits } }
    },
  }
}
