import type { Criterion } from './grow-tree.ts'

/** Classification: lowest Gini impurity, which is the highest sum of squared counts by rows. Leaves are counts. */
export function gini(y: ArrayLike<number>, labels: number): Criterion {
  return {
    width: labels,
    add(row, sums, at) {
      sums[at + y[row]!]!++
    },
    value(sums, rows) {
      let squares = 0
      for (let i = 0; i < labels; i++) squares += sums[i]! * sums[i]!
      return squares / rows
    },
    leaf: (sums) => Array.from(sums),
  }
}
