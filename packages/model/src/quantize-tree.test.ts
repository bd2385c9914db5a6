import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quantizeThreshold, quantizeTree } from './quantize-tree.ts'

test('a threshold between two integers goes down', () => {
  expect(quantizeThreshold(0.25, { num: 2, den: 1 })).toBe(0)
  expect(quantizeThreshold(0.75, { num: 2, den: 1 })).toBe(1)
  expect(quantizeThreshold(-0.25, { num: 2, den: 1 })).toBe(-1)
  expect(quantizeThreshold(1, { num: 2, den: 1 })).toBe(2)
})

test('no data value changes sides', () => {
  const grid = fc.integer({ min: -64, max: 64 })
  fc.assert(
    fc.property(grid, grid, fc.integer({ min: 0, max: 3 }), (q, steps, shift) => {
      const scale = { num: 2 ** shift, den: 1 }
      const x = q / scale.num
      const threshold = steps / 16
      expect(q <= quantizeThreshold(threshold, scale)).toBe(x <= threshold)
    }),
  )
})

test('keeps all but the thresholds, and leaves its argument alone', () => {
  const tree = {
    nodes: [{ feature: 0, threshold: 0.75, left: 1, right: 2 }, { scores: [1, 0] }, { scores: [0, 1] }],
  }
  const before = structuredClone(tree)
  const result = quantizeTree(tree, { num: 2, den: 1 })
  expect(result.nodes).toEqual([
    { feature: 0, threshold: 1, left: 1, right: 2 },
    { scores: [1, 0] },
    { scores: [0, 1] },
  ])
  expect(tree).toEqual(before)
})
