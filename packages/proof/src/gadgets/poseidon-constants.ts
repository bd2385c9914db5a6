import { grainGenConstants } from '@noble/curves/abstract/poseidon.js'
import { CircuitError } from '../errors.ts'
import { Fr } from '../field.ts'

/**
 * Partial rounds for widths 2 ... 17 at 128-bit security and x^5 over BN254: from the Poseidon paper's script (Grassi et
 * al., 2019/458, table 7 for alpha = 5), as circomlib takes them.
 */
const PARTIAL_ROUNDS = [56, 57, 56, 60, 60, 63, 64, 63, 60, 66, 60, 65, 70, 60, 64, 68]
export const FULL_ROUNDS = 8
export const MOST_INPUTS = PARTIAL_ROUNDS.length

export interface PoseidonConstants {
  width: number
  partialRounds: number
  /** [round][lane]. */
  round: bigint[][]
  mds: bigint[][]
}

const cache = new Map<number, PoseidonConstants>()

/** Constants for `inputs` field elements (width inputs + 1), made by the paper's Grain generator. */
export function poseidonConstants(inputs: number): PoseidonConstants {
  const partialRounds = PARTIAL_ROUNDS[inputs - 1]
  if (partialRounds === undefined)
    throw new CircuitError(`Poseidon of ${inputs} inputs; this has 1 to ${MOST_INPUTS}.`)
  let made = cache.get(inputs)
  if (!made) {
    const width = inputs + 1
    const { mds, roundConstants } = grainGenConstants({
      Fp: Fr,
      t: width,
      roundsFull: FULL_ROUNDS,
      roundsPartial: partialRounds,
      sboxPower: 5,
    })
    made = { width, partialRounds, round: roundConstants, mds }
    cache.set(inputs, made)
  }
  return made
}
