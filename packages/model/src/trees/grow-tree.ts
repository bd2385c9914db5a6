import type { FloatTree, TreeNode } from '../types.ts'
import type { Column } from './bins.ts'

/** What a tree is grown for: sums over rows, how good a group with these sums is, and what its leaf says. */
export interface Criterion {
  /** How many sums. */
  width: number
  /** Adds a row to the sums that begin at `at`. Sums must be exact, so that the order of rows does not matter. */
  add(row: number, sums: Float64Array, at: number): void
  /** Higher is better; a split has to raise the total of both sides. */
  value(sums: Float64Array, rows: number): number
  leaf(sums: Float64Array, rows: number): number[]
}

export interface GrowOptions {
  /** Longest path from root to leaf, in splits. */
  maxDepth: number
  /** No split may leave fewer rows than this on a side. */
  minLeaf: number
  /** The order in which a node tries features. Left out: all of them, lowest first. */
  tryFeatures?: () => { order: number[]; enough: number }
}

interface Split {
  feature: number
  /** Ranks up to this one go left. */
  rank: number
  threshold: number
}

/**
 * Grows a tree, depth first, from sums per value of each feature (a histogram), so a node costs its rows times the
 * features, plus the different values. Ties go to the lowest feature and then to the lowest threshold; a threshold is
 * the middle between two neighboring values, and `x <= threshold` goes left.
 *
 * @param rows numbers of the rows to grow from; a row may occur several times.
 */
export function growTree(
  columns: Column[],
  rows: Uint32Array,
  criterion: Criterion,
  options: GrowOptions,
): FloatTree {
  const nodes: TreeNode[] = []
  const grow = (part: Uint32Array, depth: number): number => {
    const at = nodes.length
    const sums = new Float64Array(criterion.width)
    for (const row of part) criterion.add(row, sums, 0)
    nodes.push({ scores: criterion.leaf(sums, part.length) })
    const split = depth < options.maxDepth ? bestSplit(columns, part, sums, criterion, options) : undefined
    if (!split) return at
    const { rank } = columns[split.feature]!
    const left = grow(
      part.filter((row) => rank[row]! <= split.rank),
      depth + 1,
    )
    const right = grow(
      part.filter((row) => rank[row]! > split.rank),
      depth + 1,
    )
    nodes[at] = { feature: split.feature, threshold: split.threshold, left, right }
    return at
  }
  grow(rows, 0)
  return { nodes }
}

function bestSplit(
  columns: Column[],
  rows: Uint32Array,
  total: Float64Array,
  criterion: Criterion,
  options: GrowOptions,
): Split | undefined {
  const { order, enough } = options.tryFeatures?.() ?? { order: [...columns.keys()], enough: columns.length }
  // As long as no split was found, further features are tried: a node does not become a leaf by a bad draw.
  for (let tried = 0; tried < order.length; ) {
    const next = tried === 0 ? enough : 1
    const features = order.slice(tried, tried + next).sort((a, b) => a - b)
    tried += next
    const split = bestOf(features, columns, rows, total, criterion, options.minLeaf)
    if (split) return split
  }
  return undefined
}

function bestOf(
  features: number[],
  columns: Column[],
  rows: Uint32Array,
  total: Float64Array,
  criterion: Criterion,
  minLeaf: number,
): Split | undefined {
  const { width } = criterion
  let best = criterion.value(total, rows.length)
  let found: Split | undefined
  const left = new Float64Array(width)
  const right = new Float64Array(width)
  for (const feature of features) {
    const { values, rank } = columns[feature]!
    const sums = new Float64Array(values.length * width)
    const counts = new Uint32Array(values.length)
    for (const row of rows) {
      criterion.add(row, sums, rank[row]! * width)
      counts[rank[row]!]!++
    }
    left.fill(0)
    let leftRows = 0
    let before = -1
    for (let value = 0; value < values.length; value++) {
      if (counts[value] === 0) continue
      const rightRows = rows.length - leftRows
      if (before >= 0 && leftRows >= minLeaf && rightRows >= minLeaf) {
        for (let i = 0; i < width; i++) right[i] = total[i]! - left[i]!
        const gain = criterion.value(left, leftRows) + criterion.value(right, rightRows)
        // A margin far above rounding and far below one row, so that ties stay ties.
        if (gain > best + 1e-9) {
          best = gain
          found = { feature, rank: before, threshold: (values[before]! + values[value]!) / 2 }
        }
      }
      for (let i = 0; i < width; i++) left[i]! += sums[value * width + i]!
      leftRows += counts[value]!
      before = value
    }
  }
  return found
}
