import { expect, test } from 'vitest'
import { repeatedCopies } from './repeated-copies.ts'

const rows = {
  rows: 2,
  length: 16,
  x: Uint8Array.from({ length: 32 }, (_, i) => (i * 37) % 256),
  y: Uint8Array.of(1, 0),
}
const limits = { rotate: 0.2, scale: 0.1, shear: 0.1, shift: 0.5, elastic: 0.3 }
const passes = repeatedCopies(rows, 2, { copies: 3, limits, seed: 1 }, (pixel) =>
  Math.floor(pixel / 17 + 0.5),
)

test('the first pass has the images themselves, in the integers of the net', () => {
  const { x, targets } = passes(0)
  expect([...x.subarray(0, 4)]).toEqual([0, 37, 74, 111].map((pixel) => Math.round(pixel / 17)))
  expect([...targets]).toEqual([0, 1, 1, 0])
})

test('copies come back after as many passes', () => {
  expect(passes(4)).toEqual(passes(1))
  expect(passes(2).x).not.toEqual(passes(1).x)
  expect(passes(3)).toEqual(passes(0))
})

test('values stay integers from 0 to 15', () => {
  for (const value of passes(1).x) expect(Number.isInteger(value) && value >= 0 && value <= 15).toBe(true)
})
