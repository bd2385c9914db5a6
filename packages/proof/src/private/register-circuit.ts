import { type DenseLayer, type LayerModel, readTensor } from '@inkling/model'
import { CircuitBuilder } from '../circuit/builder.ts'
import type { Circuit } from '../circuit/circuit.ts'
import { addScaled, constant, fromWire, type Linear, ONE, subtract } from '../circuit/linear.ts'
import { poseidonChain } from '../gadgets/poseidon.ts'
import { assertBits, toBits } from '../gadgets/to-bits.ts'
import { type PrivateLayer, type PrivateShape, privateShape } from './shape.ts'
import { commitToModel, neuronGroups } from './words.ts'

/** Public signals of a registration, in this order. */
export const REGISTER_SIGNALS = ['modelCommit', 'ctx'] as const

/**
 * "Behind this commitment is a net of this shape: int8 weights, and accumulators that stay in their slots whatever the
 * input." Proved once a model; `inferCircuit` relies on it and checks no weight again.
 */
export function registerCircuit(shape: PrivateShape): Circuit {
  const builder = new CircuitBuilder()
  const [modelCommit, ctx] = REGISTER_SIGNALS.map((name) => builder.publicInput(name)) as [Linear, Linear]
  const numbers = shape.layers.map((layer, l) => ({
    weights: indices(layer.outputs).map((o) =>
      indices(layer.inputs).map((i) => builder.secretInput(`w${l}.${o}.${i}`)),
    ),
    bias: indices(layer.outputs).map((o) => builder.secretInput(`b${l}.${o}`)),
  }))
  const salt = builder.secretInput('salt')
  const words: Linear[] = []
  for (const [l, layer] of shape.layers.entries())
    builder.within(`layers[${l}]`, () => words.push(...layerWords(builder, layer, numbers[l]!)))
  builder.assertEqual(poseidonChain(builder, [...words, salt]), modelCommit, 'the net is the committed one')
  builder.multiply(ctx, ctx, 'ctx is bound')
  return builder.build()
}

/** Ranges of one layer's numbers, and its words in the order of `wordNames`. */
function layerWords(
  builder: CircuitBuilder,
  layer: PrivateLayer,
  { weights, bias }: { weights: Linear[][]; bias: Linear[] },
): Linear[] {
  const words: Linear[] = []
  for (const [from, to] of neuronGroups(layer)) {
    const group = indices(layer.inputs + 1).map(() => [] as Linear[])
    for (let o = from; o < to; o++)
      builder.within(`neuron ${o}`, () => {
        let room = constant((1n << BigInt(layer.slotBits - 2)) - 1n - half(layer))
        const spend = ({ value, size }: { value: Linear; size: Linear }, times: number, into: Linear[]) => {
          room = addScaled(room, size, -times)
          into.push(value)
        }
        for (const [i, weight] of weights[o]!.entries())
          spend(signed(builder, weight, 8, `weight ${i}`), layer.largestInput[i]!, group[i]!)
        spend(signed(builder, bias[o]!, layer.slotBits - 1, 'bias'), 1, group[layer.inputs]!)
        assertBits(builder, room, layer.slotBits - 2, 'the accumulator stays in its slot')
      })
    for (const values of group)
      words.push(
        values.reduce<Linear>(
          (sum, value, k) => addScaled(sum, value, 1n << BigInt(layer.slotBits * k)),
          new Map(),
        ),
      )
  }
  return words
}

/** A number of `bits` bits in two's complement, and its magnitude. */
function signed(
  builder: CircuitBuilder,
  value: Linear,
  bits: number,
  name: string,
): { value: Linear; size: Linear } {
  const shifted = toBits(builder, addScaled(value, constant(1n << BigInt(bits - 1)), 1n), bits, name)
  const negative = subtract(fromWire(ONE), shifted[bits - 1]!)
  return { value, size: addScaled(value, builder.multiply(negative, value, `${name}, sign`), -2n) }
}

function half({ requantize }: PrivateLayer): bigint {
  return requantize ? 1n << BigInt(requantize.shift - 1) : 0n
}

/** What `makeWitness` takes for a registration, and what goes to the verifier. */
export function registerInputs(
  model: LayerModel,
  secret: { salt: bigint; ctx: bigint },
): { inputs: Record<string, bigint>; signals: [modelCommit: bigint, ctx: bigint] } {
  const shape = privateShape(model)
  const modelCommit = commitToModel(model, secret.salt)
  const inputs: Record<string, bigint> = { modelCommit, ...secret }
  for (const [l, { inputs: count }] of shape.layers.entries()) {
    const layer = model.layers[l] as DenseLayer
    for (const [at, weight] of readTensor(layer.weights).entries())
      inputs[`w${l}.${Math.floor(at / count)}.${at % count}`] = BigInt(weight)
    for (const [o, bias] of readTensor(layer.bias).entries()) inputs[`b${l}.${o}`] = BigInt(bias)
  }
  return { inputs, signals: [modelCommit, secret.ctx] }
}

function indices(count: number): number[] {
  return [...new Array(count).keys()]
}
