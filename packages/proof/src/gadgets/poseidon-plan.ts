import { R } from '../field.ts'
import { FULL_ROUNDS, type PoseidonConstants, poseidonConstants } from './poseidon-constants.ts'

/**
 * The middle of a Poseidon permutation as sums: lanes are linear between two S-boxes, so what goes into each partial
 * round's only S-box, and into the first full round after them, is a fixed sum of what came out of S-boxes before.
 * Made once a width: a circuit with many permutations reads it.
 */
export interface PoseidonPlan {
  /** Weights of the S-box outputs of the last full round, of the partial rounds before this one, and of 1. */
  partial: PoseidonSum[]
  /** One a lane, without the round constant. */
  after: PoseidonSum[]
}

export interface PoseidonSum {
  lanes: bigint[]
  earlier: bigint[]
  one: bigint
}

const cache = new Map<number, PoseidonPlan>()

export function poseidonPlan(inputs: number): PoseidonPlan {
  let plan = cache.get(inputs)
  if (!plan) {
    plan = makePlan(poseidonConstants(inputs))
    cache.set(inputs, plan)
  }
  return plan
}

/** Every lane is a vector: lane outputs, then partial outputs, then 1. */
function makePlan({ width, partialRounds, round, mds }: PoseidonConstants): PoseidonPlan {
  const one = width + partialRounds
  const unit = (at: number) => Array.from({ length: one + 1 }, (_, i) => (i === at ? 1n : 0n))
  const sum = (vector: bigint[], earlier: number): PoseidonSum => ({
    lanes: vector.slice(0, width),
    earlier: vector.slice(width, width + earlier),
    one: vector[one]!,
  })
  let lanes = mix(
    mds,
    Array.from({ length: width }, (_, i) => unit(i)),
    width,
    one,
  )
  const partial: PoseidonSum[] = []
  for (let r = 0; r < partialRounds; r++) {
    const constants = round[FULL_ROUNDS / 2 + r]!
    for (const [i, lane] of lanes.entries()) lane[one] = (lane[one]! + constants[i]!) % R
    partial.push(sum(lanes[0]!, r))
    lanes = mix(mds, [unit(width + r), ...lanes.slice(1)], width + r + 1, one)
  }
  return { partial, after: lanes.map((lane) => sum(lane, partialRounds)) }
}

/** mds times the vectors, of which only the first `used` entries and the last are not 0. */
function mix(mds: bigint[][], vectors: bigint[][], used: number, one: number): bigint[][] {
  const at = [...new Array(used).keys(), one]
  return mds.map((row) => {
    const out = new Array<bigint>(one + 1).fill(0n)
    for (const k of at) out[k] = row.reduce((sum, weight, i) => sum + weight * vectors[i]![k]!, 0n) % R
    return out
  })
}
