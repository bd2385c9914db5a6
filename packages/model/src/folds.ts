import { rng } from './rng.ts'

export interface Fold {
  train: number[]
  test: number[]
}

/**
 * Splits row numbers 0 to rows - 1 into `count` folds after one seeded Fisher-Yates shuffle.
 * Every row is in exactly one test part; fold sizes differ by one at most.
 */
export function makeFolds(rows: number, count: number, seed: number): Fold[] {
  const order = [...new Array(rows).keys()]
  const random = rng(seed)
  for (let i = rows - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
  return [...new Array(count).keys()].map((fold) => ({
    train: order.filter((_, i) => i % count !== fold),
    test: order.filter((_, i) => i % count === fold),
  }))
}
