import { argmax } from './argmax.ts'
import { OutOfRangeError, WrongLengthError } from './errors.ts'
import { isSplit, type Tree, type TreeModel } from './types.ts'

export interface Prediction {
  /** int32, one a label. */
  scores: number[]
  /** Index of the highest score; the lowest index wins a tie. */
  label: number
}

/**
 * The reference: what every other implementation of a tree model must equal, to the bit.
 *
 * @param input quantized integers, `model.input.length` of them.
 * @throws WrongLengthError, OutOfRangeError (the first bad value) exactly where the contract reverts.
 */
export function predictTree(model: TreeModel, input: ArrayLike<number>): Prediction {
  const { length, min, max } = model.input
  if (input.length !== length) throw new WrongLengthError(length, input.length)
  for (let i = 0; i < length; i++) {
    const value = input[i]!
    if (!Number.isInteger(value) || value < min[i]! || value > max[i]!)
      throw new OutOfRangeError(i, value, min[i]!, max[i]!)
  }
  const scores = [...walkTree(model.trees[0], input)]
  return { scores, label: argmax(scores) }
}

/** Scores of the leaf that `input` reaches. No check of the input. */
export function walkTree(tree: Tree, input: ArrayLike<number>): number[] {
  let node = tree.nodes[0]!
  while (isSplit(node)) node = tree.nodes[input[node.feature]! <= node.threshold ? node.left : node.right]!
  return node.scores
}
