/** A witness can't be made: the inputs break a rule of the circuit, and this is the first rule broken. */
export class WitnessError extends Error {
  override name = 'WitnessError'
  readonly constraint: string
  constructor(constraint: string, problem: string) {
    super(`No witness: ${constraint} does not hold (${problem}). Check the inputs of the proof.`)
    this.constraint = constraint
  }
}

/** The circuit itself is built wrong: nothing a prover's input can mend. */
export class CircuitError extends Error {
  override name = 'CircuitError'
}

/** Bytes that are no proof, key, witness or constraint file. */
export class ProofFormatError extends Error {
  override name = 'ProofFormatError'
  readonly where: string
  constructor(where: string, problem: string) {
    super(`${where} ${problem}. The file is damaged or of another kind.`)
    this.where = where
  }
}

/** The caller ended the work through its AbortSignal. */
export class ProofCancelledError extends Error {
  override name = 'ProofCancelledError'
  constructor() {
    super('Proving was cancelled.')
  }
}

/** Secrets were to be made from something else than the system's generator. */
export class RandomnessError extends Error {
  override name = 'RandomnessError'
  constructor(problem: string) {
    super(
      `${problem}. A proof or key made from predictable numbers gives its secrets away; leave \`random\` out.`,
    )
  }
}

/** A proof that is well-formed and does not hold, or signals that belong to no statement of the key. */
export class ProofRejectedError extends Error {
  override name = 'ProofRejectedError'
  readonly reason: 'signals' | 'equation'
  constructor(reason: 'signals' | 'equation', problem: string) {
    super(problem)
    this.reason = reason
  }
}
