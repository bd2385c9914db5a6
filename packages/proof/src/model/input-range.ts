import type { ModelInput } from '@inkling/model'
import type { CircuitBuilder } from '../circuit/builder.ts'
import { constant, type Linear, subtract } from '../circuit/linear.ts'
import { assertAtMost } from '../gadgets/to-bits.ts'

/** The real range of feature i: bits alone would let values in that the model was never made for. */
export function assertInputRange(
  builder: CircuitBuilder,
  input: Pick<ModelInput, 'min' | 'max' | 'features'>,
  value: Linear,
  i: number,
): void {
  const [min, max] = [input.min[i]!, input.max[i]!]
  const name = `input ${i} (${input.features[i]}), counted from ${min},`
  if (min === max) builder.assertEqual(value, constant(min), `${name} is 0`)
  else assertAtMost(builder, subtract(value, constant(min)), max - min, name)
}
