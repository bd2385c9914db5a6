import { expect, test } from 'vitest'
import { OutOfRangeError, WrongLengthError } from './errors.ts'
import { handTree } from './fixtures.ts'
import { predictTree } from './predict-tree.ts'

const model = handTree()

test('a value equal to its threshold goes left', () => {
  expect(predictTree(model, [0, 2]).scores).toEqual([9, 1])
  expect(predictTree(model, [1, 1]).scores).toEqual([2, 2])
  expect(predictTree(model, [1, 2])).toEqual({ scores: [0, 7], label: 1 })
})

test('the lowest index wins a tie', () => {
  expect(predictTree(model, [2, 0]).label).toBe(0)
})

test('refuses what the contract refuses', () => {
  expect(() => predictTree(model, [0])).toThrow(WrongLengthError)
  expect(() => predictTree(model, [])).toThrow('the model takes 2 values, got 0')
  expect(() => predictTree(model, [0, 3])).toThrow(OutOfRangeError)
  // The first bad value is the one that is reported.
  expect(() => predictTree(model, [7, -1])).toThrow('value 0 is 7')
  expect(() => predictTree(model, [0, 0.5])).toThrow(OutOfRangeError)
  expect(() => predictTree(model, [0, Number.NaN])).toThrow(OutOfRangeError)
})

test('does not hand out the model itself', () => {
  predictTree(model, [0, 0]).scores[0] = 99
  expect(predictTree(model, [0, 0]).scores).toEqual([9, 1])
})
