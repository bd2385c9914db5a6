import { DatasetError } from './errors.ts'
import type { FloatTree, TreeNode } from './types.ts'

export interface TrainOptions {
  /** Longest path from root to leaf, in splits. */
  maxDepth: number
  /** No split may leave fewer rows than this on a side. */
  minLeaf: number
  /** Number of labels; labels are 0 to labels - 1. */
  labels: number
}

/**
 * Trains a classification tree with CART: at each node the split with the lowest Gini impurity.
 *
 * Ours, because `ml-cart` 2.1.1 splits at values of the data with `<` and takes its candidates from the
 * order of equal values; here a threshold is always the middle between two neighbouring values and
 * `x <= t` goes left. The same rows in the same order give the same tree on every machine: impurity is
 * compared as sums of squares of counts, ties go to the lowest feature and then the lowest threshold.
 *
 * @param x rows, all of the same length, finite numbers.
 * @param y one label a row, from 0.
 * @returns nodes in depth-first order; scores of a leaf are its label counts.
 * @throws DatasetError for an empty or ragged set and for labels out of range.
 */
export function trainTree(x: number[][], y: number[], options: TrainOptions): FloatTree {
  checkRows(x, y, options.labels)
  const nodes: TreeNode[] = []
  const grow = (rows: number[], depth: number): number => {
    const at = nodes.length
    const counts = count(rows, y, options.labels)
    const split = depth < options.maxDepth ? bestSplit(x, y, rows, counts, options) : undefined
    nodes.push({ scores: counts })
    if (split) {
      const { feature, threshold } = split
      const left = grow(
        rows.filter((row) => x[row]![feature]! <= threshold),
        depth + 1,
      )
      const right = grow(
        rows.filter((row) => x[row]![feature]! > threshold),
        depth + 1,
      )
      nodes[at] = { feature, threshold, left, right }
    }
    return at
  }
  grow([...x.keys()], 0)
  return { nodes }
}

function bestSplit(x: number[][], y: number[], rows: number[], counts: number[], options: TrainOptions) {
  // Minimizing Gini impurity is maximizing sum(count^2) / n over both sides.
  let best = purity(counts, rows.length)
  let found: { feature: number; threshold: number } | undefined
  for (let feature = 0; feature < x[0]!.length; feature++) {
    const values = [...new Set(rows.map((row) => x[row]![feature]!))].sort((a, b) => a - b)
    for (let i = 1; i < values.length; i++) {
      const threshold = (values[i - 1]! + values[i]!) / 2
      const left = count(
        rows.filter((row) => x[row]![feature]! <= threshold),
        y,
        options.labels,
      )
      const leftRows = left.reduce((sum, n) => sum + n, 0)
      const rightRows = rows.length - leftRows
      if (leftRows < options.minLeaf || rightRows < options.minLeaf) continue
      const right = counts.map((n, label) => n - left[label]!)
      const gain = purity(left, leftRows) + purity(right, rightRows)
      // A margin far above rounding and far below one row, so that ties stay ties.
      if (gain > best + 1e-9) {
        best = gain
        found = { feature, threshold }
      }
    }
  }
  return found
}

function purity(counts: number[], rows: number): number {
  return rows === 0 ? 0 : counts.reduce((sum, n) => sum + n * n, 0) / rows
}

function count(rows: number[], y: number[], labels: number): number[] {
  const counts = new Array<number>(labels).fill(0)
  for (const row of rows) counts[y[row]!]!++
  return counts
}

/** What every trainer of trees asks of its rows. Throws DatasetError. */
export function checkRows(x: number[][], y: number[], labels: number): void {
  if (x.length === 0) throw new DatasetError('training set: no rows')
  if (x.length !== y.length) throw new DatasetError(`training set: ${x.length} rows but ${y.length} labels`)
  for (const [i, row] of x.entries()) {
    if (row.length !== x[0]!.length)
      throw new DatasetError(`training set: row ${i} has ${row.length} values, row 0 has ${x[0]!.length}`)
    if (!row.every(Number.isFinite))
      throw new DatasetError(`training set: row ${i} has a value that is not a number`)
    if (!Number.isInteger(y[i]) || y[i]! < 0 || y[i]! >= labels) {
      throw new DatasetError(`training set: label of row ${i} is ${y[i]}, expected 0 to ${labels - 1}`)
    }
  }
}
