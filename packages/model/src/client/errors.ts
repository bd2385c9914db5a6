import { ModelError } from '../errors.ts'

type Address = `0x${string}`

/** Base of what goes wrong between a caller and a model contract. `address` is the contract's. */
export class ModelClientError extends ModelError {
  override name = 'ModelClientError'
  readonly address: Address
  readonly remedy: string

  constructor(address: Address, problem: string, remedy: string, cause?: unknown) {
    super(`${problem} (contract ${address})`, cause === undefined ? undefined : { cause })
    this.address = address
    this.remedy = remedy
  }
}

/** The contract reverted with `WrongLength(expected, actual)`; both count packed bytes. */
export class ContractWrongLengthError extends ModelClientError {
  override name = 'ContractWrongLengthError'
  readonly expected: number
  readonly actual: number

  constructor(address: Address, expected: number, actual: number, cause?: unknown) {
    const remedy = 'Give as many values as the model has features; `inputLength()` of the contract tells.'
    super(address, `the contract takes ${expected} bytes, got ${actual}`, remedy, cause)
    this.expected = expected
    this.actual = actual
  }
}

/** The contract reverted with `OutOfRange(index, value)`. */
export class ContractOutOfRangeError extends ModelClientError {
  override name = 'ContractOutOfRangeError'
  readonly index: number
  readonly value: number

  constructor(address: Address, index: number, value: number, cause?: unknown) {
    const remedy = 'The ranges are `input.min` and `input.max` of the model file.'
    super(address, `value ${index} is ${value}, which the contract refuses as out of range`, remedy, cause)
    this.index = index
    this.value = value
  }
}

/** A raw kernel refused its input: a wrong length, or a value out of range. It doesn't say which. */
export class KernelRefusedError extends ModelClientError {
  override name = 'KernelRefusedError'
  constructor(address: Address, bytes: number, cause?: unknown) {
    const remedy = 'Give `model` to getModel: then length and range are checked before the call, by name.'
    super(address, `the raw kernel refused ${bytes} bytes of input`, remedy, cause)
  }
}

/** There is no code at the address. */
export class NoContractError extends ModelClientError {
  override name = 'NoContractError'
  constructor(address: Address) {
    super(address, 'there is no contract at this address', 'Check the address and the chain of the client.')
  }
}

export type ProgramProblem = 'not-activated' | 'expired' | 'needs-upgrade'

const PROBLEMS: Record<ProgramProblem, string> = {
  'not-activated': 'the program was never activated',
  expired: 'the activation has expired',
  'needs-upgrade': 'the program was activated for an older version of Stylus',
}

/** The code is there, and the chain will not run it before it is activated (again). */
export class ProgramInactiveError extends ModelClientError {
  override name = 'ProgramInactiveError'
  readonly problem: ProgramProblem

  constructor(address: Address, problem: ProgramProblem, cause?: unknown) {
    const remedy =
      'Anyone may activate it: ArbWasm.activateProgram(address) at 0x71, with the data fee as value.'
    super(address, PROBLEMS[problem], remedy, cause)
    this.problem = problem
  }
}

/** The contract holds another model than the file says. */
export class ModelMismatchError extends ModelClientError {
  override name = 'ModelMismatchError'
  readonly expected: string
  readonly actual: string

  constructor(address: Address, expected: string, actual: string) {
    const remedy = 'Use the model file this contract was made from, or the address of this model.'
    super(address, `the contract holds model ${actual}, the model file is ${expected}`, remedy)
    this.expected = expected
    this.actual = actual
  }
}

/** The answer can't be one of a model contract. */
export class UnexpectedAnswerError extends ModelClientError {
  override name = 'UnexpectedAnswerError'
  constructor(address: Address, problem: string, cause?: unknown) {
    const remedy = "Is it a model contract? A raw kernel needs `kind: 'raw'`."
    super(address, problem, remedy, cause)
  }
}

/** The node did not answer the call. `cause` is viem's error. */
export class NodeError extends ModelClientError {
  override name = 'NodeError'
  constructor(address: Address, problem: string, cause: unknown) {
    super(
      address,
      `the node did not answer: ${problem}`,
      'Check the address of the node, and that it runs.',
      cause,
    )
  }
}
