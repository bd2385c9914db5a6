import { expect, test } from 'vitest'
import { DatasetError, OutOfRangeError, WrongLengthError } from '../errors.ts'
import { handMlp } from '../fixtures.ts'
import { quantizeRow } from '../quantize-row.ts'
import { quantizeInput } from './quantize-input.ts'

// Scales 2/1 and 1/2, zero points 0 and 3.
const { input } = handMlp()

test('a scale and a zero point for each feature, rounded half up', () => {
  expect(quantizeInput(input, [1.2, 4])).toEqual([2, 5])
  expect(quantizeInput(input, [1.25, -5])).toEqual([3, 1])
  expect(Object.is(quantizeInput(input, [-0.1, 0])[0], 0)).toBe(true)
})

test('what lies outside is an error, or clamped where the caller says so', () => {
  expect(() => quantizeInput(input, [128, 0])).toThrow(OutOfRangeError)
  expect(() => quantizeInput(input, [0, -8])).toThrow('value 1 is -1')
  expect(quantizeInput(input, [128, -8], 'clamp')).toEqual([255, 0])
})

test('refuses rows that are no data', () => {
  expect(() => quantizeInput(input, [1])).toThrow(WrongLengthError)
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => quantizeInput(input, [0, bad], 'clamp')).toThrow(DatasetError)
})

test('quantizeRow never rounds', () => {
  expect(quantizeRow([1.5, 4], input.scale, input.zeroPoint)).toEqual([3, 5])
  expect(quantizeRow([1.5, 4], { num: 2, den: 1 })).toEqual([3, 8])
  expect(() => quantizeRow([1.2, 4], input.scale)).toThrow(DatasetError)
  expect(() => quantizeRow([1, 2, 3], input.scale)).toThrow('no scale for value 2')
})
