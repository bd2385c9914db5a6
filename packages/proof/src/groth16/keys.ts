import type { PointG1, PointG2 } from './points.ts'

/** What a verifier needs. `ic` has one point more than the circuit has public signals. */
export interface VerifyingKey {
  alpha: PointG1
  beta: PointG2
  gamma: PointG2
  delta: PointG2
  ic: PointG1[]
}

/** One weight of the matrices A and B: row, wire, value. */
export interface MatrixEntry {
  matrix: 0 | 1
  row: number
  wire: number
  value: bigint
}

/** What a prover needs: the layout of a snarkjs `.zkey`. */
export interface ProvingKey {
  verifyingKey: VerifyingKey
  beta1: PointG1
  delta1: PointG1
  wireCount: number
  publicCount: number
  domainSize: number
  entries: MatrixEntry[]
  /** Per wire. */
  a: PointG1[]
  b1: PointG1[]
  b2: PointG2[]
  /** Per wire that is not public, from wire publicCount + 1 on. */
  c: PointG1[]
  /** Per point of the coset. */
  h: PointG1[]
}

/** The numbers nobody may keep. A development set-up returns them on purpose, so that a lab can show what they allow. */
export interface Trapdoor {
  tau: bigint
  alpha: bigint
  beta: bigint
  gamma: bigint
  delta: bigint
}

export interface Proof {
  a: PointG1
  b: PointG2
  c: PointG1
}
