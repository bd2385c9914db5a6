import { DatasetError } from '../errors.ts'
import { walkTree } from '../predict-tree.ts'
import { rng } from '../rng.ts'
import { checkRows } from '../train-tree.ts'
import type { FloatTree } from '../types.ts'
import { makeColumns } from './bins.ts'
import { type Criterion, growTree } from './grow-tree.ts'

export interface BoostingOptions {
  trees: number
  /** Longest path from root to leaf, in splits. */
  maxDepth: number
  /** No split may leave fewer rows than this on a side. */
  minLeaf: number
  /** Share of each tree's answer that is added, above 0, at most 1. */
  learningRate: number
  /** Share of the rows each tree is trained on, drawn without replacement; 1 when left out. */
  subsample?: number
  /** L2 regularization of leaf values; 1 when left out. */
  lambda?: number
  seed: number
}

/** Leaves hold one value, in log odds; score = base + sum of the leaves, label 1 above 0. */
export interface Boosted {
  trees: FloatTree[]
  base: number
}

/** Gradients are kept to 2^-20, so that their sums are exact and the order of rows can't change a split. */
const GRID = 2 ** 20

/**
 * Trains gradient boosting for two labels: logistic loss, each tree a Newton step (the gain and leaf value of
 * T. Chen and C. Guestrin, XGBoost, 2016, equations 5 and 7).
 *
 * Ours, because no maintained library in JavaScript trains it: `ml-xgboost` 1.1.2 wraps a 2017 build of XGBoost
 * and keeps its trees inside.
 *
 * @param x rows, all of the same length, finite numbers: the integers the model takes.
 * @param y 0 or 1, one a row; both must occur.
 * @throws DatasetError for an empty or ragged set, and for labels that are not 0 and 1.
 */
export function trainBoosting(x: number[][], y: number[], options: BoostingOptions): Boosted {
  checkRows(x, y, 2)
  const ones = y.reduce((sum, label) => sum + label, 0)
  if (ones === 0 || ones === y.length)
    throw new DatasetError(`training set: every label is ${y[0]}; boosting needs rows of both labels`)
  const columns = makeColumns(x)
  const random = rng(options.seed)
  const base = Math.log(ones / (y.length - ones))
  const scores = new Float64Array(y.length).fill(base)
  const gradient = new Float64Array(y.length)
  const hessian = new Float64Array(y.length)
  const lambda = options.lambda ?? 1
  const criterion = newton(gradient, hessian, lambda, options.learningRate)
  const trees: FloatTree[] = []
  for (let round = 0; round < options.trees; round++) {
    for (const [row, score] of scores.entries()) {
      const p = 1 / (1 + Math.exp(-score))
      gradient[row] = Math.round((y[row]! - p) * GRID) / GRID
      hessian[row] = Math.round(p * (1 - p) * GRID) / GRID
    }
    const tree = growTree(columns, drawRows(y.length, options.subsample ?? 1, random), criterion, options)
    for (const row of scores.keys()) scores[row]! += walkTree(tree, x[row]!)[0]!
    trees.push(tree)
  }
  return { trees, base }
}

/** Rows drawn without replacement, ascending. */
function drawRows(rows: number, share: number, random: () => number): Uint32Array {
  const all = Uint32Array.from({ length: rows }, (_, i) => i)
  if (share >= 1) return all
  const count = Math.max(1, Math.round(rows * share))
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(random() * (rows - i))
    ;[all[i], all[j]] = [all[j]!, all[i]!]
  }
  return all.slice(0, count).sort()
}

function newton(gradient: Float64Array, hessian: Float64Array, lambda: number, rate: number): Criterion {
  return {
    width: 2,
    add(row, sums, at) {
      sums[at]! += gradient[row]!
      sums[at + 1]! += hessian[row]!
    },
    // Without regularization a group of certain rows has no hessian left.
    value: ([g, h]) => (g! * g!) / Math.max(h! + lambda, 1 / GRID),
    leaf: ([g, h]) => [(rate * g!) / Math.max(h! + lambda, 1 / GRID)],
  }
}
