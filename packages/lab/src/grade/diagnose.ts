import type { Check, CheckContext } from '../types.ts'
import { CheckFailure } from './compare.ts'

/** What one wrong answer does in one check: the cases it fails, and what it gives there. */
export interface CheckSignature {
  id: string
  /** Case number and the value the check calls `yours`, in the order of the cases. */
  cases: [number, string][]
}

/** One tested wrong answer, as the grader saw it. */
export interface WrongSignature {
  /** `01-strict-less` */
  name: string
  /** What follows `looks like`. */
  says: string
  checks: CheckSignature[]
}

/** `solutions/NN-slug/wrong/signatures.json`, written by `lab author verify --update`. */
export interface Signatures {
  schema: 'lab-signatures/1'
  /** The cases are those of this seed. */
  seed: number
  wrong: WrongSignature[]
}

/** How many failing cases are recorded of a wrong answer. */
export const SIGNATURE_CASES = 6

/** Fewer matching cases than this say nothing: one equal value may be chance. */
export const FEWEST_CASES = 2

/** Milliseconds that looking for a diagnosis may take; after that there is none. */
const PATIENCE = 3_000

/**
 * Runs single cases of a check and says what the learner's code gives where it is wrong.
 *
 * @param cases case numbers, in this order
 * @param enough stop after so many failing cases
 * @returns `[case, yours]` of each failing case; undefined when it took too long
 */
export async function observeCases(
  check: Check,
  context: () => CheckContext,
  cases: number[],
  enough: number,
): Promise<[number, string][] | undefined> {
  const seen: [number, string][] = []
  const began = performance.now()
  for (const onlyCase of cases) {
    if (seen.length >= enough) break
    if (performance.now() - began > PATIENCE) return undefined
    try {
      // Figures and remarks of a case that is only looked at belong to nobody.
      await check.run({ ...context(), onlyCase, metric: () => undefined, note: () => undefined })
    } catch (error) {
      if (error instanceof CheckFailure && error.actual !== undefined && error.options.case === onlyCase)
        seen.push([onlyCase, error.actual])
    }
  }
  return seen
}

/** The signatures that begin as this failure does: same check, same first failing case, same value there. */
export function candidates(
  signatures: Signatures,
  check: string,
  first: readonly [number, string],
): WrongSignature[] {
  return signatures.wrong.filter((wrong) => {
    const start = wrong.checks.find((own) => own.id === check)?.cases[0]
    return start !== undefined && start[0] === first[0] && start[1] === first[1]
  })
}

/**
 * Which tested wrong answer this failure is: the only one of which every recorded case gives the same value.
 * One case alone, or two wrong answers that look the same, say nothing.
 */
export function diagnose(
  signatures: Signatures,
  check: string,
  observed: readonly (readonly [number, string])[],
): WrongSignature | undefined {
  const yours = new Map(observed)
  const fitting = signatures.wrong.filter((wrong) => {
    const own = wrong.checks.find((candidate) => candidate.id === check)
    if (own === undefined || own.cases.length < FEWEST_CASES) return false
    return own.cases.every(([number, actual]) => yours.get(number) === actual)
  })
  return fitting.length === 1 ? fitting[0] : undefined
}
