import type { CircuitBuilder } from '../circuit/builder.ts'
import { add, addScaled, constant, type Linear, scale } from '../circuit/linear.ts'
import { R, toField } from '../field.ts'
import { FULL_ROUNDS, poseidonConstants } from './poseidon-constants.ts'

/** Poseidon of 1 to 8 field elements, the first lane of the state: the same values as circomlib's `Poseidon`. */
export function poseidonHash(inputs: readonly bigint[]): bigint {
  const { round, mds, partialRounds } = poseidonConstants(inputs.length)
  let state = [0n, ...inputs.map(toField)]
  for (let r = 0; r < FULL_ROUNDS + partialRounds; r++) {
    const keyed = state.map((x, i) => (x + round[r]![i]!) % R)
    const powered = keyed.map((x, i) => (isFull(r, partialRounds) || i === 0 ? fifth(x) : x))
    state = mds.map((row) => row.reduce((sum, m, i) => sum + m * powered[i]!, 0n) % R)
  }
  return state[0]!
}

/** The same as a gadget: three constraints an S-box, the linear layers are free. */
export function poseidon(builder: CircuitBuilder, inputs: readonly Linear[]): Linear {
  const { round, mds, partialRounds } = poseidonConstants(inputs.length)
  let state: Linear[] = [constant(0), ...inputs]
  for (let r = 0; r < FULL_ROUNDS + partialRounds; r++) {
    const powered = state.map((x, i) => {
      const keyed = add(x, constant(round[r]![i]!))
      if (!isFull(r, partialRounds) && i > 0) return keyed
      const square = builder.multiply(keyed, keyed, `Poseidon round ${r}, square`)
      const fourth = builder.multiply(square, square, `Poseidon round ${r}, fourth power`)
      return builder.multiply(fourth, keyed, `Poseidon round ${r}, fifth power`)
    })
    state = mds.map((row) =>
      row.reduce<Linear>((sum, m, i) => addScaled(sum, powered[i]!, m), scale(powered[0]!, 0)),
    )
  }
  return state[0]!
}

function isFull(r: number, partialRounds: number): boolean {
  return r < FULL_ROUNDS / 2 || r >= FULL_ROUNDS / 2 + partialRounds
}

function fifth(x: bigint): bigint {
  const square = (x * x) % R
  return (((square * square) % R) * x) % R
}
