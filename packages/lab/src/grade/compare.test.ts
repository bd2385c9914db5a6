import { expect, test } from 'vitest'
import { CheckFailure, distanceOf, expectEqual, expectTrue, sameValue, showValue } from './compare.ts'

test.each([
  [5, 5n, true],
  [5, 6n, false],
  [[1, 2], new Uint8Array([1, 2]), true],
  [[1, 2], [1, 2, 3], false],
  [{ a: [1n] }, { a: [1] }, true],
  [{ a: 1 }, { a: 1, b: 2 }, false],
  [{ a: undefined }, { b: undefined }, false],
  [Number.NaN, Number.NaN, true],
  ['5', 5, false],
  [undefined, 0, false],
  [null, {}, false],
])('sameValue(%o, %o) is %s', (a, b, same) => {
  expect(sameValue(a, b)).toBe(same)
  expect(sameValue(b, a)).toBe(same)
})

test('the size of an error, where it has one', () => {
  expect(distanceOf(-8, -9n, 'LSB')).toBe('off by 1 LSB (one step: a rounding)')
  expect(distanceOf(1, 2001, 'gas')).toBe('off by 2,000 gas')
  expect(distanceOf(1, 2, 'label')).toBeUndefined()
  expect(distanceOf(1, 2)).toBeUndefined()
  expect(distanceOf([1, 2, 9], [1, 2, 3], 'LSB')).toBe(
    'first difference at index 2: 9, expected 3, off by 6 LSB (more than a rounding)',
  )
  expect(distanceOf([2, 2, 9], [1, 2, 3], 'LSB')).toBe(
    'first difference at index 0: 2, expected 1, off by 1 LSB (one step: a rounding); 2 of 3 differ, by at most 6 LSB',
  )
  expect(distanceOf([1], [1, 2])).toBe('1 items, 2 expected')
})

test('a failure carries both values in words', () => {
  const failure = (() => {
    try {
      expectEqual([1, 2n], [1, 3], { unit: 'LSB', case: 4 })
    } catch (error) {
      return error
    }
  })() as CheckFailure
  expect(failure).toBeInstanceOf(CheckFailure)
  expect(failure).toMatchObject({ expected: '[1, 3]', actual: '[1, 2]', options: { case: 4 } })
  expect(() => expectTrue(1 as unknown as boolean, 'truthy is not true')).toThrow('truthy is not true')
})

test('any value fits a line', () => {
  const cyclic: Record<string, unknown> = {}
  cyclic.self = cyclic
  expect(showValue(cyclic).length).toBeLessThanOrEqual(60)
  expect(showValue('x'.repeat(500))).toHaveLength(200)
  expect(showValue(new Array(100).fill(0), 200)).toMatch(/100 items\]$/)
  expect(showValue(Symbol('s'))).toBe('Symbol(s)')
  expect(showValue(() => 1)).toBe('a function')
})
