import { type EnsembleModel, isSplit, type Tree, type TreeModel } from '@inkling/model'
import type { CircuitBuilder } from '../circuit/builder.ts'
import { addScaled, constant, fromWire, type Linear, ONE, subtract } from '../circuit/linear.ts'
import { lessThan } from '../gadgets/compare.ts'
import { bitsPerValue } from './input-commitment.ts'

/**
 * The scores of a tree or an ensemble: every question is answered, and a leaf counts when all answers on its way agree.
 * Equal questions are asked once.
 */
export function treeScores(
  builder: CircuitBuilder,
  model: TreeModel | EnsembleModel,
  input: readonly Linear[],
): Linear[] {
  const count = Math.ceil(Math.log2(2 ** bitsPerValue(model.input) + 1))
  const answers = new Map<string, Linear>()
  const atMost = (feature: number, threshold: number) => {
    const { min, max } = model.input
    if (threshold < min[feature]!) return constant(0)
    if (threshold >= max[feature]!) return constant(1)
    const key = `${feature} <= ${threshold}`
    const old = answers.get(key)
    if (old) return old
    const made = lessThan(builder, input[feature]!, constant(threshold + 1), count, `feature ${key}`)
    answers.set(key, made)
    return made
  }
  const first = 'base' in model ? model.base : new Array<number>(model.output.labels.length).fill(0)
  let scores: Linear[] = first.map((value) => constant(value))
  for (const [t, tree] of model.trees.entries()) {
    const parts = builder.within(`tree ${t}`, () => oneTree(builder, tree, atMost, scores.length))
    scores = scores.map((sum, i) => addScaled(sum, parts[i]!, 1n))
  }
  return scores
}

function oneTree(
  builder: CircuitBuilder,
  tree: Tree,
  atMost: (feature: number, threshold: number) => Linear,
  scoreCount: number,
): Linear[] {
  let scores: Linear[] = new Array(scoreCount).fill(constant(0))
  // Children come after their parent, so one pass hands every node the product of the answers on its way.
  const reached: Linear[] = [fromWire(ONE)]
  for (const [i, node] of tree.nodes.entries()) {
    const here = reached[i]!
    if (isSplit(node)) {
      const left = builder.multiply(here, atMost(node.feature, node.threshold), `node ${i} goes left`)
      reached[node.left] = left
      reached[node.right] = subtract(here, left)
    } else scores = scores.map((sum, k) => addScaled(sum, here, node.scores[k]!))
  }
  return scores
}
