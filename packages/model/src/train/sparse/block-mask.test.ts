import { expect, test } from 'vitest'
import { blockMask } from './block-mask.ts'

// two inputs, five outputs in groups of two: blocks of 2, 2 and 1 weights
const weights = [3, 0, 1, 1, 2, 0, 1, 4, 0, 1]

test('keeps the blocks of the largest norm, whole', () => {
  expect([...blockMask(weights, [1, 1], 5, 2, 2)]).toEqual([1, 1, 0, 0, 0, 0, 0, 1, 1, 0])
  expect([...blockMask(weights, [1, 1], 5, 2, 3)]).toEqual([1, 1, 0, 0, 1, 0, 0, 1, 1, 0])
})

test('importance weighs an input', () => {
  expect([...blockMask(weights, [3, 1], 5, 2, 2)]).toEqual([1, 1, 0, 0, 1, 0, 0, 0, 0, 0])
})

test('keeps all, and none', () => {
  expect(blockMask(weights, [1, 1], 5, 2, 6)).toEqual(new Float32Array(10).fill(1))
  expect(blockMask(weights, [1, 1], 5, 2, 0)).toEqual(new Float32Array(10))
})
