import type { CircuitBuilder } from '../circuit/builder.ts'
import { addScaled, constant, fromWire, type Linear, ONE, scale, subtract } from '../circuit/linear.ts'
import { isZero } from './compare.ts'
import { toBits } from './to-bits.ts'

export interface ReluShift {
  /** y = (acc + 2^(shift-1)) >> shift, clamped to 0 ... 2^outputBits - 1. */
  shift: number
  outputBits: number
  /** The accumulator is certain to lie in -2^accumulatorBits ... 2^accumulatorBits - 1. */
  accumulatorBits: number
}

/**
 * ReLU, rounding shift and clamp of one neuron, the same bits as the contract's. From the bits of
 * acc + 2^(shift-1) + 2^accumulatorBits: the top bit is the sign, the middle ones the shifted value, and what lies above
 * `outputBits` says that it saturates.
 */
export function reluShift(builder: CircuitBuilder, acc: Linear, options: ReluShift): Linear {
  const { shift, outputBits, accumulatorBits } = options
  const total = accumulatorBits + 2
  const offset = (1n << BigInt(shift - 1)) + (1n << BigInt(total - 1))
  const bits = toBits(builder, addScaled(acc, constant(offset), 1n), total, 'accumulator')
  const notNegative = bits[total - 1]!
  let low: Linear = new Map()
  for (let i = 0; i < outputBits && shift + i < total - 1; i++)
    low = addScaled(low, bits[shift + i]!, 1n << BigInt(i))
  let high: Linear = new Map()
  for (let i = shift + outputBits; i < total - 1; i++) high = addScaled(high, bits[i]!, 1n)
  const top = constant((1n << BigInt(outputBits)) - 1n)
  if (high.size === 0) return builder.multiply(notNegative, low, 'ReLU')
  const fits = isZero(builder, high, 'saturation')
  // fits ? low : top, then 0 for a negative accumulator.
  const clamped = addScaled(builder.multiply(fits, subtract(low, top), 'clamp'), top, 1n)
  return builder.multiply(notNegative, clamped, 'ReLU')
}

/** 1 - bit. */
export function not(bit: Linear): Linear {
  return addScaled(fromWire(ONE), scale(bit, 1n), -1n)
}
