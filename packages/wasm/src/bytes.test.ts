import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ByteReader, ByteWriter } from './bytes.ts'
import { WasmFormatError } from './errors.ts'

test('numbers come back as they were written, in the shortest form', () => {
  fc.assert(
    fc.property(
      fc.nat(0xffffffff),
      fc.integer(),
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
      (a, b, c) => {
        const r = new ByteReader(new ByteWriter().u32(a).signed(b).signed(c).done())
        expect([r.u32(), r.s32(), r.s64(), r.done]).toEqual([a, b, c, true])
      },
    ),
  )
  expect([...new ByteWriter().signed(-1).done()]).toEqual([0x7f])
  expect([...new ByteWriter().signed(64).done()]).toEqual([0xc0, 0x00])
})

test('padded numbers are read, too wide ones are not', () => {
  const read = (...bytes: number[]) => new ByteReader(Uint8Array.from(bytes))
  expect(read(0x80, 0x80, 0x80, 0x80, 0x00).u32()).toBe(0)
  expect(read(0xff, 0xff, 0xff, 0xff, 0x0f).u32()).toBe(0xffffffff)
  expect(() => read(0xff, 0xff, 0xff, 0xff, 0x1f).u32()).toThrow(WasmFormatError)
  expect(() => read(0x80, 0x80, 0x80, 0x80, 0x80, 0x00).u32()).toThrow(WasmFormatError)
  expect(read(0x80, 0x80, 0x80, 0x80, 0x78).s32()).toBe(-(2 ** 31))
  expect(() => read(0x80, 0x80, 0x80, 0x80, 0x70).s32()).toThrow(WasmFormatError)
  expect(() => read(0x80).u32()).toThrow(/ends too early/)
})
