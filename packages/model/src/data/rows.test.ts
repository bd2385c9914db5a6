import { expect, test } from 'vitest'
import { joinRows, type Rows, takeRows } from './rows.ts'

const rows: Rows = { rows: 3, length: 2, x: Uint8Array.of(1, 2, 3, 4, 5, 6), y: Uint8Array.of(0, 1, 2) }

test('takes rows in the order asked for', () => {
  expect(takeRows(rows, [2, 0])).toEqual({
    rows: 2,
    length: 2,
    x: Uint8Array.of(5, 6, 1, 2),
    y: Uint8Array.of(2, 0),
  })
})

test('joins what was taken apart', () => {
  expect(joinRows(takeRows(rows, [0]), takeRows(rows, [1, 2]))).toEqual(rows)
})
