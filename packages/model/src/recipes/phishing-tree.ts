import { makeTreeModel } from '../make-tree-model.ts'
import { quantizeTree } from '../quantize-tree.ts'
import { trainTree } from '../train-tree.ts'
import { LABELS, PHISHING_DATA } from './phishing-data.ts'
import { phishingRecipe } from './phishing-recipe.ts'

const SETTINGS = { maxDepth: 6, minLeaf: 5 }

/** The tree of lab 1. */
export const phishingTree = phishingRecipe(
  {
    name: 'phishing-tree',
    description: 'Phishing sites, 1,250 rows of nine features: one decision tree of depth 6.',
    seconds: 1,
  },
  (input) => (x, y) =>
    makeTreeModel({
      name: 'phishing-tree',
      input,
      tree: quantizeTree(trainTree(x, y, { ...SETTINGS, labels: 2 }), { num: 1, den: 1 }),
      labels: LABELS,
      provenance: { data: PHISHING_DATA, rows: x.length, method: 'CART, Gini', ...SETTINGS },
    }),
)
