import type { ModelInput } from '@inkling/model'
import type { CircuitBuilder } from '../circuit/builder.ts'
import { addScaled, constant, type Linear } from '../circuit/linear.ts'
import { poseidon, poseidonHash } from '../gadgets/poseidon.ts'

/** Field elements hold this many bits of packed input; r has 254. */
const CHUNK_BITS = 250

/** Bits of one value, counted from its smallest: enough for the widest feature. */
export function bitsPerValue(input: Pick<ModelInput, 'min' | 'max'>): number {
  const widest = Math.max(...input.max.map((max, i) => max - input.min[i]!))
  return Math.max(1, Math.ceil(Math.log2(widest + 1)))
}

/**
 * Poseidon(packed values ..., salt): value i counts from its smallest, the first value in the lowest bits, as many
 * values an element as fit in 250 bits. At most 7 elements.
 */
export function commitToInput(input: ModelInput, values: ArrayLike<number>, salt: bigint): bigint {
  const bits = bitsPerValue(input)
  const chunks = chunkEnds(input.length, bits).map(([from, to]) => {
    let sum = 0n
    for (let i = to - 1; i >= from; i--) sum = (sum << BigInt(bits)) + BigInt(values[i]! - input.min[i]!)
    return sum
  })
  return poseidonHash([...chunks, salt])
}

/** The same as a gadget; `values` have to be range-checked, else two inputs could share a commitment. */
export function commitmentOf(
  builder: CircuitBuilder,
  input: ModelInput,
  values: readonly Linear[],
  salt: Linear,
): Linear {
  const bits = bitsPerValue(input)
  const chunks = chunkEnds(input.length, bits).map(([from, to]) => {
    let sum: Linear = new Map()
    for (let i = from; i < to; i++) {
      const weight = 1n << BigInt(bits * (i - from))
      sum = addScaled(addScaled(sum, values[i]!, weight), constant(input.min[i]!), -weight)
    }
    return sum
  })
  return builder.within('commitment', () => poseidon(builder, [...chunks, salt]))
}

function chunkEnds(length: number, bits: number): [number, number][] {
  const each = Math.floor(CHUNK_BITS / bits)
  const ends: [number, number][] = []
  for (let from = 0; from < length; from += each) ends.push([from, Math.min(length, from + each)])
  return ends
}
