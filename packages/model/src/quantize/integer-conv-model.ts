import { makeModel } from '../format/make-model.ts'
import { makeTensor } from '../tensor/tensor.ts'
import type { IntegerMlp } from '../train/integer-mlp.ts'
import type { PatchShape } from '../train/patches.ts'
import type { Conv2dLayer, LayerModel, ModelInput, Provenance } from '../types.ts'
import { integerDense } from './integer-model.ts'

/**
 * A net whose first layer was trained on patches (`patches`) as a sealed model file of kind `cnn`: a convolution over
 * one channel, then dense layers that read its values place after place.
 *
 * @param net layer 1: [channels, kernel x kernel] and its requantization; layer 2 reads places x channels.
 * @throws ModelFormatError; OverflowError.
 */
export function integerConvModel(
  net: IntegerMlp,
  shape: PatchShape,
  parts: { name: string; input: ModelInput; labels: string[]; provenance: Provenance },
): LayerModel {
  const [first, ...rest] = net.layers
  const { side, kernel, stride, padding } = shape
  const dense = integerDense(first!)
  const conv: Conv2dLayer = {
    ...dense,
    type: 'conv2d',
    input: [side, side, 1],
    weights: makeTensor('i8', [first!.outputs, kernel, kernel, 1], first!.weights),
    stride: [stride, stride],
    padding: [padding, padding, padding, padding],
  }
  const { name, input, labels, provenance } = parts
  return makeModel({
    kind: 'cnn',
    name,
    input,
    layers: [conv, ...rest.map(integerDense)],
    output: { labels },
    provenance,
  })
}
