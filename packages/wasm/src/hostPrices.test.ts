import { expect, test } from 'vitest'
import { readArgsInk, writeResultInk } from './hostPrices.ts'

// figures of nitro's own ink tests (Stylus VM notes, 6.3)
test('read_args and write_result', () => {
  expect([4, 36, 100].map(readArgsInk)).toEqual([13_440, 13_560, 15_480])
  expect([0, 32, 320_064].map(writeResultInk)).toEqual([41_162, 41_162, 35_244_682])
})
