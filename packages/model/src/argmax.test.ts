import { expect, test } from 'vitest'
import { argmax } from './argmax.ts'

test('the lowest index wins a tie', () => {
  expect(argmax([1, 3, 3])).toBe(1)
  expect(argmax([-5, -5])).toBe(0)
  expect(argmax([2])).toBe(0)
  expect(argmax([])).toBe(-1)
})
