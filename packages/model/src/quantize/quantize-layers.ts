import { makeTensor } from '../tensor/tensor.ts'
import type { FloatMlp } from '../train/float-mlp.ts'
import type { DenseLayer, ModelInput } from '../types.ts'
import { calibrate } from './calibrate.ts'
import { checkNet } from './check-net.ts'
import { QuantizationError } from './errors.ts'
import { toMultiplier } from './multiplier.ts'

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
  let inputUnits = Float64Array.from({ length: inputs }, (_, i) => {
    const { num, den } = Array.isArray(input.scale) ? input.scale[i]! : input.scale
    return den / num
  })
  let zeroPoint = input.zeroPoint ?? []
  const units: Float64Array[] = []
  const layers = net.layers.map((layer, l): DenseLayer => {
    const name = `layers[${l}] dense`
    const last = l === net.layers.length - 1
    const top = Array.isArray(weightMax) ? weightMax[l]! : weightMax
    const scaled = Float64Array.from(layer.weights, (w, k) => w * inputUnits[k % layer.inputs]!)
    const scales = weightScales(scaled, layer.inputs, top, perChannel && !last)
    const weights = scaled.map((w, k) => Math.round(w / scales[Math.floor(k / layer.inputs)]!))
    const bias = Array.from(layer.bias, (b, o) => {
      let sum = Math.round(b / scales[o]!)
      for (let i = 0; i < layer.inputs; i++) sum -= weights[o * layer.inputs + i]! * (zeroPoint[i] ?? 0)
      if (Math.abs(sum) >= 2 ** 31)
        throw new QuantizationError(name, `bias ${o} is ${b}, too large beside its weights for int32`)
      return sum + 0
    })
    const quantized: DenseLayer = {
      type: 'dense',
      weights: makeTensor(
        'i8',
        [layer.outputs, layer.inputs],
        weights.map((w) => w + 0),
      ),
      bias: makeTensor('i32', [layer.outputs], bias),
      activation: layer.activation,
    }
    zeroPoint = []
    if (last) {
      units.push(scales)
      return quantized
    }
    // A layer that is never active keeps some scale.
    const unit = (tops[l]! || 1) / activationMax
    const factors = Array.from(perChannel ? scales : scales.slice(0, 1), (scale) =>
      toMultiplier(scale / unit, name),
    )
    inputUnits = new Float64Array(layer.outputs).fill(unit)
    units.push(inputUnits)
    return {
      ...quantized,
      requantize: {
        multiplier: makeTensor(
          'i32',
          [factors.length],
          factors.map((f) => f.multiplier),
        ),
        shift: makeTensor(
          'u8',
          [factors.length],
          factors.map((f) => f.shift),
        ),
        zeroPoint: 0,
        min: 0,
        max: activationMax,
      },
    }
  })
  return { layers, units }
}

/** What one integer weight of each channel stands for: its largest weight becomes `top`. */
function weightScales(weights: Float64Array, inputs: number, top: number, perChannel: boolean): Float64Array {
  const outputs = weights.length / inputs
  const largest = Float64Array.from({ length: outputs }, (_, o) =>
    weights.subarray(o * inputs, (o + 1) * inputs).reduce((max, w) => Math.max(max, Math.abs(w)), 0),
  )
  const overall = Math.max(...largest)
  return largest.map((max) => ((perChannel ? max : overall) || 1) / top)
}
