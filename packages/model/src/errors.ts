/** Base of every error this package throws: what happened, where, what to do next. */
export class ModelError extends Error {
  override name = 'ModelError'
}

/** The JSON is not an `inkling-model/1` file of a kind we know. `path` points into the file: `trees[0].nodes[3].left`. */
export class ModelFormatError extends ModelError {
  override name = 'ModelFormatError'
  readonly path: string

  constructor(path: string, problem: string) {
    super(`model file: ${path} ${problem}. Run the lab's train.ts again to write a fresh file.`)
    this.path = path
  }
}

/** The content and the `sha256` field disagree: the file was edited after it was made. */
export class ModelHashError extends ModelError {
  override name = 'ModelHashError'
  readonly expected: string
  readonly actual: string

  constructor(expected: string, actual: string) {
    super(
      `model file: sha256 says ${expected}, the content hashes to ${actual}. The file was changed by hand; run the lab's train.ts again.`,
    )
    this.expected = expected
    this.actual = actual
  }
}

/** The input does not have the model's length. Mirrors the contract's `WrongLength(expected, actual)`. */
export class WrongLengthError extends ModelError {
  override name = 'WrongLengthError'
  readonly expected: number
  readonly actual: number

  constructor(expected: number, actual: number) {
    super(`input: the model takes ${expected} values, got ${actual}`)
    this.expected = expected
    this.actual = actual
  }
}

/** A value is outside the model's range. Mirrors the contract's `OutOfRange(index, value)`. Never clamped silently. */
export class OutOfRangeError extends ModelError {
  override name = 'OutOfRangeError'
  readonly index: number
  readonly value: number

  constructor(index: number, value: number, min: number, max: number) {
    super(`input: value ${index} is ${value}, the model takes integers from ${min} to ${max}`)
    this.index = index
    this.value = value
  }
}

/** The training set cannot be learnt from: empty, ragged, or with labels that are not 0, 1, 2 ... */
export class DatasetError extends ModelError {
  override name = 'DatasetError'
}
