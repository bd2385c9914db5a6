import { expect, test } from 'vitest'
import { imageInput } from '../recipes/image-input.ts'
import { quantizeRows } from './quantize-rows.ts'

test('brings pixels to four bits, halves up, and clamps', () => {
  const rows = { rows: 1, length: 4, x: Uint8Array.of(0, 8, 9, 255), y: Uint8Array.of(3) }
  expect([...quantizeRows(rows, imageInput(2, 15, { num: 1, den: 17 })).x]).toEqual([0, 0, 1, 15])
  expect([...quantizeRows(rows, imageInput(2, 15, { num: 1, den: 1 })).x]).toEqual([0, 8, 9, 15])
})
