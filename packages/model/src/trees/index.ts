export { makeBoostedModel, makeForestModel } from './make-ensemble-model.ts'
export { simplifyTree } from './simplify-tree.ts'
export { type Boosted, type BoostingOptions, trainBoosting } from './train-boosting.ts'
export { type ForestOptions, trainForest } from './train-forest.ts'
