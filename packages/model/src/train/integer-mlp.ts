/** One dense layer of integers. `weights` is [outputs, inputs], row by row. */
export interface IntegerLayer {
  inputs: number
  outputs: number
  weights: Int32Array
  bias: Int32Array
  /** Hidden layers: the accumulator becomes clamp((acc + 2^(shift - 1)) >> shift, 0, max). The last has neither. */
  shift?: number
  max?: number
}

/** A net whose layers requantize by a shift alone (multiplier 1). Inputs are 0 ... inputMax. */
export interface IntegerMlp {
  inputMax: number
  layers: IntegerLayer[]
}

/**
 * Logits of rows of integers, rows times outputs: what the model file will give, for measuring while training.
 * Sums are exact in doubles; the test holds it to the reference inference.
 */
export function runInteger(net: IntegerMlp, x: ArrayLike<number>): Int32Array {
  const inputs = net.layers[0]!.inputs
  const rows = x.length / inputs
  const outputs = net.layers.at(-1)!.outputs
  const scores = new Int32Array(rows * outputs)
  const row = new Float64Array(inputs)
  for (let r = 0; r < rows; r++) {
    for (let i = 0; i < inputs; i++) row[i] = x[r * inputs + i]!
    let values = row
    for (const layer of net.layers) values = runLayer(layer, values)
    scores.set(values, r * outputs)
  }
  return scores
}

function runLayer(layer: IntegerLayer, x: Float64Array): Float64Array<ArrayBuffer> {
  const { inputs, outputs, weights, bias, shift, max } = layer
  const out = new Float64Array(outputs)
  for (let o = 0; o < outputs; o++) {
    let sum = bias[o]!
    for (let i = 0, at = o * inputs; i < inputs; i++, at++) sum += weights[at]! * x[i]!
    out[o] =
      shift === undefined
        ? sum
        : Math.min(max!, Math.max(0, Math.floor((sum + 2 ** (shift - 1)) / 2 ** shift)))
  }
  return out
}

/** Share of rows whose highest logit (the first of equals) is their label. */
export function integerAccuracy(net: IntegerMlp, x: ArrayLike<number>, labels: ArrayLike<number>): number {
  const outputs = net.layers.at(-1)!.outputs
  const scores = runInteger(net, x)
  let right = 0
  for (let r = 0; r < labels.length; r++) {
    let best = 0
    for (let o = 1; o < outputs; o++) if (scores[r * outputs + o]! > scores[r * outputs + best]!) best = o
    if (best === labels[r]) right++
  }
  return right / labels.length
}
