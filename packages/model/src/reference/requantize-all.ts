import { readTensor } from '../tensor/tensor.ts'
import type { Activation, Requantize } from '../types.ts'
import { requantize } from './requantize.ts'

/**
 * ReLU and requantization of a layer's accumulators. Channels lie innermost: value i belongs to channel i % channels.
 *
 * @returns the activations; without `how` the accumulators themselves, after ReLU.
 */
export function requantizeAll(
  acc: Int32Array,
  channels: number,
  activation: Activation,
  how: Requantize | undefined,
): Int32Array {
  const out = new Int32Array(acc.length)
  const relu = activation === 'relu'
  const multiplier = how && readTensor(how.multiplier)
  const shift = how && readTensor(how.shift)
  for (let i = 0; i < acc.length; i++) {
    const sum = relu && acc[i]! < 0 ? 0 : acc[i]!
    const channel = i % channels
    out[i] = how
      ? requantize(
          sum,
          multiplier!.length === 1 ? multiplier![0]! : multiplier![channel]!,
          shift!.length === 1 ? shift![0]! : shift![channel]!,
          how.zeroPoint,
          how.min,
          how.max,
        )
      : sum
  }
  return out
}
