/** One dense layer of floats. `weights` is [outputs, inputs], row by row. */
export interface FloatLayer {
  inputs: number
  outputs: number
  weights: Float32Array
  bias: Float32Array
  activation: 'relu' | 'none'
}

/** A net of dense layers, ReLU between them and none after the last. */
export interface FloatMlp {
  layers: FloatLayer[]
}

/** Outputs of each layer for one row, before and after its activation, in float64. */
export function runFloat(
  net: FloatMlp,
  row: ArrayLike<number>,
): { before: Float64Array; after: Float64Array }[] {
  let x: ArrayLike<number> = row
  return net.layers.map((layer) => {
    const before = new Float64Array(layer.outputs)
    for (let o = 0; o < layer.outputs; o++) {
      let sum = layer.bias[o]!
      const at = o * layer.inputs
      for (let i = 0; i < layer.inputs; i++) sum += layer.weights[at + i]! * x[i]!
      before[o] = sum
    }
    const after = layer.activation === 'relu' ? before.map((value) => (value > 0 ? value : 0)) : before
    x = after
    return { before, after }
  })
}
