import { checkValues } from './reference/check-values.ts'
import { labelOf } from './reference/label.ts'
import { isSplit, type Tree, type TreeModel } from './types.ts'

export interface Prediction {
  /** int32: one a label, or the one score of rule `sign`. */
  scores: number[]
  /** Index of the label. */
  label: number
}

/**
 * The reference of a tree model: what every other implementation must equal, to the bit.
 *
 * @param input quantized integers, `model.input.length` of them.
 * @throws WrongLengthError, OutOfRangeError (the first bad value) exactly where the contract reverts.
 */
export function predictTree(model: TreeModel, input: ArrayLike<number>): Prediction {
  checkValues(model.input, input)
  const scores = [...walkTree(model.trees[0], input)]
  return { scores, label: labelOf(model.output, scores) }
}

/** Scores of the leaf that `input` reaches. No check of the input. */
export function walkTree(tree: Tree, input: ArrayLike<number>): number[] {
  let node = tree.nodes[0]!
  while (isSplit(node)) node = tree.nodes[input[node.feature]! <= node.threshold ? node.left : node.right]!
  return node.scores
}
