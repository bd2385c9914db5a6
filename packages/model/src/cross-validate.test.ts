import { expect, test } from 'vitest'
import { crossValidate } from './cross-validate.ts'

test('tests only on rows left out, and averages the folds', () => {
  const data = { features: ['a'], x: [[0], [1], [2], [3]], y: [0, 1, 0, 0] }
  const seen: number[][][] = []
  const folds = [
    { train: [0, 1], test: [2, 3] },
    { train: [2, 3], test: [0, 1] },
  ]
  const result = crossValidate(data, folds, (x) => {
    seen.push(x)
    return () => 0
  })
  expect(seen).toEqual([
    [[0], [1]],
    [[2], [3]],
  ])
  expect(result).toEqual({ accuracy: 0.75, folds: [1, 0.5] })
})
