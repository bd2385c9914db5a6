import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bigRequantize, clamp } from '../../test/bigint-reference.ts'
import { requantize } from './requantize.ts'

const MIN = -(2 ** 31)
const MAX = 2 ** 31 - 1

function same(acc: number, multiplier: number, shift: number, zeroPoint: number, min: number, max: number) {
  const exact = bigRequantize(BigInt(acc), BigInt(multiplier), BigInt(shift)) + BigInt(zeroPoint)
  const want = Number(clamp(exact, BigInt(min), BigInt(max)))
  const got = requantize(acc, multiplier, shift, zeroPoint, min, max)
  if (got !== want) expect({ acc, multiplier, shift, zeroPoint, got }).toEqual({ got: want })
}

test('worked by hand: 5 * 3 / 2^1 is 7.5, rounds up to 8; -5 * 3 / 2 is -7.5, rounds up to -7', () => {
  expect(requantize(5, 3, 1, 0, -128, 127)).toBe(8)
  expect(requantize(-5, 3, 1, 0, -128, 127)).toBe(-7)
  expect(requantize(-5, 3, 1, 10, -128, 127)).toBe(3)
  expect(requantize(1000, 3, 1, 0, -128, 127)).toBe(127)
  expect(requantize(-1000, 3, 1, 0, -128, 127)).toBe(-128)
})

test('equals BigInt at every corner of its arguments', () => {
  const near = (value: number) => [value - 1, value, value + 1]
  const accs = [MIN, MIN + 1, MAX, MAX - 1, -1, 0, 1, ...near(65_536), ...near(-65_536), ...near(2 ** 30)]
  const multipliers = [1, 2, 3, 65_535, 65_536, 2 ** 30, 2 ** 30 + 1, MAX - 1, MAX]
  for (const acc of accs)
    for (const multiplier of multipliers)
      for (let shift = 1; shift <= 62; shift++)
        for (const zeroPoint of [0, -128, MIN, MAX]) {
          same(acc, multiplier, shift, zeroPoint, MIN, MAX)
          same(acc, multiplier, shift, zeroPoint, -128, 127)
        }
})

test('equals BigInt on random arguments', () => {
  const int = (min: number, max: number) => fc.integer({ min, max })
  fc.assert(
    fc.property(int(MIN, MAX), int(1, MAX), int(1, 62), int(MIN, MAX), (acc, multiplier, shift, zeroPoint) =>
      same(acc, multiplier, shift, zeroPoint, MIN, MAX),
    ),
    { numRuns: 20_000, seed: 6 },
  )
})

test('equals BigInt where the result lies halfway between two integers', () => {
  for (let shift = 1; shift <= 31; shift++)
    for (const odd of [-3, -1, 1, 3])
      same(odd * 2 ** Math.max(0, shift - 5), 2 ** Math.min(4, shift - 1), shift, 0, MIN, MAX)
})
