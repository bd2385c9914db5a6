import type { IntegerMlp } from '../integer-mlp.ts'
import type { SparseSettings } from './settings.ts'

/**
 * Rounds trained values to the net's integers. Each hidden neuron is scaled down until the worst case of its
 * accumulator, over every input in 0 ... inputMax, fits its lane.
 *
 * @param values weights [inputs, hidden] and bias of layer 1, weights [features, outputs] and bias of layer 2, in the
 * units of `SparseParameters`.
 * @param masks 1 where a weight is kept; the shapes of the two weights.
 */
export function quantizeNet(
  inputs: number,
  outputs: number,
  settings: SparseSettings,
  values: Float32Array[],
  masks: Float32Array[],
): IntegerMlp {
  const { hidden, positions = 1, shift, inputMax, hiddenMax } = settings
  const features = hidden * positions
  const [max1, max2] = settings.weightMax
  const [w1, b1, w2, b2] = values as [Float32Array, Float32Array, Float32Array, Float32Array]
  const [mask1, mask2] = masks as [Float32Array, Float32Array]
  const room = 2 ** (settings.laneBits - 1)
  const bias1 = Int32Array.from(b1, (v) => Math.round(v * 2 ** shift))
  const weights1 = new Int32Array(hidden * inputs)
  for (let o = 0; o < hidden; o++) {
    for (let fit = 1; ; fit *= 0.995) {
      let min = bias1[o]!
      let max = bias1[o]! + 2 ** (shift - 1)
      for (let i = 0; i < inputs; i++) {
        const weight = clampRound(w1[i * hidden + o]! * mask1[i * hidden + o]! * fit, max1)
        weights1[o * inputs + i] = weight
        if (weight > 0) max += weight * inputMax
        else min += weight * inputMax
      }
      if (min >= -room && max < room) break
    }
  }
  const weights2 = new Int32Array(outputs * features)
  for (let i = 0; i < features; i++)
    for (let o = 0; o < outputs; o++) {
      const value = w2[i * outputs + o]! * mask2[i * outputs + o]!
      weights2[o * features + i] = clampRound((value * max2) / max1, max2)
    }
  const bias2 = Int32Array.from(b2, (v) => Math.round(v * max2))
  return {
    inputMax,
    layers: [
      { inputs, outputs: hidden, weights: weights1, bias: bias1, shift, max: hiddenMax },
      { inputs: features, outputs, weights: weights2, bias: bias2 },
    ],
  }
}

function clampRound(value: number, max: number): number {
  return Math.max(-max, Math.min(max, Math.round(value)))
}
