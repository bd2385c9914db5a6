import { makeTensor } from '../tensor/tensor.ts'
import type { Requantize, Tensor } from '../types.ts'
import { QuantizationError } from './errors.ts'
import { toMultiplier } from './multiplier.ts'

/** A dense layer, or a convolution: each output channel is a bias and `taps` weights, row by row. */
export interface LinearPart {
  /** For errors: `layers[0] dense`. */
  name: string
  taps: number
  weights: Float32Array
  bias: Float32Array
}

export interface LinearSettings {
  /** What one integer at each tap stands for. */
  units: ArrayLike<number>
  /** Integer that stands for 0 at each tap; 0 when left out. */
  zeroPoint?: ArrayLike<number>
  /** Weights are -weightMax ... weightMax. */
  weightMax: number
  perChannel: boolean
  /** Hidden layers: largest activation seen, and the integer it becomes. The last layer has none. */
  activation?: { top: number; max: number }
}

/** Tensors of one layer; `units` is what one integer of each channel's output stands for. */
export interface QuantizedPart {
  weights: number[]
  bias: Tensor
  requantize?: Requantize
  units: Float64Array
}

/** Symmetric weights, the input's zero points in the bias, one multiplier a channel or one a layer. */
export function quantizeLinearPart(part: LinearPart, settings: LinearSettings): QuantizedPart {
  const { name, taps } = part
  const { units, zeroPoint = [], weightMax, perChannel, activation } = settings
  const outputs = part.bias.length
  const scaled = Float64Array.from(part.weights, (w, k) => w * units[k % taps]!)
  const scales = weightScales(scaled, taps, weightMax, perChannel && activation !== undefined)
  const weights = Array.from(scaled, (w, k) => Math.round(w / scales[Math.floor(k / taps)]!) + 0)
  const bias = Array.from(part.bias, (b, o) => {
    let sum = Math.round(b / scales[o]!)
    for (let i = 0; i < taps; i++) sum -= weights[o * taps + i]! * (zeroPoint[i] ?? 0)
    if (Math.abs(sum) >= 2 ** 31)
      throw new QuantizationError(name, `bias ${o} is ${b}, too large beside its weights for int32`)
    return sum + 0
  })
  const quantized = { weights, bias: makeTensor('i32', [outputs], bias) }
  if (!activation) return { ...quantized, units: scales }
  // A layer that is never active keeps some scale.
  const unit = (activation.top || 1) / activation.max
  const factors = Array.from(perChannel ? scales : scales.slice(0, 1), (scale) =>
    toMultiplier(scale / unit, name),
  )
  const one = (values: number[], dtype: 'i32' | 'u8') => makeTensor(dtype, [values.length], values)
  const requantize = {
    multiplier: one(
      factors.map((f) => f.multiplier),
      'i32',
    ),
    shift: one(
      factors.map((f) => f.shift),
      'u8',
    ),
    zeroPoint: 0,
    min: 0,
    max: activation.max,
  }
  return { ...quantized, requantize, units: new Float64Array(outputs).fill(unit) }
}

/** What one integer weight of each channel stands for: its largest weight becomes `top`. */
function weightScales(weights: Float64Array, taps: number, top: number, perChannel: boolean): Float64Array {
  const outputs = weights.length / taps
  const largest = Float64Array.from({ length: outputs }, (_, o) =>
    weights.subarray(o * taps, (o + 1) * taps).reduce((max, w) => Math.max(max, Math.abs(w)), 0),
  )
  const overall = Math.max(...largest)
  return largest.map((max) => ((perChannel ? max : overall) || 1) / top)
}
