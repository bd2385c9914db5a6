import { isSplit, type ModelInput, type Tree } from '../types.ts'
import type { Range } from './types.ts'

/** Smallest and largest of each score over the leaves that some input within the model's range reaches: exact. */
export function treeRange(tree: Tree, input: Pick<ModelInput, 'min' | 'max'>): Range {
  const leaves = reachableLeaves(tree, input)
  const first = leaves[0]!
  const range = { min: Float64Array.from(first), max: Float64Array.from(first) }
  for (const scores of leaves)
    for (const [i, score] of scores.entries()) {
      range.min[i] = Math.min(range.min[i]!, score)
      range.max[i] = Math.max(range.max[i]!, score)
    }
  return range
}

/** Scores of every leaf that can be reached, in order of the nodes. Depth is bounded by memory, not by the call stack. */
export function reachableLeaves(tree: Tree, input: Pick<ModelInput, 'min' | 'max'>): number[][] {
  const leaves: number[][] = []
  const todo: { at: number; min: number[]; max: number[] }[] = [{ at: 0, min: input.min, max: input.max }]
  for (let item = todo.pop(); item; item = todo.pop()) {
    const { at, min, max } = item
    const node = tree.nodes[at]!
    if (!isSplit(node)) {
      leaves.push(node.scores)
      continue
    }
    const { feature, threshold } = node
    if (max[feature]! > threshold)
      todo.push({ at: node.right, min: min.with(feature, Math.max(min[feature]!, threshold + 1)), max })
    if (min[feature]! <= threshold)
      todo.push({ at: node.left, min, max: max.with(feature, Math.min(max[feature]!, threshold)) })
  }
  return leaves
}
