import { type DenseLayer, type LayerModel, readTensor } from '@inkling/model'
import { toField } from '../field.ts'
import { poseidonChainHash } from '../gadgets/poseidon.ts'
import { type PrivateLayer, type PrivateShape, privateShape } from './shape.ts'

/** Groups of neurons that share words: [first, one past the last]. */
export function neuronGroups({ outputs, perWord }: PrivateLayer): [number, number][] {
  const groups: [number, number][] = []
  for (let from = 0; from < outputs; from += perWord) groups.push([from, Math.min(outputs, from + perWord)])
  return groups
}

/** One packed word: the weights of one input (or the biases, `input` undefined) to one group of neurons. */
export interface WordName {
  layer: number
  group: number
  input: number | undefined
  name: string
}

/** The order of the commitment: layer by layer, group by group, the weights of each input, then the biases. */
export function wordNames(shape: PrivateShape): WordName[] {
  return shape.layers.flatMap((layer, l) =>
    neuronGroups(layer).flatMap((_, g) => [
      ...Array.from({ length: layer.inputs }, (_, i) => wordName(l, g, i)),
      wordName(l, g, undefined),
    ]),
  )
}

export function wordName(layer: number, group: number, input: number | undefined): WordName {
  return { layer, group, input, name: `word${layer}.${group}.${input ?? 'bias'}` }
}

/**
 * The net's numbers in words: sum of w[o][i] * 2^(slotBits * k) over the k-th neuron o of a group. A word times an input
 * adds up a whole group of neurons in one constraint, and no sum leaves its slot.
 */
export function packWords(model: LayerModel): Map<string, bigint> {
  const shape = privateShape(model)
  const words = new Map<string, bigint>()
  for (const { layer, group, input, name } of wordNames(shape)) {
    const { weights, bias } = model.layers[layer] as DenseLayer
    const { inputs, slotBits } = shape.layers[layer]!
    const [from, to] = neuronGroups(shape.layers[layer]!)[group]!
    const values = readTensor(input === undefined ? bias : weights)
    let word = 0n
    for (let o = to - 1; o >= from; o--)
      word = (word << BigInt(slotBits)) + BigInt(values[input === undefined ? o : o * inputs + input]!)
    words.set(name, toField(word))
  }
  return words
}

/**
 * The commitment to a secret net: a Poseidon chain over its words and a salt. With the salt (248 random bits) nobody
 * can tell whether two commitments hide the same net, or try likely weights.
 */
export function commitToModel(model: LayerModel, salt: bigint): bigint {
  return poseidonChainHash([...packWords(model).values(), salt])
}
