import { R, toField } from '../field.ts'

/** Index of a value of the witness. Wire 0 is the constant 1. */
export type Wire = number

/** A weighted sum of wires, without zero weights: addition and scaling cost no constraint. */
export type Linear = ReadonlyMap<Wire, bigint>

export const ONE: Wire = 0

export function constant(value: bigint | number): Linear {
  const c = toField(value)
  return c === 0n ? new Map() : new Map([[ONE, c]])
}

export function fromWire(wire: Wire): Linear {
  return new Map([[wire, 1n]])
}

/** a + factor * b. */
export function addScaled(a: Linear, b: Linear, factor: bigint | number): Linear {
  const k = toField(factor)
  const sum = new Map(a)
  if (k === 0n) return sum
  for (const [wire, weight] of b) {
    const next = ((sum.get(wire) ?? 0n) + weight * k) % R
    if (next === 0n) sum.delete(wire)
    else sum.set(wire, next)
  }
  return sum
}

export function add(...terms: Linear[]): Linear {
  let sum: Linear = new Map()
  for (const term of terms) sum = addScaled(sum, term, 1n)
  return sum
}

export function subtract(a: Linear, b: Linear): Linear {
  return addScaled(a, b, -1n)
}

export function scale(a: Linear, factor: bigint | number): Linear {
  return addScaled(new Map(), a, factor)
}

/** Sum of weights[i] * terms[i]. */
export function dot(terms: readonly Linear[], weights: ArrayLike<number | bigint>): Linear {
  const sum = new Map<Wire, bigint>()
  for (const [i, term] of terms.entries()) {
    const k = toField(weights[i]!)
    if (k === 0n) continue
    for (const [wire, weight] of term) sum.set(wire, (sum.get(wire) ?? 0n) + weight * k)
  }
  for (const [wire, weight] of sum) {
    const rest = weight % R
    if (rest === 0n) sum.delete(wire)
    else sum.set(wire, rest)
  }
  return sum
}

export function evaluate(a: Linear, witness: readonly bigint[]): bigint {
  let sum = 0n
  for (const [wire, weight] of a) sum += weight * witness[wire]!
  return sum % R
}

/** The value of a sum that has no wire but the constant, else undefined. */
export function constantOf(a: Linear): bigint | undefined {
  if (a.size === 0) return 0n
  return a.size === 1 ? a.get(ONE) : undefined
}
