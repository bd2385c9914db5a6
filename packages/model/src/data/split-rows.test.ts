import { expect, test } from 'vitest'
import { DatasetError } from '../errors.ts'
import type { Rows } from './rows.ts'
import { splitRows } from './split-rows.ts'

const rows: Rows = {
  rows: 10,
  length: 1,
  x: Uint8Array.from({ length: 10 }, (_, i) => i),
  y: new Uint8Array(10),
}

test('cuts in three that share no row', () => {
  const { train, validation, test: held } = splitRows(rows, ['a'], { validation: 2, test: 3 }, 1)
  expect([train.rows, validation.rows, held.rows]).toEqual([5, 2, 3])
  const seen = [...train.x, ...validation.x, ...held.x]
  expect(seen.toSorted((a, b) => a - b)).toEqual([...rows.x])
})

test('the seed decides', () => {
  const cut = (seed: number) => [...splitRows(rows, ['a'], { validation: 2, test: 3 }, seed).test.x]
  expect(cut(1)).toEqual(cut(1))
  expect(cut(1)).not.toEqual(cut(2))
})

test('leaves something to train on, or says so', () => {
  expect(() => splitRows(rows, ['a'], { validation: 5, test: 5 }, 1)).toThrow(DatasetError)
})
