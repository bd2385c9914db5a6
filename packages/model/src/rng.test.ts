import { expect, test } from 'vitest'
import { rng } from './rng.ts'

test('is pinned: folds and vectors depend on it', () => {
  const random = rng(2026)
  expect([random(), random(), random()].map((x) => Math.floor(x * 2 ** 32))).toMatchInlineSnapshot(`
    [
      1955961175,
      1324980858,
      2839649622,
    ]
  `)
})

test('stays in [0, 1) and fills it evenly', () => {
  const random = rng(1)
  const buckets = new Array(10).fill(0)
  for (let i = 0; i < 10_000; i++) buckets[Math.floor(random() * 10)]++
  expect(Math.min(...buckets)).toBeGreaterThan(900)
  expect(Math.max(...buckets)).toBeLessThan(1100)
})
