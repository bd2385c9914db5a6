import { makeBoostedModel } from '../trees/make-ensemble-model.ts'
import { trainBoosting } from '../trees/train-boosting.ts'
import { LABELS, PHISHING_DATA } from './phishing-data.ts'
import { phishingRecipe } from './phishing-recipe.ts'

/** Usual values, not tuned on the folds. */
const SETTINGS = { trees: 100, maxDepth: 3, minLeaf: 5 }
const LEARNING_RATE = { num: 1, den: 10 }

/** The score is log odds of phishing, in units of 1 / 4096. */
export const phishingBoosted = phishingRecipe(
  {
    name: 'phishing-boosted-100',
    description: 'Phishing sites, 1,250 rows of nine features: 100 boosted trees of depth 3.',
    seconds: 4,
  },
  (input) => (x, y, seed) =>
    makeBoostedModel({
      name: 'phishing-boosted-100',
      input,
      boosted: trainBoosting(x, y, {
        ...SETTINGS,
        learningRate: LEARNING_RATE.num / LEARNING_RATE.den,
        seed,
      }),
      leafScale: 4096,
      labels: LABELS,
      provenance: {
        data: PHISHING_DATA,
        rows: x.length,
        method: 'gradient boosting, logistic loss, Newton steps',
        ...SETTINGS,
        learningRate: `${LEARNING_RATE.num}/${LEARNING_RATE.den}`,
        seed,
      },
    }),
)
