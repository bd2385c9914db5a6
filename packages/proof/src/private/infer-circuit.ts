import { type LayerModel, predict } from '@inkling/model'
import { CircuitBuilder } from '../circuit/builder.ts'
import type { Circuit } from '../circuit/circuit.ts'
import { addScaled, constant, type Linear } from '../circuit/linear.ts'
import { toSigned } from '../field.ts'
import { argmax } from '../gadgets/argmax.ts'
import { poseidonChain } from '../gadgets/poseidon.ts'
import { reluShift } from '../gadgets/relu-shift.ts'
import { assertBits } from '../gadgets/to-bits.ts'
import { commitmentOf, commitToInput } from '../model/input-commitment.ts'
import { assertInputRange } from '../model/input-range.ts'
import type { PrivateLayer, PrivateShape } from './shape.ts'
import { commitToModel, neuronGroups, packWords, wordName, wordNames } from './words.ts'

/** Public signals of an inference with secret weights, in this order. */
export const INFER_SIGNALS = ['modelCommit', 'inputCommit', 'class', 'ctx'] as const

/**
 * "The registered net behind this commitment gives this class on the secret input behind that one." Weights enter as the
 * packed words of the commitment. Sound for registered commitments only: `registerCircuit` has proved that each word
 * holds numbers that stay in their slots; the contract has to look the commitment up.
 */
export function inferCircuit(shape: PrivateShape): Circuit {
  const builder = new CircuitBuilder()
  const [modelCommit, inputCommit, claimed, ctx] = INFER_SIGNALS.map((name) => builder.publicInput(name)) as [
    Linear,
    Linear,
    Linear,
    Linear,
  ]
  const input = shape.input.features.map((_, i) => builder.secretInput(`x${i}`))
  const salt = builder.secretInput('salt')
  const words = new Map(wordNames(shape).map(({ name }) => [name, builder.secretInput(name)]))
  const modelSalt = builder.secretInput('modelSalt')
  for (const [i, value] of input.entries()) assertInputRange(builder, shape.input, value, i)
  builder.assertEqual(
    commitmentOf(builder, shape.input, input, salt),
    inputCommit,
    'the input is the committed one',
  )
  builder.assertEqual(
    poseidonChain(builder, [...words.values(), modelSalt]),
    modelCommit,
    'the net is the committed one',
  )
  let values = input
  for (const [l, layer] of shape.layers.entries())
    values = builder.within(`layers[${l}]`, () => runLayer(builder, layer, l, words, values))
  const { slotBits } = shape.layers[shape.layers.length - 1]!
  builder.assertEqual(argmax(builder, values, slotBits - 1), claimed, 'the class is the model’s')
  builder.multiply(ctx, ctx, 'ctx is bound')
  return builder.build()
}

function runLayer(
  builder: CircuitBuilder,
  layer: PrivateLayer,
  at: number,
  words: Map<string, Linear>,
  input: readonly Linear[],
): Linear[] {
  return neuronGroups(layer).flatMap(([from, to], group) => {
    let sum = words.get(wordName(at, group, undefined).name)!
    for (const [i, x] of input.entries())
      sum = addScaled(
        sum,
        builder.multiply(words.get(wordName(at, group, i).name)!, x, `input ${i} times its word`),
        1n,
      )
    const sums = openSlots(builder, sum, to - from, layer.slotBits)
    return sums.map((acc, k) =>
      builder.within(`neuron ${from + k}`, () => {
        // Exactly slotBits bits each: a whole set of residues, so that a packed sum has one reading.
        if (layer.requantize)
          return reluShift(builder, acc, { ...layer.requantize, accumulatorBits: layer.slotBits - 2 })
        assertBits(builder, addScaled(acc, offset(layer.slotBits), 1n), layer.slotBits, 'score')
        return acc
      }),
    )
  })
}

/** The signed numbers packed in a sum. They are only as good as the range check that has to follow for each. */
function openSlots(builder: CircuitBuilder, packed: Linear, count: number, bits: number): Linear[] {
  const width = BigInt(bits)
  const shift = (1n << (width * BigInt(count))) - 1n
  // Half a slot added to every slot makes all of them positive; taken off again, they are signed.
  const halves = (shift / ((1n << width) - 1n)) << (width - 1n)
  const slots = [...new Array(count).keys()].map((k) =>
    builder.hint((read) => {
      const positive = toSigned(read(packed)) + halves
      return ((positive >> (width * BigInt(k))) & ((1n << width) - 1n)) - (1n << (width - 1n))
    }),
  )
  const again = slots.reduce<Linear>(
    (sum, slot, k) => addScaled(sum, slot, 1n << (width * BigInt(k))),
    new Map(),
  )
  builder.assertEqual(again, packed, 'the slots add up to the packed sum')
  return slots
}

function offset(bits: number): Linear {
  return constant(1n << BigInt(bits - 1))
}

/** What `makeWitness` takes for one inference, and what goes to the verifier. */
export function inferInputs(
  model: LayerModel,
  values: ArrayLike<number>,
  secret: { modelSalt: bigint; salt: bigint; ctx: bigint },
): {
  inputs: Record<string, bigint>
  signals: [modelCommit: bigint, inputCommit: bigint, label: bigint, ctx: bigint]
  label: number
} {
  const row = Array.from(values)
  const { label } = predict(model, row)
  const modelCommit = commitToModel(model, secret.modelSalt)
  const inputCommit = commitToInput(model.input, row, secret.salt)
  const inputs: Record<string, bigint> = {
    modelCommit,
    inputCommit,
    class: BigInt(label),
    ...secret,
    ...Object.fromEntries(packWords(model)),
  }
  for (const [i, value] of row.entries()) inputs[`x${i}`] = BigInt(value)
  return { inputs, signals: [modelCommit, inputCommit, BigInt(label), secret.ctx], label }
}
