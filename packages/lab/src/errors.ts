/** Exit codes of every `lab` command (spec labs.md 2.2). */
export const EXIT = {
  pass: 0,
  fail: 1,
  usage: 2,
  environment: 3,
  submission: 4,
  fault: 5,
  interrupted: 130,
} as const

/** What each code means, in the words of the reference page. */
export const EXIT_WORDS: Record<keyof typeof EXIT, string> = {
  pass: 'every required check passed, budgets included',
  fail: 'at least one required check failed or is over budget',
  usage: 'the command line is wrong; the corrected command is printed',
  environment: 'the machine is not ready (toolchain, port, node); no judgement on your code',
  submission: 'the lab could not be built, deployed or activated; no check ran',
  fault: 'a fault of the grader or of the lab, not yours; the path of a report is printed',
  interrupted: 'you stopped it',
}

export type LabErrorKind = 'usage' | 'environment' | 'submission' | 'fault' | 'interrupted'

/**
 * Anything that ends a command early. `message` says what happened, `remedy` what to do next,
 * `details` holds text of another program (rustc, cargo) that must reach the reader unchanged.
 */
export class LabError extends Error {
  readonly kind: LabErrorKind
  readonly remedy: string | undefined
  readonly details: string | undefined

  constructor(
    kind: LabErrorKind,
    message: string,
    options: { remedy?: string; details?: string; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'LabError'
    this.kind = kind
    this.remedy = options.remedy
    this.details = options.details
  }

  get exitCode(): number {
    return EXIT[this.kind]
  }
}

type Options = { remedy?: string; details?: string; cause?: unknown }

/** Exit 2: the command line is wrong; `remedy` holds the corrected command. */
export class UsageError extends LabError {
  constructor(message: string, options: Options = {}) {
    super('usage', message, options)
    this.name = 'UsageError'
  }
}

/** Exit 3: the machine is not ready. No judgement on the learner's code. */
export class EnvironmentError extends LabError {
  constructor(message: string, options: Options = {}) {
    super('environment', message, options)
    this.name = 'EnvironmentError'
  }
}

/** Exit 4: the submission could not be built, deployed or activated. */
export class SubmissionError extends LabError {
  constructor(message: string, options: Options = {}) {
    super('submission', message, options)
    this.name = 'SubmissionError'
  }
}

/** Exit 5: our own mistake, or a lab's. Never the learner's. */
export class FaultError extends LabError {
  constructor(message: string, options: Options = {}) {
    super('fault', message, options)
    this.name = 'FaultError'
  }
}

/** Exit 130. */
export class InterruptedError extends LabError {
  constructor() {
    super('interrupted', 'interrupted')
    this.name = 'InterruptedError'
  }
}

const SYSTEM: Record<string, [what: string, remedy: string]> = {
  ENOSPC: ['the disk is full', 'free some space (.work may be deleted at any time), then run it again'],
  EDQUOT: [
    'your disk quota is used up',
    'free some space (.work may be deleted at any time), then run it again',
  ],
  EROFS: [
    'this folder is read-only',
    'work in a clone that you may write to: git clone it into your home folder',
  ],
  EACCES: [
    'a file may not be read or written',
    'give yourself the right to it, or work in a clone of your own',
  ],
  EPERM: [
    'a file may not be read or written',
    'give yourself the right to it, or work in a clone of your own',
  ],
  EMFILE: ['too many files are open', 'close other programs, or raise the limit (ulimit -n)'],
  ENFILE: ['too many files are open on this machine', 'close other programs'],
  ENOMEM: ['the machine has no memory left', 'close other programs'],
}

/**
 * What the operating system refused (a full disk, a read-only folder) as an EnvironmentError: exit 3, nobody's
 * mistake. Other errors come back as they are.
 */
export function fromSystem(error: unknown): unknown {
  if (error instanceof LabError || !(error instanceof Error)) return error
  const { code, path } = error as NodeJS.ErrnoException
  const known = code === undefined ? undefined : SYSTEM[code]
  if (known === undefined) return error
  const [what, remedy] = known
  return new EnvironmentError(path === undefined ? what : `${what}: ${path}`, { remedy, cause: error })
}

/** A LabError in a form that survives a thread boundary. */
export interface SerializedError {
  kind: LabErrorKind
  message: string
  remedy?: string
  details?: string
  stack?: string
}

export function serializeError(thrown: unknown): SerializedError {
  const error = fromSystem(thrown)
  if (error instanceof LabError) {
    return {
      kind: error.kind,
      message: error.message,
      remedy: error.remedy,
      details: error.details,
      stack: error.stack,
    }
  }
  if (error instanceof Error) return { kind: 'fault', message: error.message, stack: error.stack }
  return { kind: 'fault', message: String(error) }
}

export function reviveError(data: SerializedError): LabError {
  const error = new LabError(data.kind, data.message, { remedy: data.remedy, details: data.details })
  if (data.stack !== undefined) error.stack = data.stack
  return error
}
