/** A node of the model file: a question, or a leaf with its scores. */
export interface TreeNode {
  feature?: number
  threshold?: number
  left?: number
  right?: number
  scores?: number[]
}

/** Nodes from the root to the leaf that an input reaches. At most goes left. */
export function pathOf(nodes: TreeNode[], input: number[]): number[] {
  const path = [0]
  for (let node = nodes[0]; node?.left !== undefined; node = nodes[path.at(-1) as number]) {
    const left = (input[node.feature as number] as number) <= (node.threshold as number)
    path.push(left ? node.left : (node.right as number))
  }
  return path
}

export interface Placed {
  x: number
  y: number
}

/** Where nodes stand: leaves side by side, a parent between its children. In units of one leaf and one level. */
export function placeTree(nodes: TreeNode[]): { at: Placed[]; leaves: number; depth: number } {
  const at: Placed[] = []
  let leaves = 0
  let depth = 0
  const place = (node: number, level: number): number => {
    depth = Math.max(depth, level)
    const { left, right } = nodes[node] as TreeNode
    const x =
      left === undefined ? leaves++ + 0.5 : (place(left, level + 1) + place(right as number, level + 1)) / 2
    at[node] = { x, y: level }
    return x
  }
  place(0, 0)
  return { at, leaves, depth }
}
