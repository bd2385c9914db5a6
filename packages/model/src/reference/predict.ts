import { type Prediction, walkTree } from '../predict-tree.ts'
import type { EnsembleModel, LayerModel, Model, TreeModel } from '../types.ts'
import { checkValues } from './check-values.ts'
import { labelOf } from './label.ts'
import { runLayer } from './predict-layers.ts'

/**
 * The reference: what every other implementation of a model must equal, to the bit.
 *
 * @param input quantized integers, `model.input.length` of them.
 * @throws WrongLengthError, OutOfRangeError (the first bad value) exactly where the contract refuses.
 */
export function predict(model: Model, input: ArrayLike<number>): Prediction {
  checkValues(model.input, input)
  const scores = 'trees' in model ? treeScores(model, input) : layerScores(model, input)
  return { scores, label: labelOf(model.output, scores) }
}

function treeScores(model: TreeModel | EnsembleModel, input: ArrayLike<number>): number[] {
  if (model.kind === 'tree') return [...walkTree(model.trees[0], input)]
  const scores = Int32Array.from(model.base)
  for (const tree of model.trees) {
    const leaf = walkTree(tree, input)
    for (let i = 0; i < scores.length; i++) scores[i]! += leaf[i]!
  }
  return [...scores]
}

function layerScores(model: LayerModel, input: ArrayLike<number>): number[] {
  let values: ArrayLike<number> = input
  for (const layer of model.layers) values = runLayer(layer, values).output
  return Array.from(values)
}
