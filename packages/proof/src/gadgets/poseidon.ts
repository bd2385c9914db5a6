import type { CircuitBuilder } from '../circuit/builder.ts'
import { add, addScaled, constant, dot, type Linear } from '../circuit/linear.ts'
import { R, toField } from '../field.ts'
import { FULL_ROUNDS, MOST_INPUTS, poseidonConstants } from './poseidon-constants.ts'
import { type PoseidonSum, poseidonPlan } from './poseidon-plan.ts'

/** Poseidon of 1 to 16 field elements, the first lane of the state: the same values as circomlib's `Poseidon`. */
export function poseidonHash(inputs: readonly bigint[]): bigint {
  const { round, mds, partialRounds } = poseidonConstants(inputs.length)
  let state = [0n, ...inputs.map(toField)]
  for (let r = 0; r < FULL_ROUNDS + partialRounds; r++) {
    const full = r < FULL_ROUNDS / 2 || r >= FULL_ROUNDS / 2 + partialRounds
    const keyed = state.map((x, i) => (x + round[r]![i]!) % R)
    const powered = keyed.map((x, i) => (full || i === 0 ? fifth(x) : x))
    state = mds.map((row) => row.reduce((sum, m, i) => sum + m * powered[i]!, 0n) % R)
  }
  return state[0]!
}

/** The same as a gadget: three constraints an S-box, the linear layers are free. */
export function poseidon(builder: CircuitBuilder, inputs: readonly Linear[]): Linear {
  const { round, mds, partialRounds } = poseidonConstants(inputs.length)
  const plan = poseidonPlan(inputs.length)
  const half = FULL_ROUNDS / 2
  const full = (state: readonly Linear[], r: number) =>
    state.map((x, i) => power(builder, add(x, constant(round[r]![i]!)), r))
  const mixed = (outputs: readonly Linear[]) => mds.map((row) => dot(outputs, row))

  let outputs = full([constant(0), ...inputs], 0)
  for (let r = 1; r < half; r++) outputs = full(mixed(outputs), r)
  const lanes = outputs
  const earlier: Linear[] = []
  const sum = ({ lanes: a, earlier: b, one }: PoseidonSum) =>
    addScaled(dot([...lanes, ...earlier], [...a, ...b]), constant(one), 1n)
  for (const [i, step] of plan.partial.entries()) earlier.push(power(builder, sum(step), half + i))
  outputs = full(plan.after.map(sum), half + partialRounds)
  for (let r = half + partialRounds + 1; r < FULL_ROUNDS + partialRounds; r++)
    outputs = full(mixed(outputs), r)
  return dot(outputs, mds[0]!)
}

/**
 * A hash of any number of elements: h = Poseidon(h, next 15 elements), from h = their number, the last group filled up
 * with zeros. The number in front keeps lists apart that differ in zeros at their end.
 */
export function poseidonChainHash(elements: readonly bigint[]): bigint {
  let hash = BigInt(elements.length)
  for (const group of groups(elements, 0n)) hash = poseidonHash([hash, ...group])
  return hash
}

/** The same as a gadget: 612 constraints for 15 elements. */
export function poseidonChain(builder: CircuitBuilder, elements: readonly Linear[]): Linear {
  let hash = constant(elements.length)
  for (const [i, group] of groups(elements, constant(0)).entries())
    hash = builder.within(`hash group ${i}`, () => poseidon(builder, [hash, ...group]))
  return hash
}

function groups<T>(elements: readonly T[], zero: T): T[][] {
  const each = MOST_INPUTS - 1
  return Array.from({ length: Math.ceil(elements.length / each) }, (_, i) =>
    Array.from({ length: each }, (_, k) => elements[each * i + k] ?? zero),
  )
}

function power(builder: CircuitBuilder, x: Linear, r: number): Linear {
  const square = builder.multiply(x, x, `Poseidon round ${r}, square`)
  const fourth = builder.multiply(square, square, `Poseidon round ${r}, fourth power`)
  return builder.multiply(fourth, x, `Poseidon round ${r}, fifth power`)
}

function fifth(x: bigint): bigint {
  const square = (x * x) % R
  return (((square * square) % R) * x) % R
}
