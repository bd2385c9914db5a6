import { type Model, makeTreeModel, quantizeTree } from '@inkling/model'
import { type QuantizeMlpOptions, quantizeLinear, quantizeMlp } from '@inkling/model/quantize'
import type { FloatMlp } from '@inkling/model/train'
import { makeBoostedModel, makeForestModel } from '@inkling/model/trees'
import { UsageError } from '../errors.ts'
import type { FloatModel, FloatNet } from './types.ts'

const WEIGHT_MAX: Record<string, number> = { '8': 127, '4': 7, '2': 1 }

/**
 * A float model as a sealed model file.
 *
 * @param bits of weights, for nets: 8 (the default), 4 or 2 (-1, 0, 1)
 * @throws QuantizationError, OverflowError, ModelFormatError naming the layer
 */
export function quantizeFloat(float: FloatModel, bits: string | undefined): Model {
  const { name, input, labels } = float
  const trees = 'trees' in float
  if (trees && bits !== undefined)
    throw new UsageError(`--bits is about weights; a ${float.kind} has none`, { remedy: 'leave --bits away' })
  const { provenance } = float
  if ('layers' in float) {
    const make = float.kind === 'linear' ? quantizeLinear : quantizeMlp
    return make(floatMlp(float), netOptions(float, bits))
  }
  if (float.kind === 'tree') {
    // Trained on the integers of the model: a threshold is rounded down and nothing else.
    const tree = quantizeTree(float.trees[0]!, { num: 1, den: 1 })
    return makeTreeModel({ name, input: input as never, tree, labels, provenance })
  }
  if (float.kind === 'gbdt') {
    const boosted = { trees: float.trees, base: float.base ?? 0 }
    return makeBoostedModel({ name, input, labels, provenance, boosted })
  }
  return makeForestModel({ name, input, labels, provenance, trees: float.trees, leaves: 'shares' })
}

/** Options of the quantizer, the same ones when `eval` asks for the units of each layer. */
export function netOptions(float: FloatNet, bits: string | undefined): QuantizeMlpOptions {
  return {
    name: float.name,
    labels: float.labels,
    provenance: { ...float.provenance, weightBits: Number(bits ?? 8) },
    input: float.input,
    calibration: float.calibration,
    weightMax: WEIGHT_MAX[bits ?? '8']!,
  }
}

export function floatMlp({ layers }: FloatNet): FloatMlp {
  return {
    layers: layers.map(({ inputs, outputs, weights, bias }, i) => ({
      inputs,
      outputs,
      weights: Float32Array.from(weights),
      bias: Float32Array.from(bias),
      activation: i + 1 < layers.length ? ('relu' as const) : ('none' as const),
    })),
  }
}
