import { type DenseLayer, type LayerModel, type LayerRange, layerRanges, readTensor } from '@inkling/model'
import type { CircuitBuilder } from '../circuit/builder.ts'
import { addScaled, constant, dot, type Linear, scale } from '../circuit/linear.ts'
import { CircuitError } from '../errors.ts'
import { reluShift } from '../gadgets/relu-shift.ts'

/**
 * The scores of a net of dense layers whose weights are public: they become constants of the circuit, so a layer's sums
 * cost nothing and a neuron costs the bits of its accumulator.
 *
 * @throws CircuitError for a layer it has no gadget for, naming the layer.
 */
export function netScores(
  builder: CircuitBuilder,
  model: LayerModel,
  input: readonly Linear[],
  activate: typeof reluShift = reluShift,
): Linear[] {
  const ranges = layerRanges(model)
  let values = [...input]
  for (const [at, layer] of model.layers.entries()) {
    const name = `layers[${at}]`
    if (layer.type !== 'dense')
      throw new CircuitError(`${name} is ${layer.type}; circuits are made for dense layers.`)
    values = builder.within(name, () => dense(builder, layer, ranges[at]!, values, name, activate))
  }
  return values
}

function dense(
  builder: CircuitBuilder,
  layer: DenseLayer,
  range: LayerRange,
  input: readonly Linear[],
  name: string,
  activate: typeof reluShift,
): Linear[] {
  const weights = readTensor(layer.weights)
  const bias = readTensor(layer.bias)
  const [outputs, inputs] = layer.weights.shape as [number, number]
  const rule = layer.requantize
  if (!rule && layer.activation === 'relu')
    throw new CircuitError(
      `${name} has a ReLU without requantization; circuits are made with both or neither.`,
    )
  const multiplier = rule && readTensor(rule.multiplier)
  const shift = rule && readTensor(rule.shift)
  const outputBits = rule ? Math.log2(rule.max + 1) : 0
  if (rule && (layer.activation !== 'relu' || rule.zeroPoint !== 0 || rule.min !== 0 || outputBits % 1 !== 0))
    throw new CircuitError(
      `${name} requantizes to ${rule.min} ... ${rule.max} around ${rule.zeroPoint}, activation ${layer.activation}; ` +
        'circuits are made for ReLU to 0 ... 2^k - 1 around 0.',
    )
  const values: Linear[] = []
  for (let o = 0; o < outputs; o++) {
    const row = weights.subarray(o * inputs, (o + 1) * inputs)
    const acc = addScaled(dot(input, row), constant(bias[o]!), 1n)
    if (!rule) {
      values.push(acc)
      continue
    }
    const channel = (tensor: ArrayLike<number>) => tensor[tensor.length === 1 ? 0 : o]!
    const m = channel(multiplier!)
    // From the real weights and the input's range, so that no accumulator can leave its bits.
    const largest = Math.max(-range.acc!.min[o]!, range.acc!.max[o]! + 1, 1)
    const accumulatorBits = Math.ceil(Math.log2(largest * m))
    values.push(
      builder.within(`neuron ${o}`, () =>
        activate(builder, scale(acc, m), { shift: channel(shift!), outputBits, accumulatorBits }),
      ),
    )
  }
  return values
}
