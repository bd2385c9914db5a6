import { convolutionRecipes } from './digits-convolution.ts'
import { digitsRecipes } from './digits-recipes.ts'
import { sparseRecipes } from './digits-sparse.ts'
import { linearRecipes } from './linear-recipes.ts'
import { namesRecipe } from './names-recipe.ts'
import { gameRecipes } from './tic-tac-toe-recipes.ts'
import { treeRecipes } from './tree-recipes.ts'
import type { Recipe } from './types.ts'

/** Every committed model of `packages/model/models`, in the order in which `npm run train:all` makes them. */
export const recipes: Recipe[] = [
  ...linearRecipes,
  ...treeRecipes,
  ...gameRecipes,
  namesRecipe,
  ...digitsRecipes,
  ...sparseRecipes,
  ...convolutionRecipes,
]
export { augmentedRows } from './augmented-rows.ts'
export { imageInput } from './image-input.ts'
