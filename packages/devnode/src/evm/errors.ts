import { EVMError } from '@ethereumjs/evm'

/**
 * Ends of a frame that only Arbitrum knows. ethereumjs compares error texts, so ours are EVMErrors with other texts:
 * everything except `REVERT` takes the frame's gas.
 */
export function arbitrumError(text: string): EVMError {
  return new EVMError(text as ConstructorParameters<typeof EVMError>[0])
}

export const REVERT = EVMError.errorMessages.REVERT
export const OUT_OF_GAS = EVMError.errorMessages.OUT_OF_GAS
export const INVALID_OPCODE = EVMError.errorMessages.INVALID_OPCODE

/** Texts as a nitro node words them: clients classify by these. */
export const TEXT = {
  outOfStack: 'max call depth exceeded',
  programNotActivated: 'error ProgramNotActivated()',
  invalidCode: 'invalid code: must not begin with 0xef',
} as const
