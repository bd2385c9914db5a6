import { expect, test } from 'vitest'
import { sklearnGuide } from './sklearn.ts'

test('every committed export gives scikit-learn’s own label on every row of the test', async () => {
  const { figures } = await sklearnGuide()
  expect(figures.tested).toBe(54)
  expect(Object.entries(figures.models).map(([name, { same }]) => [name, same])).toEqual([
    ['tree', 54],
    ['forest', 54],
    ['logistic', 54],
    ['mlp', 54],
  ])
  // Rows that no training row reaches: the guide is about them.
  expect(figures.refused).toBeGreaterThan(0)
})
