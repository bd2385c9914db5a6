import { isSplit, type ModelInput, type Tree, type TreeNode } from '../types.ts'

/**
 * A tree with fewer nodes that says the same for every input within the range: splits that no input can decide
 * either way, and splits with the same leaf on both sides, are gone. Nodes stay in depth-first order.
 */
export function simplifyTree(tree: Tree, input: Pick<ModelInput, 'min' | 'max'>): Tree {
  const nodes: TreeNode[] = []
  const visit = (from: number, min: number[], max: number[]): number => {
    const node = tree.nodes[from]!
    if (!isSplit(node)) return nodes.push({ scores: [...node.scores] }) - 1
    const { feature, threshold } = node
    if (max[feature]! <= threshold) return visit(node.left, min, max)
    if (min[feature]! > threshold) return visit(node.right, min, max)
    const at = nodes.push(node) - 1
    const left = visit(node.left, min, max.with(feature, threshold))
    const right = visit(node.right, min.with(feature, threshold + 1), max)
    nodes[at] = { feature, threshold, left, right }
    const [a, b] = [nodes[left]!, nodes[right]!]
    if (isSplit(a) || isSplit(b) || a.scores.some((score, i) => score !== b.scores[i])) return at
    nodes.length = at
    return nodes.push(a) - 1
  }
  visit(0, input.min, input.max)
  return { nodes }
}
