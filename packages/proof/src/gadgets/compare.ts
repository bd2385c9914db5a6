import type { CircuitBuilder } from '../circuit/builder.ts'
import { addScaled, constant, fromWire, type Linear, ONE, subtract } from '../circuit/linear.ts'
import { Fr } from '../field.ts'
import { toBits } from './to-bits.ts'

/** 1 when `value` is 0, else 0. Two constraints. */
export function isZero(builder: CircuitBuilder, value: Linear, name = 'is zero'): Linear {
  const inverse = builder.hint((read) => {
    const x = read(value)
    return x === 0n ? 0n : Fr.inv(x)
  })
  const product = builder.hint((read) => (read(value) === 0n ? 1n : 0n))
  builder.constrain(value, inverse, subtract(fromWire(ONE), product), `${name}: 1 - value * inverse`)
  builder.constrain(value, product, constant(0), `${name}: 0 unless the value is 0`)
  return product
}

/**
 * 1 when a < b, else 0, for numbers whose difference is certain to lie in -2^count ... 2^count - 1. count + 1
 * constraints: the top bit of a - b + 2^count.
 */
export function lessThan(
  builder: CircuitBuilder,
  a: Linear,
  b: Linear,
  count: number,
  name = 'less than',
): Linear {
  const shifted = addScaled(subtract(a, b), constant(1n << BigInt(count)), 1n)
  const bits = toBits(builder, shifted, count + 1, name)
  return subtract(fromWire(ONE), bits[count]!)
}

/** `bit ? a : b`. One constraint. */
export function choose(builder: CircuitBuilder, bit: Linear, a: Linear, b: Linear, name = 'choose'): Linear {
  return addScaled(builder.multiply(bit, subtract(a, b), name), b, 1n)
}
