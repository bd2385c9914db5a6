import { makeForestModel } from '../trees/make-ensemble-model.ts'
import { trainForest } from '../trees/train-forest.ts'
import { LABELS, PHISHING_DATA } from './phishing-data.ts'
import { phishingRecipe } from './phishing-recipe.ts'

/** Three of nine features a split is the usual square root. Not tuned on the folds. */
const SETTINGS = { trees: 32, maxDepth: 6, minLeaf: 1, features: 3 }

/** Each tree has one vote; the score is votes for phishing minus votes for safe. */
export const phishingForest = phishingRecipe(
  {
    name: 'phishing-forest-32x6',
    description: 'Phishing sites, 1,250 rows of nine features: a random forest of 32 trees of depth 6.',
    seconds: 2,
  },
  (input) => (x, y, seed) =>
    makeForestModel({
      name: 'phishing-forest-32x6',
      input,
      trees: trainForest(x, y, { ...SETTINGS, labels: 2, seed }),
      leaves: 'votes',
      rule: 'sign',
      labels: LABELS,
      provenance: { data: PHISHING_DATA, rows: x.length, method: 'random forest, Gini', ...SETTINGS, seed },
    }),
)
