/**
 * The machine can't be made ready. The message is for the reader and ends with what to do next;
 * it is printed as it is, without a stack trace.
 */
export class SetupError extends Error {
  /**
   * @param {string} message what happened, where, and the remedy
   * @param {number} exitCode 3: environment not ready; 2: wrong usage; 130: interrupted
   */
  constructor(message, exitCode = 3) {
    super(message)
    this.name = 'SetupError'
    this.exitCode = exitCode
  }
}

/** Ctrl-C, or a signal of the same meaning, while something was being installed. */
export class Interrupted extends SetupError {
  /** @param {string} what what was going on */
  constructor(what) {
    super(`Interrupted: ${what}. Nothing is half-installed; run the same command to go on.`, 130)
    this.name = 'Interrupted'
  }
}
