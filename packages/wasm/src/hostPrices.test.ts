import { expect, test } from 'vitest'
import { accountCodeInk, readArgsInk, writeResultInk } from './hostPrices.ts'

// figures of nitro's own ink tests (Stylus VM notes, 6.3)
test('read_args and write_result', () => {
  expect([4, 36, 100].map(readArgsInk)).toEqual([13_440, 13_560, 15_480])
  expect([0, 32, 320_064].map(writeResultInk)).toEqual([41_162, 41_162, 35_244_682])
})

test('account_code, cold, of contracts of four sizes, and once more of the same', () => {
  const sizes = [120, 206, 179, 135]
  expect(sizes.map((size) => accountCodeInk(size))).toEqual([33_075_753, 33_078_333, 33_077_523, 33_076_203])
  expect(accountCodeInk(120, true)).toBe(75_753)
})
