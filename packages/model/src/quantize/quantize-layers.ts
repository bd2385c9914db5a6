import { makeTensor } from '../tensor/tensor.ts'
import type { FloatMlp } from '../train/float-mlp.ts'
import type { DenseLayer, ModelInput } from '../types.ts'
import { calibrate } from './calibrate.ts'
import { checkNet } from './check-net.ts'
import { QuantizationError } from './errors.ts'
import { quantizeLinearPart } from './linear-part.ts'

export interface QuantizeOptions {
  /** How data become the model's integers. The float net takes the data themselves, not normalized ones. */
  input: ModelInput
  /** Data rows to look at for activation ranges. Not needed without hidden layers. */
  calibration?: ArrayLike<number>[]
  /** Share of the calibration's activations that are not clamped. */
  share?: number
  /** Weights are -weightMax ... weightMax: 127 for int8, 7 for int4. One for all layers or one each. */
  weightMax?: number | number[]
  /** Hidden activations are 0 ... activationMax. */
  activationMax?: number
  /** One weight scale an output channel (the default), or one a layer. The last layer always has one. */
  perChannel?: boolean
}

/** Layers of integers, and what one integer of each channel's output stands for in the float net. */
export interface QuantizedLayers {
  layers: DenseLayer[]
  units: Float64Array[]
}

/**
 * Post-training quantization of a net of dense layers. Weights are symmetric, hidden activations start at 0 (they come
 * from ReLU), the input's zero points go into the first bias, and the last layer keeps its int32 sums: one scale for
 * all its channels, so that logits compare.
 *
 * @throws QuantizationError naming the layer: NaN or infinite weights, sizes that don't fit, a factor out of range.
 */
export function quantizeLayers(net: FloatMlp, options: QuantizeOptions): QuantizedLayers {
  checkNet(net)
  const { input, weightMax = 127, activationMax = 255, perChannel = true } = options
  const inputs = net.layers[0]!.inputs
  if (input.length !== inputs)
    throw new QuantizationError(
      'layers[0] dense',
      `takes ${inputs} values, the model's input has ${input.length}`,
    )
  const tops = net.layers.length > 1 ? calibrate(net, options.calibration ?? [], options.share) : [0]
  let incoming = inputUnits(input)
  let zeroPoint = input.zeroPoint
  const units: Float64Array[] = []
  const layers = net.layers.map((layer, l): DenseLayer => {
    const last = l === net.layers.length - 1
    const part = { name: `layers[${l}] dense`, taps: layer.inputs, weights: layer.weights, bias: layer.bias }
    const quantized = quantizeLinearPart(part, {
      units: incoming,
      zeroPoint,
      weightMax: Array.isArray(weightMax) ? weightMax[l]! : weightMax,
      perChannel,
      activation: last ? undefined : { top: tops[l]!, max: activationMax },
    })
    incoming = quantized.units
    zeroPoint = undefined
    units.push(quantized.units)
    const weights = makeTensor('i8', [layer.outputs, layer.inputs], quantized.weights)
    const dense: DenseLayer = { type: 'dense', weights, bias: quantized.bias, activation: layer.activation }
    return quantized.requantize ? { ...dense, requantize: quantized.requantize } : dense
  })
  return { layers, units }
}

/** What one integer of each feature stands for in the data. */
export function inputUnits({ length, scale }: ModelInput): Float64Array {
  return Float64Array.from({ length }, (_, i) => {
    const { num, den } = Array.isArray(scale) ? scale[i]! : scale
    return den / num
  })
}
