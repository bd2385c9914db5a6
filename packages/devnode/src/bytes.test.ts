import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bigintToBytes, bytesToBigint, bytesToHex, hexToBytes } from './bytes.ts'

const bytes = fc.uint8Array({ maxLength: 70 })

test('bytes to hex and back', () => {
  fc.assert(
    fc.property(bytes, (b) => {
      expect(bytesToHex(b)).toBe(Buffer.from(b).toString('hex'))
      expect(hexToBytes(bytesToHex(b))).toEqual(Uint8Array.from(b))
      expect(hexToBytes(`0x${bytesToHex(b).toUpperCase()}`)).toEqual(Uint8Array.from(b))
    }),
  )
})

test.each(['0', '0x1', 'zz', '0xg0', '0x0g', '0xé0', '-1', '0x 1', '0x00\u0130'])('%j is not hex', (text) => {
  expect(() => hexToBytes(text)).toThrow(RangeError)
})

test('whole numbers of any width, big-endian and modulo their width', () => {
  const width = fc.integer({ min: 0, max: 40 })
  fc.assert(
    fc.property(fc.bigInt({ min: -(1n << 300n), max: 1n << 300n }), width, (n, length) => {
      const out = bigintToBytes(n, length)
      expect(out.length).toBe(length)
      expect(bytesToBigint(out)).toBe(BigInt.asUintN(8 * length, n))
    }),
  )
  fc.assert(
    fc.property(bytes, (b) => {
      expect(bytesToBigint(b)).toBe(b.length === 0 ? 0n : BigInt(`0x${bytesToHex(b)}`))
      // a view into a larger buffer
      expect(bytesToBigint(Uint8Array.of(1, 2, ...b).subarray(2))).toBe(bytesToBigint(b))
    }),
  )
})
