import { expect, test } from 'vitest'
import { rng } from '../../rng.ts'
import { augment } from './augment.ts'

const still = { rotate: 0, scale: 0, shear: 0, shift: 0, elastic: 0 }
const random = rng(3)
const images = Uint8Array.from({ length: 2 * 64 }, () => Math.floor(random() * 256))

test('without distortion an image stays what it is', () => {
  expect(Array.from(augment(images, 8, 255, still, 1), Math.round)).toEqual([...images])
})

test('the same seed gives the same copies, another seed others', () => {
  const limits = { rotate: 0.2, scale: 0.1, shear: 0.1, shift: 1, elastic: 0.5 }
  const first = augment(images, 8, 255, limits, 5)
  expect(augment(images, 8, 255, limits, 5)).toEqual(first)
  expect(augment(images, 8, 255, limits, 6)).not.toEqual(first)
})

test('values stay within 0 and top, and what comes from outside is 0', () => {
  const copy = augment(images, 8, 255, { ...still, shift: 30 }, 4)
  for (const value of copy) expect(value).toBeGreaterThanOrEqual(0)
  for (const value of copy) expect(value).toBeLessThanOrEqual(255)
  expect(copy.filter((value) => value === 0).length).toBeGreaterThan(64)
})
