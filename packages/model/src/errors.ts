/** Base of every error this package throws: what happened, where, what to do next. */
export class ModelError extends Error {
  override name = 'ModelError'
}

/** The JSON is not an `inkling-model/1` file of a kind we know. `path` points into the file: `trees[0].nodes[3].left`. */
export class ModelFormatError extends ModelError {
  override name = 'ModelFormatError'
  readonly path: string
  readonly problem: string

  constructor(path: string, problem: string) {
    super(`model file: ${path} ${problem}. Write the file again with what made it (a lab: train.ts).`)
    this.path = path
    this.problem = problem
  }
}

/** The content and the `sha256` field disagree: the file was edited after it was made. */
export class ModelHashError extends ModelError {
  override name = 'ModelHashError'
  readonly expected: string
  readonly actual: string

  constructor(expected: string, actual: string) {
    super(
      `model file: sha256 says ${expected}, the content hashes to ${actual}. The file was changed after it was made; write it again (a lab: train.ts).`,
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

  constructor(expected: number, actual: number, unit: 'values' | 'bytes' = 'values') {
    super(`input: the model takes ${expected} ${unit}, got ${actual}`)
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

/** Packed input that no packing of values gives: an odd digit, or a last half byte that is not 0. */
export class PackingError extends ModelError {
  override name = 'PackingError'
}

/** Some order of adding a sum's terms could leave int32. The compiler and every loader refuse such a model. */
export class OverflowError extends ModelError {
  override name = 'OverflowError'
  /** Where: `layers[1] dense`, or `trees`. */
  readonly layer: string
  /** Output channel of the layer, or index of the score. */
  readonly channel: number
  /** The partial sum furthest from 0 that some input and some order of adding reaches. */
  readonly bound: number

  constructor(layer: string, channel: number, bound: number, remedy: string) {
    super(
      `overflow: ${layer}, channel ${channel}: a partial sum can reach ${bound}, outside int32 (-2147483648 to 2147483647). ${remedy}`,
    )
    this.layer = layer
    this.channel = channel
    this.bound = bound
  }
}

/** The training set cannot be learnt from: empty, ragged, or with labels that are not 0, 1, 2 ... */
export class DatasetError extends ModelError {
  override name = 'DatasetError'
}
