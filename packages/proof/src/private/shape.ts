import { type DenseLayer, type LayerModel, type Model, type ModelInput, readTensor } from '@inkling/model'
import { CircuitError } from '../errors.ts'

/** Bits that one field element holds of packed numbers: a sum of them can't reach r / 2. */
const ELEMENT_BITS = 252

export interface PrivateLayer {
  inputs: number
  outputs: number
  /** Largest magnitude of each input. */
  largestInput: number[]
  /** Bits of one accumulator in a packed word: |accumulator| < 2^(slotBits - 2). */
  slotBits: number
  /** Neurons of one word. */
  perWord: number
  /** Left out in the last layer, whose accumulators are the scores. */
  requantize?: { shift: number; outputBits: number }
}

/**
 * What everybody may know of a secret net: sizes, shifts, and how wide its accumulators get. Circuits are made from
 * this, so nets of one shape share their keys.
 */
export interface PrivateShape {
  input: ModelInput
  layers: PrivateLayer[]
  labels: number
}

/**
 * The shape of a net of dense int8 layers with shifts (multiplier 1) and ReLU to 0 ... 2^k - 1.
 *
 * @throws CircuitError for a layer that secret weights have no circuit for, naming it.
 */
export function privateShape(model: Model): PrivateShape {
  if (!('layers' in model) || model.output.rule === 'sign')
    throw new CircuitError(`${model.name}: private weights are for nets whose highest score wins.`)
  let largestInput = model.input.features.map((_, i) =>
    Math.max(Math.abs(model.input.min[i]!), Math.abs(model.input.max[i]!)),
  )
  const layers: PrivateLayer[] = []
  for (const [at, layer] of model.layers.entries()) {
    const last = at === model.layers.length - 1
    const made = oneLayer(
      model,
      layer.type === 'dense' ? layer : undefined,
      `layers[${at}]`,
      last,
      largestInput,
    )
    layers.push(made)
    largestInput = new Array(made.outputs).fill(2 ** (made.requantize?.outputBits ?? 0) - 1)
  }
  return { input: model.input, layers, labels: model.output.labels.length }
}

function oneLayer(
  model: LayerModel,
  layer: DenseLayer | undefined,
  name: string,
  last: boolean,
  largestInput: number[],
): PrivateLayer {
  if (layer?.weights.dtype !== 'i8')
    throw new CircuitError(`${model.name}, ${name}: private weights are for dense layers of int8.`)
  const [outputs, inputs] = layer.weights.shape as [number, number]
  const rule = layer.requantize
  if (last ? rule || layer.activation !== 'none' : !rule || layer.activation !== 'relu')
    throw new CircuitError(`${model.name}, ${name}: every layer but the last has a ReLU and requantizes.`)
  const shift = rule && readTensor(rule.shift)[0]!
  const outputBits = rule ? Math.log2(rule.max + 1) : 0
  if (
    rule &&
    (rule.shift.shape[0] !== 1 ||
      [...readTensor(rule.multiplier)].some((m) => m !== 1) ||
      rule.zeroPoint !== 0 ||
      rule.min !== 0 ||
      outputBits % 1 !== 0)
  )
    throw new CircuitError(
      `${model.name}, ${name}: private weights take one shift a layer (multiplier 1) to 0 ... 2^k - 1.`,
    )
  const half = rule ? 2 ** (shift! - 1) : 0
  const slotBits = Math.ceil(Math.log2(largestSum(layer, largestInput) + half + 1)) + 2
  const perWord = Math.floor(ELEMENT_BITS / slotBits)
  const requantize = rule && { shift: shift!, outputBits }
  return { inputs, outputs, largestInput, slotBits, perWord, ...(requantize && { requantize }) }
}

/** Of |bias| + sum of |weight| * largest input, over the neurons: what `register` proves to be in its slot. */
function largestSum(layer: DenseLayer, largestInput: readonly number[]): number {
  const weights = readTensor(layer.weights)
  const bias = readTensor(layer.bias)
  let largest = 0
  for (const [o, b] of bias.entries()) {
    let sum = Math.abs(b)
    for (const [i, x] of largestInput.entries()) sum += Math.abs(weights[o * largestInput.length + i]!) * x
    largest = Math.max(largest, sum)
  }
  return largest
}
