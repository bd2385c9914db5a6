import { expect, test } from 'vitest'
import { seededRng } from './rng.ts'

test('the same seed and check give the same sequence, others another', () => {
  const take = (seed: number, salt: string) => {
    const rng = seededRng(seed, salt)
    return Array.from({ length: 50 }, rng)
  }
  expect(take(7, '1.1/a')).toEqual(take(7, '1.1/a'))
  expect(take(7, '1.1/a')).not.toEqual(take(8, '1.1/a'))
  expect(take(7, '1.1/a')).not.toEqual(take(7, '1.1/b'))
  expect(take(7, '1.1/a').every((value) => value >= 0 && value < 1)).toBe(true)
  // Fixed: learners quote seeds and case numbers to each other.
  expect(seededRng(7, '1.2/thresholds')()).toBeCloseTo(FIRST, 12)
})

const FIRST = 0.12575719808228314
