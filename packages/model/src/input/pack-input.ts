import { PackingError, WrongLengthError } from '../errors.ts'
import { checkValues } from '../reference/check-values.ts'
import type { Model, ModelInput } from '../types.ts'

/** Bytes that a model's packed input takes: two values a byte with `u4`, else one. */
export function packedLength(input: ModelInput): number {
  return input.packing === 'u4' ? Math.ceil(input.length / 2) : input.length
}

/**
 * Packs the values of one input as the bytes a contract takes: `u8` and `i8` one byte a value (two's complement),
 * `u4` two a byte, the first in the low half; with an odd number the last high half is 0.
 *
 * @throws WrongLengthError, OutOfRangeError.
 */
export function packBytes(model: Pick<Model, 'input'>, values: ArrayLike<number>): Uint8Array {
  const { input } = model
  checkValues(input, values)
  if (input.packing !== 'u4') return Uint8Array.from(values, (value) => value & 0xff)
  const bytes = new Uint8Array(packedLength(input))
  for (let i = 0; i < values.length; i++) bytes[i >> 1]! |= values[i]! << (i % 2 ? 4 : 0)
  return bytes
}

/** `packBytes` as 0x-hex. */
export function packInput(model: Pick<Model, 'input'>, values: ArrayLike<number>): `0x${string}` {
  let hex = ''
  for (const byte of packBytes(model, values)) hex += byte.toString(16).padStart(2, '0')
  return `0x${hex}`
}

/**
 * The values in packed bytes or 0x-hex. Whether each lies in the model's range is checked by `predict`.
 *
 * @throws WrongLengthError in bytes; PackingError for text that is no hex, or an unused half byte that is not 0.
 */
export function unpackInput(model: Pick<Model, 'input'>, packed: `0x${string}` | Uint8Array): number[] {
  const { input } = model
  const bytes = typeof packed === 'string' ? hexBytes(packed) : packed
  if (bytes.length !== packedLength(input))
    throw new WrongLengthError(packedLength(input), bytes.length, 'bytes')
  if (input.packing === 'u8') return Array.from(bytes)
  if (input.packing === 'i8') return Array.from(bytes, (byte) => (byte << 24) >> 24)
  if (input.length % 2 === 1 && bytes[bytes.length - 1]! >> 4 !== 0)
    throw new PackingError(
      `input: ${input.length} values of 4 bits leave half of the last byte unused; it must be 0 and is ${bytes[bytes.length - 1]! >> 4}`,
    )
  return Array.from({ length: input.length }, (_, i) => (bytes[i >> 1]! >> (i % 2 ? 4 : 0)) & 15)
}

function hexBytes(hex: string): Uint8Array {
  if (!/^0x([0-9a-fA-F]{2})*$/.test(hex))
    throw new PackingError('input: not 0x and an even number of hex digits')
  return Uint8Array.from(hex.slice(2).match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
}
