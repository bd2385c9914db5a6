/**
 * The checks of lab 8. Nets are a few bytes where only the rules matter; the digit model's two versions are read for
 * real. Every check has a registry of its own.
 */
import type { Check } from '@inkling/lab'
import { finds, whole } from './checks-audit.ts'
import { handsOver, sequences } from './checks-owners.ts'
import { readsBack, uploads } from './checks-upload.ts'
import { agrees, costs, pins, proposes } from './checks-versions.ts'
import { reads, refuses } from './checks-weights.ts'

export const checks: Check[] = [
  uploads,
  readsBack,
  reads,
  refuses,
  proposes,
  pins,
  agrees,
  costs,
  handsOver,
  sequences,
  finds,
  whole,
]
export default checks
