import type { FloatMlp } from '../train/float-mlp.ts'
import type { SklearnLayer } from './read-sklearn.ts'

/** A linear classifier or ReLU MLP as it was exported, before anything is quantized: ReLU between layers, none at the end. */
export function netOfSklearn(layers: readonly SklearnLayer[]): FloatMlp {
  return {
    layers: layers.map(({ weights, bias }, i) => ({
      inputs: weights[0]!.length,
      outputs: bias.length,
      weights: Float32Array.from(weights.flat()),
      bias: Float32Array.from(bias),
      activation: i === layers.length - 1 ? 'none' : 'relu',
    })),
  }
}
