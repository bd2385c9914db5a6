import { expect, test } from 'vitest'
import type { TensorType } from '../types.ts'
import { makeTensor, readTensor } from './tensor.ts'

test.each([
  ['i8', [-128, 0, 127], 'gAB/'],
  ['u8', [0, 255, 7], 'AP8H'],
  // -2 is fe ff, 258 is 02 01: the low byte first.
  ['i16', [-2, 258, -32_768], '/v8CAQCA'],
  ['i32', [1, -(2 ** 31), 2 ** 31 - 1], 'AQAAAAAAAID///9/'],
] as const)('%s: little-endian, there and back', (dtype, values, data) => {
  const tensor = makeTensor(dtype, [3, 1], values)
  expect(tensor).toEqual({ dtype, shape: [3, 1], data })
  expect([...readTensor(structuredClone(tensor))]).toEqual(values)
})

test('large tensors', () => {
  const values = Array.from({ length: 100_000 }, (_, i) => (i % 256) - 128)
  expect([...readTensor(makeTensor('i8', [100, 1000], values))]).toEqual(values)
})

test.each<[TensorType, number[], number[], string]>([
  ['i8', [1], [128], 'tensor[0] is 128'],
  ['i8', [2], [0, Number.NaN], 'tensor[1] is NaN'],
  ['u8', [1], [-1], 'tensor[0] is -1'],
  ['i16', [1], [0.5], 'tensor[0] is 0.5'],
  ['i32', [1], [Number.POSITIVE_INFINITY], 'tensor[0] is Infinity'],
  ['i32', [2, 2], [1, 2, 3], 'tensor has 3 values, shape [2,2] needs 4'],
])('refuses %s %j %j', (dtype, shape, values, message) => {
  expect(() => makeTensor(dtype, shape, values)).toThrow(message)
})
