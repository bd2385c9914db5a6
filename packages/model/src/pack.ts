import { OutOfRangeError } from './errors.ts'

/** Packs values 0 to 255 one a byte, as 0x-hex: the `bytes` argument of `classify`. */
export function packU8(values: ArrayLike<number>): `0x${string}` {
  let hex = ''
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (!Number.isInteger(value) || value < 0 || value > 255) throw new OutOfRangeError(i, value, 0, 255)
    hex += value.toString(16).padStart(2, '0')
  }
  return `0x${hex}`
}

/** The bytes of 0x-hex as numbers. */
export function unpackU8(hex: `0x${string}`): number[] {
  return (hex.slice(2).match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16))
}
