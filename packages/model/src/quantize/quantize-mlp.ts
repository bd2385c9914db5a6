import { makeModel } from '../format/make-model.ts'
import type { FloatMlp } from '../train/float-mlp.ts'
import type { LayerModel, Provenance } from '../types.ts'
import { type QuantizeOptions, quantizeLayers } from './quantize-layers.ts'

export interface QuantizeMlpOptions extends QuantizeOptions {
  name: string
  labels: string[]
  provenance: Provenance
}

/**
 * A float net as a sealed model file of kind `mlp`. One output and two labels make the label rule `sign`.
 *
 * @throws QuantizationError naming the layer; OverflowError when a sum could leave int32.
 */
export function quantizeMlp(net: FloatMlp, options: QuantizeMlpOptions): LayerModel {
  const { name, labels, provenance, input } = options
  const { layers } = quantizeLayers(net, options)
  const output = net.layers.at(-1)!.outputs === 1 ? { labels, rule: 'sign' as const } : { labels }
  return makeModel({ kind: 'mlp', name, input, layers, output, provenance })
}
