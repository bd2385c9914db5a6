import fc from 'fast-check'
import { expect, test } from 'vitest'
import { QuantizationError } from './errors.ts'
import { toMultiplier } from './multiplier.ts'

test('worked: 0.75 is 1610612736 / 2^31', () => {
  expect(toMultiplier(0.75)).toEqual({ multiplier: 1_610_612_736, shift: 31 })
  expect(toMultiplier(1)).toEqual({ multiplier: 2 ** 30, shift: 30 })
  expect(toMultiplier(3)).toEqual({ multiplier: 3 * 2 ** 29, shift: 29 })
})

test('is within 2^-31 of the factor and within the rule', () => {
  fc.assert(
    fc.property(fc.double({ min: 2 ** -31, max: 2 ** 29, noNaN: true }), (factor) => {
      const { multiplier, shift } = toMultiplier(factor)
      expect(multiplier).toBeGreaterThan(0)
      expect(multiplier).toBeLessThan(2 ** 31)
      expect(shift).toBeGreaterThanOrEqual(1)
      expect(shift).toBeLessThanOrEqual(62)
      expect(Math.abs(multiplier / 2 ** shift / factor - 1)).toBeLessThanOrEqual(2 ** -31)
    }),
  )
})

test('a factor just below a power of two does not become 2^31', () => {
  expect(toMultiplier(1 - 2 ** -40)).toEqual({ multiplier: 2 ** 30, shift: 30 })
})

test.each([0, -1, Number.NaN, Infinity, 2 ** 31, 2 ** -64])('refuses %s with the layer named', (factor) => {
  expect(() => toMultiplier(factor, 'layers[1] dense')).toThrow(QuantizationError)
  expect(() => toMultiplier(factor, 'layers[1] dense')).toThrow('layers[1] dense')
})
