/**
 * The checks of lab 7. Proofs come from the trapdoor: no witness, some milliseconds, and nobody can tell the difference.
 * One check, 7.6/whole, proves for real.
 */
import type { Check } from '@inkling/lab'
import { claims, letters } from './checks-before.ts'
import { bitsAreBits, bitsDoNotLie, highest, neurons, neuronsDoNotLie } from './checks-circuit.ts'
import { ceremony, forges } from './checks-forgery.ts'
import { bound, costs, once, refusedLeavesNothing, whole } from './checks-submission.ts'
import { accepts, answers, malformed, tampered } from './checks-verifier.ts'

export const checks: Check[] = [
  bitsAreBits,
  bitsDoNotLie,
  neurons,
  neuronsDoNotLie,
  highest,
  accepts,
  malformed,
  tampered,
  answers,
  claims,
  letters,
  once,
  refusedLeavesNothing,
  bound,
  costs,
  whole,
  forges,
  ceremony,
]
export default checks
