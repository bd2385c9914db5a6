/** Exit codes of every `inkling` command, in the spirit of the grader's. */
export const EXIT = {
  ok: 0,
  negative: 1,
  usage: 2,
  environment: 3,
  submission: 4,
  fault: 5,
  interrupted: 130,
} as const

/** What each code means, in the words of the reference page. */
export const EXIT_WORDS: Record<keyof typeof EXIT, string> = {
  ok: 'done',
  negative: 'done, and the answer is no: would not activate, or an expectation was not met',
  usage: 'the command line or a file you gave is wrong; what to change is printed',
  environment: 'the machine is not ready: no node answers, no key, no Rust',
  submission: 'could not be compiled, deployed or activated',
  fault: 'a fault of inkling, not yours',
  interrupted: 'you stopped it',
}

export type CliErrorKind = 'usage' | 'input' | 'environment' | 'submission' | 'interrupted'

const CODES: Record<CliErrorKind, number> = {
  usage: EXIT.usage,
  input: EXIT.usage,
  environment: EXIT.environment,
  submission: EXIT.submission,
  interrupted: EXIT.interrupted,
}

interface Options {
  remedy?: string
  details?: string
  cause?: unknown
}

/** Anything that ends a command early. `message`: what happened; `remedy`: what to do next. */
export class CliError extends Error {
  override name = 'CliError'
  readonly kind: CliErrorKind
  readonly remedy: string | undefined
  readonly details: string | undefined

  constructor(kind: CliErrorKind, message: string, options: Options = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.kind = kind
    this.remedy = options.remedy
    this.details = options.details
  }

  get exitCode(): number {
    return CODES[this.kind]
  }
}

/** Exit 2: the command line is wrong. */
export class UsageError extends CliError {
  override name = 'UsageError'
  constructor(message: string, options: Options = {}) {
    super('usage', message, options)
  }
}

/** Exit 2: a file or a value you gave can't be used. */
export class InputError extends CliError {
  override name = 'InputError'
  constructor(message: string, options: Options = {}) {
    super('input', message, options)
  }
}

/** Exit 3: the machine, the node or the key is not ready. */
export class NotReadyError extends CliError {
  override name = 'NotReadyError'
  constructor(message: string, options: Options = {}) {
    super('environment', message, options)
  }
}

/** Exit 4: it can't be compiled, deployed or activated. */
export class BuildError extends CliError {
  override name = 'BuildError'
  constructor(message: string, options: Options = {}) {
    super('submission', message, options)
  }
}

/** Exit 130. */
export class StoppedError extends CliError {
  override name = 'StoppedError'
  constructor() {
    super('interrupted', 'before it was done')
  }
}
