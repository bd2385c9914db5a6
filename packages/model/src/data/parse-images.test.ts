import { expect, test } from 'vitest'
import { parseImages } from './parse-images.ts'

test('labels come first, then images', () => {
  expect(parseImages(Uint8Array.of(7, 8, 1, 2, 3, 4), 2)).toEqual({
    rows: 2,
    length: 2,
    y: Uint8Array.of(7, 8),
    x: Uint8Array.of(1, 2, 3, 4),
  })
})

test('a file cut short, and an empty one', () => {
  expect(() => parseImages(Uint8Array.of(7, 8, 1, 2, 3), 2)).toThrow('no whole number of labeled images')
  expect(() => parseImages(new Uint8Array(), 2)).toThrow('no whole number of labeled images')
})
