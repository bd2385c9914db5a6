import type { CircuitBuilder } from '../circuit/builder.ts'
import { addScaled, constant, dot, fromWire, type Linear, ONE, subtract } from '../circuit/linear.ts'
import { CircuitError } from '../errors.ts'

/** More bits than this would have two readings modulo r, which has 254 bits. */
export const MAX_BITS = 253

/**
 * The bits of `value`, lowest first: holds only for 0 <= value < 2^count. One constraint a bit: the lowest bit is what the
 * others leave of the value, and has to be 0 or 1 as well.
 *
 * @throws CircuitError for a count outside 1 ... 253.
 */
export function toBits(builder: CircuitBuilder, value: Linear, count: number, name = 'bits'): Linear[] {
  if (!Number.isInteger(count) || count < 1 || count > MAX_BITS)
    throw new CircuitError(`${name}: ${count} bits; a decomposition takes 1 to ${MAX_BITS}.`)
  const isBit = (bit: Linear, label: string) =>
    builder.constrain(bit, subtract(fromWire(ONE), bit), constant(0), label)
  const higher: Linear[] = []
  for (let i = 1; i < count; i++) {
    const bit = builder.hint((read) => (read(value) >> BigInt(i)) & 1n)
    isBit(bit, `${name}, bit ${i} is 0 or 1`)
    higher.push(bit)
  }
  const weights = higher.map((_, i) => -(1n << BigInt(i + 1)))
  const lowest = dot([value, ...higher], [1n, ...weights])
  isBit(lowest, `${name} fits in ${count} bits`)
  return [lowest, ...higher]
}

/** Demands 0 <= value < 2^count. */
export function assertBits(builder: CircuitBuilder, value: Linear, count: number, name: string): void {
  toBits(builder, value, count, name)
}

/** Demands 0 <= value <= max, `max` a constant. */
export function assertAtMost(builder: CircuitBuilder, value: Linear, max: number, name: string): void {
  const count = Math.max(1, Math.ceil(Math.log2(max + 1)))
  const bits = toBits(builder, value, count, name)
  if (max + 1 === 2 ** count) return
  const rule = `${name} is at most ${max}`
  if (max === 2 ** (count - 1)) {
    // The top bit alone is max: beside it no other bit may stand.
    let others: Linear = new Map()
    for (const bit of bits.slice(0, -1)) others = addScaled(others, bit, 1n)
    builder.constrain(bits[count - 1]!, others, constant(0), rule)
  } else assertBits(builder, subtract(constant(max), value), count, rule)
}
