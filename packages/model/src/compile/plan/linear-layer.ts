import type { Activation } from '../../types.ts'
import type { Source } from './source.ts'

/** A dense layer or a convolution as sums: `acc[o] = bias[o] + sum of weight * value`, zeros left out. */
export interface LinearLayer {
  /** `layers[0] dense`. */
  where: string
  inputs: number
  /** Of a convolution: outputs a position. */
  channels?: number
  rows: { index: number[]; weight: number[] }[]
  bias: number[]
  activation: Activation
  requantize?: {
    /** One an output. */
    multiplier: number[]
    shift: number[]
    zeroPoint: number
    min: number
    max: number
  }
}

/** The same over a source's fields: sign and offset of each value are taken up by weights and bias. */
export interface LinearOutput {
  index: number[]
  weight: number[]
  bias: number
  /** Exact range over all fields. */
  min: number
  max: number
  /** Bit i set: value i has a weight. */
  mask: bigint
}

export function overFields(layer: LinearLayer, source: Source): LinearOutput[] {
  return layer.rows.map(({ index, weight }, o) => {
    let bias = layer.bias[o]!
    let min = 0
    let max = 0
    let mask = 0n
    const weights: number[] = []
    for (const [k, i] of index.entries()) {
      const value = source.values[i]!
      const w = weight[k]! * value.sign
      bias += weight[k]! * value.offset
      weights.push(w)
      min += w > 0 ? w * value.lo : w * value.hi
      max += w > 0 ? w * value.hi : w * value.lo
      mask |= 1n << BigInt(i)
    }
    return { index, weight: weights, bias, min: min + bias, max: max + bias, mask }
  })
}
