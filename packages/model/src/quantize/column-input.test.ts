import { expect, test } from 'vitest'
import { quantizeInput } from '../input/quantize-input.ts'
import { columnInput } from './column-input.ts'

test('spreads each column over 0 to 255 by a ratio of three digits', () => {
  const input = columnInput(
    ['a', 'b'],
    [
      [-1, 1000],
      [1, 3000],
      [0, 2000],
    ],
  )
  // 255 / 2 = 127.5, of which three digits are 127; 255 / 2000 = 0.1275.
  expect(input.scale).toEqual([
    { num: 127, den: 1 },
    { num: 127, den: 1000 },
  ])
  expect(quantizeInput(input, [-1, 1000])).toEqual([0, 0])
  expect(quantizeInput(input, [1, 3000])).toEqual([254, 254])
})

test('a column that never changes, a tiny one, a large one', () => {
  const input = columnInput(
    ['a', 'b', 'c'],
    [
      [5, 0, 0],
      [5, 1e-6, 1e7],
    ],
  )
  expect(quantizeInput(input, [5, 1e-6, 1e7])).toEqual([0, 255, 255])
})

test('four bits', () => {
  expect(columnInput(['a'], [[0], [3]], 16)).toMatchObject({
    packing: 'u4',
    max: [15],
    scale: [{ num: 5, den: 1 }],
  })
})

test('no rows and no number', () => {
  expect(() => columnInput(['a'], [])).toThrow('there are no rows')
  expect(() => columnInput(['a'], [[1], [Number.NaN]])).toThrow('row 1, a is NaN')
})
