import { ModelError } from '../errors.ts'

/** Base of the compiler's errors. `where` is a path into the model file. */
export class CompileError extends ModelError {
  override name = 'CompileError'
  readonly where: string

  constructor(where: string, problem: string, remedy: string) {
    super(`compile: ${where}: ${problem}. ${remedy}`)
    this.where = where
  }
}

/** The program would break a limit of Stylus. `nearest` is the closest option that fits, as far as one is known. */
export class DoesNotFitError extends CompileError {
  override name = 'DoesNotFitError'
  readonly limit: string
  readonly value: number
  readonly allowed: number
  readonly nearest: string

  constructor(where: string, limit: string, value: number, allowed: number, nearest: string) {
    super(
      where,
      `${limit}: ${value.toLocaleString('en-US')}, at most ${allowed.toLocaleString('en-US')} fit`,
      `Nearest that fits: ${nearest}`,
    )
    this.limit = limit
    this.value = value
    this.allowed = allowed
    this.nearest = nearest
  }
}

/** A kind of model or layer, or a combination, that the compiler does not know. */
export class UnsupportedError extends CompileError {
  override name = 'UnsupportedError'

  constructor(where: string, problem: string, remedy: string) {
    super(where, problem, remedy)
  }
}
