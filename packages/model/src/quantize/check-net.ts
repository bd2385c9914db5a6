import type { FloatMlp } from '../train/float-mlp.ts'
import { QuantizationError } from './errors.ts'

/** @throws QuantizationError naming the layer with a NaN or infinite number, or sizes that don't fit. */
export function checkNet(net: FloatMlp): void {
  if (net.layers.length === 0) throw new QuantizationError('net', 'there are no layers')
  for (const [l, layer] of net.layers.entries()) {
    const name = `layers[${l}] dense`
    const { inputs, outputs, weights, bias } = layer
    const before = l > 0 ? net.layers[l - 1]!.outputs : inputs
    if (inputs !== before)
      throw new QuantizationError(name, `takes ${inputs} values, the layer before gives ${before}`)
    if (weights.length !== inputs * outputs || bias.length !== outputs)
      throw new QuantizationError(
        name,
        `has ${weights.length} weights and ${bias.length} biases, ${outputs} outputs of ${inputs} inputs need ${inputs * outputs} and ${outputs}`,
      )
    for (const [what, values] of [
      ['weight', weights],
      ['bias', bias],
    ] as const) {
      const bad = values.findIndex((value) => !Number.isFinite(value))
      if (bad >= 0)
        throw new QuantizationError(
          name,
          `${what} ${bad} is ${values[bad]}. Train again with a smaller learning rate.`,
        )
    }
  }
}
