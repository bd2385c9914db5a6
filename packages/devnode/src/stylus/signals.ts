/** How a running program stops. These travel through WebAssembly as JavaScript exceptions and never leave `runProgram`. */

/** `exit_early`: stop now with this status. */
export class Exit {
  readonly status: number
  constructor(status: number) {
    this.status = status
  }
}

/** More ink was asked for than was left. */
export class OutOfInk {}

/** A host call refused its arguments: the program reverts with empty data and keeps the gas it has left. */
export class HostFailure {
  readonly reason: string
  constructor(reason: string) {
    this.reason = reason
  }
}

/** Replay only: the program needs an answer that is not recorded yet. */
export class Suspended {
  readonly answer: () => Promise<unknown>
  constructor(answer: () => Promise<unknown>) {
    this.answer = answer
  }
}
