import { type FloatMlp, runFloat } from './float-mlp.ts'
import type { FloatRows } from './rows.ts'

/** How wide a layer's integers may be: weights +-weightMax; hidden activations 0 ... max. */
export interface QuantizedLayer {
  outputs: number
  /** 127 for int8, 7 for int4, 1 for ternary. */
  weightMax: number
  /** Hidden layers only: largest activation, 15 for four bits. */
  max?: number
  /** Hidden layers only; chosen from the data when left out. */
  shift?: number
}

/** Float weights in integer units, not rounded yet: where quantization-aware training starts. */
export interface ScaledLayer {
  weights: Float64Array
  bias: Float64Array
  shift?: number
  /** One integer of the output stands for this much of the float net's output, a channel at a time. */
  unit: Float64Array
}

/** Rows looked at for activation ranges. */
const CALIBRATION_ROWS = 512

/**
 * Brings a float net into integer units when each layer requantizes by one shift. A neuron of a ReLU net may be
 * scaled at will if the next layer's weights are divided by the same factor, so each neuron gets the scale
 * at which its 99.9th percentile meets `max`, unless its largest weight would pass `weightMax` first.
 */
export function shiftScales(
  net: FloatMlp,
  data: FloatRows,
  inputMax: number,
  specs: QuantizedLayer[],
): ScaledLayer[] {
  const inputs = net.layers[0]!.inputs
  const rows = Math.min(data.rows, CALIBRATION_ROWS)
  const seen = Array.from({ length: rows }, (_, k) => {
    const row = Math.floor((k * data.rows) / rows)
    return runFloat(net, data.x.subarray(row * inputs, (row + 1) * inputs))
  })
  let inputUnit = new Float64Array(inputs).fill(1 / inputMax)
  return net.layers.map((layer, l) => {
    const spec = specs[l]!
    const unitWeights = Float64Array.from(layer.weights, (w, k) => w * inputUnit[k % layer.inputs]!)
    const largest = new Float64Array(layer.outputs)
    for (const [k, w] of unitWeights.entries()) {
      const o = Math.floor(k / layer.inputs)
      largest[o] = Math.max(largest[o]!, Math.abs(w))
    }
    const byWeights = largest.map((w) => spec.weightMax / Math.max(w, 1e-9))
    let factors: Float64Array
    let shift: number | undefined
    if (spec.max === undefined) {
      factors = new Float64Array(layer.outputs).fill(Math.min(...byWeights))
    } else {
      const tops = largest.map((_, o) => percentile(seen.map((row) => row[l]!.after[o]!)))
      const max = spec.max
      const gains = byWeights.map((factor, o) => (factor * tops[o]!) / max)
      shift =
        spec.shift ??
        Math.min(30, Math.max(1, Math.round(Math.log2(gains.toSorted()[gains.length >> 1]! || 2))))
      factors = byWeights.map((factor, o) =>
        Math.min(factor * 1.25, (max * 2 ** shift!) / Math.max(tops[o]!, 1e-6)),
      )
    }
    const unit = factors.map((factor) => 2 ** (shift ?? 0) / factor)
    inputUnit = unit
    return {
      weights: unitWeights.map((w, k) => w * factors[Math.floor(k / layer.inputs)]!),
      bias: Float64Array.from(layer.bias, (b, o) => b * factors[o]!),
      shift,
      unit,
    }
  })
}

function percentile(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor((values.length - 1) * 0.999)]!
}
