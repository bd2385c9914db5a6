import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anInput } from '../../test/random-model.ts'
import { OutOfRangeError, PackingError, WrongLengthError } from '../errors.ts'
import { PACKING_RANGES } from '../format/check-input.ts'
import type { Packing } from '../types.ts'
import { packBytes, packInput, unpackInput } from './pack-input.ts'

const model = (length: number, packing: Packing) => {
  const [min, max] = PACKING_RANGES[packing]
  return { input: anInput(length, packing, min, max) }
}

test('one byte a value, or two values a byte with the first in the low half', () => {
  expect(packInput(model(3, 'u8'), [0, 255, 16])).toBe('0x00ff10')
  expect(packInput(model(3, 'i8'), [-128, -1, 127])).toBe('0x80ff7f')
  expect(packInput(model(4, 'u4'), [1, 2, 3, 15])).toBe('0x21f3')
  expect(packInput(model(3, 'u4'), [1, 2, 3])).toBe('0x2103')
  expect(packBytes(model(3, 'u4'), [1, 2, 3])).toEqual(Uint8Array.of(0x21, 0x03))
})

test.each(['u8', 'i8', 'u4'] as const)('%s: there and back', (packing) => {
  const [min, max] = PACKING_RANGES[packing]
  const values = fc.array(fc.integer({ min, max }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(values, (row) => {
      const m = model(row.length, packing)
      expect(unpackInput(m, packInput(m, row))).toEqual(row)
      expect(unpackInput(m, packBytes(m, row))).toEqual(row)
    }),
  )
})

test('refuses what no values pack to', () => {
  const odd = model(3, 'u4')
  expect(() => unpackInput(odd, '0x2113')).toThrow(PackingError)
  expect(() => unpackInput(odd, '0x2113')).toThrow('it must be 0 and is 1')
  expect(() => unpackInput(odd, '0x21')).toThrow('the model takes 2 bytes, got 1')
  expect(() => unpackInput(odd, '0x213')).toThrow(PackingError)
  expect(() => unpackInput(odd, '0x2g13')).toThrow(PackingError)
  expect(() => packInput(odd, [1, 2])).toThrow(WrongLengthError)
  expect(() => packInput(odd, [1, 2, 16])).toThrow(OutOfRangeError)
  expect(() => packInput(odd, [1, 2, Number.NaN])).toThrow(OutOfRangeError)
})
