import type { CheckContext } from '../types.ts'

/** Which case of how many: goes into the options of `expectEqual`, so that a failure says it. */
export interface At {
  /** From 0. */
  case: number
  cases: number
}

/**
 * Runs a check's cases one after the other, or the one that `--case` names.
 *
 * @example
 * ```ts
 * await eachCase(ctx, rows, async (row, at) => {
 *   ctx.expectEqual(double(row), 2 * row, { ...at, input: `double(${row})` })
 * })
 * ```
 */
export async function eachCase<T>(
  ctx: Pick<CheckContext, 'onlyCase'>,
  cases: readonly T[],
  run: (item: T, at: At) => Promise<void> | void,
): Promise<void> {
  for (const [index, item] of cases.entries()) {
    if (ctx.onlyCase === undefined || ctx.onlyCase === index)
      await run(item, { case: index, cases: cases.length })
  }
}
