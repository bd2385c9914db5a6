import { expect, test } from 'vitest'
import { DatasetError } from '../errors.ts'
import { handTree } from '../fixtures.ts'
import { accuracy, confusion } from './accuracy.ts'

// x0 <= 0: label 0; else x1 <= 1: a tie, label 0; else label 1.
const data = { x: [0, 0, 1, 2, 1, 0, 2, 2], y: [0, 1, 1, 0] }

test('counts what was taken for what', () => {
  expect(confusion(handTree(), data)).toEqual([
    [1, 1],
    [1, 1],
  ])
  expect(accuracy(handTree(), data)).toBe(0.5)
})

test('takes rows as arrays too', () => {
  expect(
    accuracy(handTree(), {
      x: [
        [0, 0],
        [1, 2],
      ],
      y: [0, 1],
    }),
  ).toBe(1)
})

test('no rows, a length that does not fit, a label the model has not', () => {
  expect(() => accuracy(handTree(), { x: [], y: [] })).toThrow(DatasetError)
  expect(() => accuracy(handTree(), { x: [1, 2, 3], y: [0] })).toThrow('1 rows of 2 are 2')
  expect(() => accuracy(handTree(), { x: [0, 0], y: [2] })).toThrow('row 0 has label 2')
})
