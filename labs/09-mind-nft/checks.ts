/** The checks of lab 9. Expected values come from the TypeScript reference of `@inkling/model`, or are properties. */
import type { Check } from '@inkling/lab'
import { audit, kept } from './checks-audit.ts'
import { receivers, rules, sequences } from './checks-book.ts'
import { properties, steady, tells } from './checks-design.ts'
import { children, games, litters, thoughts } from './checks-mind.ts'
import { cardCost, names, reads, refusesCards } from './checks-wallet.ts'

export const checks: Check[] = [
  thoughts,
  games,
  children,
  litters,
  rules,
  sequences,
  receivers,
  reads,
  refusesCards,
  names,
  cardCost,
  audit,
  kept,
  properties,
  tells,
  steady,
]
export default checks
