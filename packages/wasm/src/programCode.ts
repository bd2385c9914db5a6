/** What is wrong with a program's code. `not-stylus` and `fragment` are other kinds of code, the rest are broken programs. */
export type ProgramCodeProblem =
  | 'not-stylus'
  | 'fragment'
  | 'root'
  | 'dictionary'
  | 'truncated'
  | 'corrupt'
  | 'too-large'

/** The code of a contract can't be turned back into a module. */
export class ProgramCodeError extends Error {
  override name = 'ProgramCodeError'
  readonly problem: ProgramCodeProblem

  constructor(problem: ProgramCodeProblem, message: string) {
    super(message)
    this.problem = problem
  }
}

/** First bytes of all Stylus code; the third byte tells program (0), fragment (1) and root (2) apart. */
export const PREFIX = [0xef, 0xf0] as const

/**
 * The brotli stream in a contract's code, and the dictionary it announces: 0 for none, 1 for Stylus's.
 *
 * @throws ProgramCodeError where the code is not a program.
 */
export function programStream(code: Uint8Array): { stream: Uint8Array; dictionary: number } {
  if (code.length < 4 || PREFIX.some((b, i) => code[i] !== b)) {
    throw new ProgramCodeError(
      'not-stylus',
      'The code does not start with EF F0 00: it is not a Stylus program',
    )
  }
  if (code[2] === 1)
    throw new ProgramCodeError('fragment', 'The code is a fragment of a program, not a program')
  if (code[2] === 2)
    throw new ProgramCodeError('root', 'The code is a list of fragments (ArbOS 60), not a program')
  if (code[2] !== 0)
    throw new ProgramCodeError('not-stylus', `EF F0 ${hex(code[2]!)} is not a kind of Stylus code`)
  const dictionary = code[3]!
  if (dictionary > 1) throw new ProgramCodeError('dictionary', `Dictionary ${dictionary} does not exist`)
  return { stream: code.subarray(4), dictionary }
}

/** A decoder's error in the light of the dictionary: a stream that leans on Stylus's looks corrupt to a decoder without it. */
export function dictionaryError(error: unknown, dictionary: number): unknown {
  if (dictionary !== 1 || !(error instanceof ProgramCodeError) || error.problem !== 'corrupt') return error
  return new ProgramCodeError(
    'dictionary',
    'The program needs the Stylus brotli dictionary, which is not part of this project',
  )
}

const hex = (byte: number) => byte.toString(16).toUpperCase().padStart(2, '0')
