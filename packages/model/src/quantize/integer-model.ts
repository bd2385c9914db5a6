import { makeModel } from '../format/make-model.ts'
import { makeTensor } from '../tensor/tensor.ts'
import type { IntegerLayer, IntegerMlp } from '../train/integer-mlp.ts'
import type { DenseLayer, LayerModel, ModelInput, Provenance } from '../types.ts'

/**
 * A net from quantization-aware training as a sealed model file of kind `mlp`: the same integers, no rounding left.
 * Requantization is a pure shift, multiplier 1.
 *
 * @throws ModelFormatError; OverflowError.
 */
export function integerModel(
  net: IntegerMlp,
  parts: { name: string; input: ModelInput; labels: string[]; provenance: Provenance },
): LayerModel {
  const layers = net.layers.map(integerDense)
  const { name, input, labels, provenance } = parts
  return makeModel({ kind: 'mlp', name, input, layers, output: { labels }, provenance })
}

/** One layer of integers as the file has it. */
export function integerDense({ inputs, outputs, weights, bias, shift, max }: IntegerLayer): DenseLayer {
  const layer: DenseLayer = {
    type: 'dense',
    weights: makeTensor('i8', [outputs, inputs], weights),
    bias: makeTensor('i32', [outputs], bias),
    activation: shift === undefined ? 'none' : 'relu',
  }
  if (shift === undefined) return layer
  const requantize = {
    multiplier: makeTensor('i32', [1], [1]),
    shift: makeTensor('u8', [1], [shift]),
    zeroPoint: 0,
    min: 0,
    max: max!,
  }
  return { ...layer, requantize }
}
