import { expect, test } from 'vitest'
import { inputsOf, lies, valueOfGadget } from '../../test/lies.ts'
import { CircuitBuilder } from '../circuit/builder.ts'
import { makeWitness } from '../circuit/circuit.ts'
import { addScaled, constant, type Linear } from '../circuit/linear.ts'
import { WitnessError } from '../errors.ts'
import { R } from '../field.ts'
import { type ReluShift, reluShift } from './relu-shift.ts'

/** The rule of the contract, in integers. */
function reference(acc: bigint, { shift, outputBits }: ReluShift): bigint {
  const positive = acc < 0n ? 0n : acc
  const shifted = (positive + (1n << BigInt(shift - 1))) >> BigInt(shift)
  const top = (1n << BigInt(outputBits)) - 1n
  return shifted > top ? top : shifted
}

function neuron(options: ReluShift, gadget: typeof reluShift = reluShift) {
  const builder = new CircuitBuilder()
  const output = gadget(builder, inputsOf(builder, ['acc'])[0]!, options)
  return { circuit: builder.build(), output }
}

test.each([
  { shift: 1, outputBits: 2, accumulatorBits: 6 },
  { shift: 3, outputBits: 4, accumulatorBits: 8 },
  { shift: 5, outputBits: 8, accumulatorBits: 9 },
  { shift: 4, outputBits: 1, accumulatorBits: 7 },
])('shift $shift to $outputBits bits: every accumulator of $accumulatorBits bits', (options) => {
  const { circuit, output } = neuron(options)
  const end = 2n ** BigInt(options.accumulatorBits)
  for (let acc = -end; acc < end; acc++)
    expect(valueOfGadget(circuit, { acc }, output), `acc ${acc}`).toBe(reference(acc, options))
  for (const acc of [4n * end, -4n * end, R / 2n])
    expect(() => makeWitness(circuit, { acc })).toThrow(WitnessError)
})

test('no lie about any wire passes, on both sides of zero, of rounding and of saturation', () => {
  const options = { shift: 3, outputBits: 4, accumulatorBits: 9 }
  const { circuit, output } = neuron(options)
  for (const acc of [-300, -4, -1, 0, 3, 4, 11, 12, 115, 116, 123, 124, 300])
    expect(lies(circuit, { acc }, output), `acc ${acc}`).toEqual([])
})

test('without a range check the prover picks the result', () => {
  // y is claimed, the remainder is whatever is left: what a learner forgets first.
  const loose: typeof reluShift = (builder, acc, { shift }) => {
    const y = builder.hint((read) => read(acc) >> BigInt(shift))
    const rest = builder.hint((read) => read(acc) - (read(y) << BigInt(shift)))
    builder.assertEqual(addScaled(rest, y, 1n << BigInt(shift)), acc, 'y and its rest')
    return y
  }
  const options = { shift: 3, outputBits: 4, accumulatorBits: 9 }
  const { circuit, output } = neuron(options, loose)
  expect(lies(circuit, { acc: 40 }, output).length).toBeGreaterThan(0)
})

test('without the sign a negative accumulator comes through', () => {
  const noSign: typeof reluShift = (builder, acc, options) =>
    reluShift(builder, addScaled(acc, constant(1n << BigInt(options.accumulatorBits)), 1n), options)
  const { circuit, output } = neuron({ shift: 2, outputBits: 3, accumulatorBits: 6 }, noSign)
  expect(valueOfGadget(circuit, { acc: -10 }, output as Linear)).not.toBe(0n)
})
