import { phishingBoosted } from './phishing-boosted-100.ts'
import { phishingForest } from './phishing-forest-32x6.ts'
import { phishingTree } from './phishing-tree.ts'
import type { Recipe } from './types.ts'

/** The recipes of trees and ensembles, quickest first. */
export const treeRecipes: Recipe[] = [phishingTree, phishingForest, phishingBoosted]
