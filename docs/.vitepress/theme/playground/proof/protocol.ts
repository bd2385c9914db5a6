import type { Hex } from '../chain/hex.ts'

/** What a proof is bound to. */
export interface Occasion {
  chainId: number
  contract: Hex
  sender: Hex
  requestId: number
}

/** What the page asks of the prover; the picture and its salt never leave the tab. */
export interface Jobs {
  /** Class by the model of the lab. */
  read: { ask: { image: number[] }; answer: number }
  /** Builds the circuit and, from the development trapdoor, its keys: once. */
  keys: { ask: Record<never, never>; answer: { constraints: number; keyHash: Hex; ms: number } }
  /** Puts a picture into an envelope: the prover keeps both it and the salt. */
  seal: { ask: { image: number[] }; answer: { inputCommit: Hex; label: number } }
  /** Proves the class of a sealed picture for one occasion. */
  prove: { ask: { inputCommit: Hex; occasion: Occasion }; answer: Proved }
  /** Makes a proof of any class from the trapdoor, without a picture. */
  forge: { ask: { inputCommit: Hex; label: number; occasion: Occasion }; answer: Forged }
}

export interface Forged {
  /** 256 bytes. */
  proof: Hex
  /** Whether the equation holds, as the prover's own verifier says. */
  holds: boolean
  /** Milliseconds of making it and of verifying it. */
  ms: number
  verifyMs: number
}

export interface Proved extends Forged {
  label: number
}

export type JobName = keyof Jobs

export type ToProver =
  | { [Name in JobName]: { id: number; job: Name; ask: Jobs[Name]['ask'] } }[JobName]
  | { id: number; job: 'cancel' }

export type FromProver =
  | { id: number; type: 'progress'; part: string; share: number }
  | { id: number; type: 'done'; answer: Jobs[JobName]['answer'] }
  | { id: number; type: 'failed'; name: string; message: string }
