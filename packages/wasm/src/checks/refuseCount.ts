import { StylusRuleError } from '../errors.ts'

/** Refuses a count above its limit; at the limit is fine. */
export function refuseCount(rule: string, what: string, count: number, limit: number, remedy: string): void {
  if (count <= limit) return
  throw new StylusRuleError(rule, `The module has ${count} ${what}; Stylus allows ${limit}`, remedy)
}
