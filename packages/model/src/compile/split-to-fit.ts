import { prices } from '@inkling/wasm'
import { fitProgram, type Misfit } from './fit.ts'
import type { Program } from './ir/program.ts'
import { type SplitOptions, splitProgram } from './ir/split/split-program.ts'
import type { PlanStep } from './types.ts'

/** Limits of one function, as the checks of a module name them. */
const OF_A_FUNCTION = new Set(['operators', 'locals', 'operand-stack', 'frame'])

/** Sizes to try, the largest first: a call takes 3,800 ink and what it hands over. Fewer operators, fewer locals. */
const SIZES: SplitOptions[] = [0.9, 0.7, 0.5, 0.35, 0.2, 0.1].map((share, k) => ({
  operators: Math.floor(share * prices.LIMITS.instrumentedOperatorsPerFunction),
  parameters: [120, 120, 120, 80, 40, 10][k]!,
}))

/** LLVM keeps about a third more values in locals than the raw back end; 348 are allowed. */
const LOCALS_FOR_RUST = 250

/** Whether a limit is one of a function, which more functions may keep. */
export const isFunctionLimit = ({ limit }: Misfit): boolean => OF_A_FUNCTION.has(limit)

/**
 * Programs in several functions for those whose one function is larger than Stylus allows; of each the split with the
 * fewest functions that fits, the cheapest of all first. None if a program fits as it is. Where the module as a whole
 * is too large, splitting makes nothing smaller: that program comes last, for its misfit.
 */
export function splitToFit<C extends { program: Program; steps: PlanStep[] }>(
  whole: readonly C[],
  maxCode: number,
): C[] {
  const tooLarge: C[] = []
  for (const candidate of whole) {
    const fit = fitProgram(candidate.program, maxCode)
    if ('costs' in fit) return []
    if (isFunctionLimit(fit.misfit)) tooLarge.push(candidate)
  }
  const split: Split<C>[] = []
  for (const candidate of tooLarge) {
    const found = smallestSplit(candidate, maxCode)
    if (found) split.push(found)
  }
  return split.sort((a, b) => a.ink - b.ink).map(({ made }) => made)
}

interface Split<C> {
  made: C
  /** Infinite where the module doesn't fit. */
  ink: number
}

function smallestSplit<C extends { program: Program; steps: PlanStep[] }>(
  candidate: C,
  maxCode: number,
): Split<C> | undefined {
  let fallback: Split<C> | undefined
  for (const size of SIZES) {
    const program = splitProgram(candidate.program, size)
    if (!program) continue
    const fit = fitProgram(program, maxCode)
    if ('misfit' in fit && isFunctionLimit(fit.misfit)) continue
    const what = `${program.functions.length}, because one would be larger than Stylus allows; ${program.shared!.words} values go through memory`
    const steps = [...candidate.steps, { where: 'functions', what }]
    const made = { ...candidate, program, steps }
    if ('costs' in fit && fit.costs.locals <= LOCALS_FOR_RUST) return { made, ink: fit.costs.kernelInk.max }
    fallback ??= { made, ink: 'costs' in fit ? fit.costs.kernelInk.max : Number.POSITIVE_INFINITY }
    if ('misfit' in fit) break
  }
  return fallback
}
