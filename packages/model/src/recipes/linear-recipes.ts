import { linearRecipe } from './linear-recipe.ts'

/** Small enough to be trained again in every run of the tests. */
export const irisLinear = linearRecipe(
  {
    name: 'iris-linear',
    description: 'Iris flowers, 150 rows of four lengths: logistic regression, int8.',
    seconds: 4,
  },
  { table: 'iris', epochs: 60, learningRate: 0.05, weightDecay: 0.001 },
)

export const wineLinear = linearRecipe(
  {
    name: 'wine-linear',
    description: 'Wines, 178 rows of 13 analyses: logistic regression, int8.',
    seconds: 4,
  },
  { table: 'wine', epochs: 60, learningRate: 0.03, weightDecay: 0.01 },
)

export const breastCancerLinear = linearRecipe(
  {
    name: 'breast-cancer-linear',
    description: 'Breast cancer, 569 rows of 30 measures of cell nuclei: logistic regression, int8.',
    seconds: 10,
  },
  { table: 'breast-cancer', epochs: 60, learningRate: 0.01, weightDecay: 0.01 },
)

export const anes96Linear = linearRecipe(
  {
    name: 'anes96-linear',
    description:
      'Vote in 1996 by nine answers, 944 rows: logistic regression, int8. A demonstration; no forecast of anybody.',
    seconds: 15,
  },
  { table: 'anes96', epochs: 40, learningRate: 0.01, weightDecay: 0.01 },
)

/** The same, with the score as a probability: the one model here with an integer table. */
export const anes96Probability = linearRecipe(
  {
    name: 'anes96-probability',
    description:
      'Vote in 1996 as anes96-linear, its score turned into a probability by an integer sigmoid table.',
    seconds: 15,
  },
  { table: 'anes96', epochs: 40, learningRate: 0.01, weightDecay: 0.01, sigmoid: true },
)

export const linearRecipes = [irisLinear, wineLinear, breastCancerLinear, anes96Linear, anes96Probability]
