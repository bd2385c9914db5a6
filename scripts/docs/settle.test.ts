import { expect, test } from 'vitest'
import { settle } from './settle.ts'

const committed = { inputs: 'a', gas: { upload: 1000, names: [10, 200] }, word: 'x' }

test('the same sources: what is within 2.5 percent stays, what is further off does not', () => {
  const fresh = { inputs: 'a', gas: { upload: 1024, names: [11, 201] }, word: 'y' }
  expect(settle(fresh, committed)).toEqual({
    inputs: 'a',
    gas: { upload: 1000, names: [11, 200] },
    word: 'y',
  })
})

test('other sources, or nothing committed: all figures are new', () => {
  const fresh = { inputs: 'b', gas: { upload: 1024, names: [10, 201] }, word: 'x' }
  expect(settle(fresh, committed)).toBe(fresh)
  expect(settle(fresh, undefined)).toBe(fresh)
})
