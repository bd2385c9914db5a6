import { expect, test } from 'vitest'
import { makeFolds } from './folds.ts'

test('every row is left out once, and the seed decides where', () => {
  const folds = makeFolds(13, 5, 2026)
  expect(folds.flatMap((fold) => fold.test).sort((a, b) => a - b)).toEqual([...new Array(13).keys()])
  for (const fold of folds) {
    expect(fold.test.length === 2 || fold.test.length === 3).toBe(true)
    expect(new Set([...fold.train, ...fold.test]).size).toBe(13)
  }
  expect(makeFolds(13, 5, 2026)).toEqual(folds)
  expect(makeFolds(13, 5, 2027)).not.toEqual(folds)
})
