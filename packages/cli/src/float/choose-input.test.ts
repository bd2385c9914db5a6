import { quantizeInput } from '@inkling/model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseInput } from './choose-input.ts'

describe('the integers of a column', () => {
  test('halves, whole numbers and tenths lie on their own grid', () => {
    const x = [
      [0, -3, 5.1],
      [0.5, 10, 4.9],
      [1, 200, 7.0],
    ]
    const input = chooseInput(['a', 'b', 'c'], x)
    expect(input.scale).toEqual([
      { num: 2, den: 1 },
      { num: 1, den: 1 },
      { num: 10, den: 1 },
    ])
    expect(x.map((row) => quantizeInput(input, row))).toEqual([
      [0, 0, 2],
      [1, 13, 0],
      [2, 203, 21],
    ])
  })

  test('every row of the table is in range, the ends included', () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true, noDefaultInfinity: true })
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 30 }), (column) => {
        const range = Math.max(...column) - Math.min(...column)
        fc.pre(range > 1e-3)
        const input = chooseInput(
          ['a'],
          column.map((v) => [v]),
        )
        expect(input.max[0]).toBeLessThanOrEqual(255)
        for (const v of column) expect(() => quantizeInput(input, [v])).not.toThrow()
      }),
    )
  })

  test('a column of one value is refused by name', () => {
    expect(() =>
      chooseInput(
        ['a', 'b'],
        [
          [1, 2],
          [1, 3],
        ],
      ),
    ).toThrow("'a' is 1 in every row")
  })
})
