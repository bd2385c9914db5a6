import { ModelFormatError } from '../errors.ts'
import type { Tensor, TensorType } from '../types.ts'

export type TensorValues = Int8Array | Uint8Array | Int16Array | Int32Array

interface Kind {
  bytes: number
  min: number
  max: number
  make(length: number): TensorValues
  get(view: DataView, at: number): number
  set(view: DataView, at: number, value: number): void
}

/** Width, range and little-endian access of each element type. */
export const TENSOR_TYPES: Record<TensorType, Kind> = {
  i8: {
    bytes: 1,
    min: -128,
    max: 127,
    make: (n) => new Int8Array(n),
    get: (view, at) => view.getInt8(at),
    set: (view, at, value) => view.setInt8(at, value),
  },
  u8: {
    bytes: 1,
    min: 0,
    max: 255,
    make: (n) => new Uint8Array(n),
    get: (view, at) => view.getUint8(at),
    set: (view, at, value) => view.setUint8(at, value),
  },
  i16: {
    bytes: 2,
    min: -32_768,
    max: 32_767,
    make: (n) => new Int16Array(n),
    get: (view, at) => view.getInt16(at, true),
    set: (view, at, value) => view.setInt16(at, value, true),
  },
  i32: {
    bytes: 4,
    min: -(2 ** 31),
    max: 2 ** 31 - 1,
    make: (n) => new Int32Array(n),
    get: (view, at) => view.getInt32(at, true),
    set: (view, at, value) => view.setInt32(at, value, true),
  },
}

/** One decoding a tensor object; a model is not changed after it was made. */
const decoded = new WeakMap<Tensor, TensorValues>()

/**
 * A tensor of a model file: integers as base64 of their little-endian bytes.
 *
 * @param shape sizes of the dimensions; their product is the number of values, row-major.
 * @throws ModelFormatError when a value is no integer of the type, or the counts differ.
 */
export function makeTensor(dtype: TensorType, shape: number[], values: ArrayLike<number>): Tensor {
  const kind = TENSOR_TYPES[dtype]
  const size = shape.reduce((product, n) => product * n, 1)
  if (values.length !== size)
    throw new ModelFormatError('tensor', `has ${values.length} values, shape [${shape}] needs ${size}`)
  const bytes = new Uint8Array(size * kind.bytes)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < size; i++) {
    const value = values[i]!
    if (!Number.isInteger(value) || value < kind.min || value > kind.max)
      throw new ModelFormatError(
        `tensor[${i}]`,
        `is ${value}, not an integer from ${kind.min} to ${kind.max}`,
      )
    kind.set(view, i * kind.bytes, value)
  }
  return { dtype, shape: [...shape], data: toBase64(bytes) }
}

/**
 * The values of a tensor, row-major. Decoded once for each tensor object; do not write into the result.
 *
 * @throws ModelFormatError when the data is no base64 or its length does not fit the shape.
 */
export function readTensor(tensor: Tensor): TensorValues {
  const known = decoded.get(tensor)
  if (known) return known
  const kind = TENSOR_TYPES[tensor.dtype]
  const size = tensor.shape.reduce((product, n) => product * n, 1)
  const bytes = fromBase64(tensor.data)
  if (bytes.length !== size * kind.bytes)
    throw new ModelFormatError(
      'tensor.data',
      `has ${bytes.length} bytes, shape [${tensor.shape}] of ${tensor.dtype} needs ${size * kind.bytes}`,
    )
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const values = kind.make(size)
  for (let i = 0; i < size; i++) values[i] = kind.get(view, i * kind.bytes)
  decoded.set(tensor, values)
  return values
}

function toBase64(bytes: Uint8Array): string {
  let text = ''
  // In pieces: a call takes a limited number of arguments.
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}

/** Strict: one text for each byte string, so that equal models have equal hashes. */
function fromBase64(data: string): Uint8Array {
  let text: string
  try {
    text = atob(data)
  } catch {
    throw new ModelFormatError('tensor.data', 'is not base64')
  }
  if (btoa(text) !== data) throw new ModelFormatError('tensor.data', 'is not canonical base64')
  return Uint8Array.from(text, (char) => char.charCodeAt(0))
}
