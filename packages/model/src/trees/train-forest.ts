import { rng } from '../rng.ts'
import { checkRows } from '../train-tree.ts'
import type { FloatTree } from '../types.ts'
import { makeColumns } from './bins.ts'
import { gini } from './gini.ts'
import { growTree } from './grow-tree.ts'

export interface ForestOptions {
  /** Number of labels; labels are 0 to labels - 1. */
  labels: number
  trees: number
  /** Longest path from root to leaf, in splits. */
  maxDepth: number
  /** No split may leave fewer rows than this on a side. */
  minLeaf: number
  /** Features drawn for each split; left out, the square root of their number, rounded down. */
  features?: number
  seed: number
}

/**
 * Trains a random forest: each tree on as many rows as there are, drawn with replacement, each split from a few
 * features drawn at random (L. Breiman, Random Forests, 2001).
 *
 * Ours, because the library there is (`ml-random-forest` 2.1.0, on `ml-cart` 2.1.1) splits at values of the data with
 * `<`, so its thresholds don't survive quantization, and it gives no leaf counts. The core is the one boosting uses.
 *
 * Train on the integers the model takes (`quantizeInput`): then the forest's thresholds are exact after `quantizeTree`.
 *
 * @param x rows, all of the same length, finite numbers.
 * @param y one label a row, from 0.
 * @returns trees whose leaves hold the counts of their labels; the same seed gives the same forest on every machine.
 * @throws DatasetError for an empty or ragged set and for labels out of range.
 */
export function trainForest(x: number[][], y: number[], options: ForestOptions): FloatTree[] {
  checkRows(x, y, options.labels)
  const columns = makeColumns(x)
  const random = rng(options.seed)
  const below = (n: number) => Math.floor(random() * n)
  const enough = options.features ?? Math.max(1, Math.floor(Math.sqrt(columns.length)))
  const tryFeatures = () => {
    const order = [...columns.keys()]
    for (let i = order.length - 1; i > 0; i--) {
      const j = below(i + 1)
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    return { order, enough }
  }
  return Array.from({ length: options.trees }, () => {
    const rows = Uint32Array.from(y, () => below(y.length))
    return growTree(columns, rows, gini(y, options.labels), { ...options, tryFeatures })
  })
}
