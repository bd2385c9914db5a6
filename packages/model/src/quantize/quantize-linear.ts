import { makeModel } from '../format/make-model.ts'
import type { FloatMlp } from '../train/float-mlp.ts'
import type { Layer, LayerModel } from '../types.ts'
import { QuantizationError } from './errors.ts'
import { quantizeLayers } from './quantize-layers.ts'
import type { QuantizeMlpOptions } from './quantize-mlp.ts'
import { sigmoidTable } from './sigmoid-table.ts'

export interface QuantizeLinearOptions extends QuantizeMlpOptions {
  /** Two labels, one score: give the score as a probability, by an integer table. See `sigmoidTable`. */
  sigmoid?: boolean
}

/**
 * A float net of one layer (linear or logistic regression) as a sealed model file of kind `linear`.
 * One output and two labels make the label rule `sign`.
 *
 * @throws QuantizationError; OverflowError.
 */
export function quantizeLinear(net: FloatMlp, options: QuantizeLinearOptions): LayerModel {
  const { name, labels, provenance, input } = options
  if (net.layers.length !== 1)
    throw new QuantizationError(
      'net',
      `a linear model has one layer, this has ${net.layers.length}. Use quantizeMlp.`,
    )
  const quantized = quantizeLayers(net, options)
  const layers: Layer[] = quantized.layers
  const binary = net.layers[0]!.outputs === 1
  if (options.sigmoid) {
    if (!binary) throw new QuantizationError('layers[1] table', 'a sigmoid needs one score and two labels')
    layers.push(sigmoidTable(quantized.units[0]![0]!))
  }
  return makeModel({
    kind: 'linear',
    name,
    input,
    layers,
    output: binary ? { labels, rule: 'sign' } : { labels },
    provenance,
  })
}
