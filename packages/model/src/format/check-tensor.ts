import { ModelFormatError } from '../errors.ts'
import { readTensor, TENSOR_TYPES, type TensorValues } from '../tensor/tensor.ts'
import type { Tensor, TensorType } from '../types.ts'
import { integers, need, record, show } from './check.ts'

/** Most values a tensor may have: 16 million, far above what any contract holds. */
const MAX_SIZE = 2 ** 24

/**
 * Checks one tensor and returns its values.
 *
 * @param dtypes what the field may hold.
 * @param shape one size a dimension; null takes any.
 */
export function checkTensor(
  value: unknown,
  path: string,
  dtypes: TensorType[],
  shape: (number | null)[],
): TensorValues {
  const tensor = record(value, path, ['dtype', 'shape', 'data'])
  const known = Object.hasOwn(TENSOR_TYPES, String(tensor.dtype))
  need(
    known && dtypes.includes(tensor.dtype as TensorType),
    `${path}.dtype`,
    `is ${show(tensor.dtype)}, expected ${dtypes.join(' or ')}`,
  )
  const sizes = integers(tensor.shape, `${path}.shape`, shape.length, 1, MAX_SIZE)
  for (const [i, size] of shape.entries())
    need(
      size === null || sizes[i] === size,
      `${path}.shape`,
      `is [${sizes}], expected [${shape.map((n) => n ?? 'any')}]`,
    )
  need(sizes.reduce((product, n) => product * n, 1) <= MAX_SIZE, `${path}.shape`, `is [${sizes}], too large`)
  need(typeof tensor.data === 'string', `${path}.data`, 'is not base64 text')
  try {
    return readTensor(value as Tensor)
  } catch (error) {
    if (!(error instanceof ModelFormatError)) throw error
    throw new ModelFormatError(`${path}.data`, error.problem)
  }
}
