import type { CallOutcome, CheckContext, DeployedContract } from '../types.ts'

/** Adds up ink of host calls of all kinds. */
function hostInk(outcome: CallOutcome): number {
  return Object.values(outcome.profile?.hostCalls ?? {}).reduce((sum, ink) => sum + ink, 0)
}

/** Ink decides where the engine can tell it, gas where it can't. */
function dearer(a: CallOutcome, b: CallOutcome): boolean {
  return a.ink !== undefined && b.ink !== undefined ? a.ink > b.ink : a.gas > b.gas
}

/**
 * The dearest of several calls of one function, with its profile. Of equal ones the first.
 *
 * @param argsList the corpus: the arguments of each call. Public and fixed, so that everybody is measured alike.
 * @throws RangeError for an empty corpus
 */
export async function dearestCall(
  ctx: Pick<CheckContext, 'call'>,
  contract: DeployedContract,
  fn: string,
  argsList: readonly (readonly unknown[])[],
): Promise<CallOutcome> {
  let worst: CallOutcome | undefined
  for (const args of argsList) {
    const outcome = await ctx.call(contract, fn, args, { profile: true })
    if (worst === undefined || dearer(outcome, worst)) worst = outcome
  }
  if (worst === undefined) throw new RangeError(`${fn}: no calls to measure`)
  return worst
}

/** Records a call's ink under `ink.NAME`, split into instructions and host calls. Nothing where ink is not known. */
export function recordInk(ctx: Pick<CheckContext, 'metric'>, name: string, outcome: CallOutcome): void {
  if (outcome.ink === undefined) return
  const { profile } = outcome
  const parts = profile && { instructions: profile.instructions, hostCalls: hostInk(outcome) }
  ctx.metric(`ink.${name}`, Number(outcome.ink), 'ink', parts)
}

/**
 * Measures one function over a corpus of inputs and records the usual three figures: `ink.FN` and `gas.FN` of the
 * dearest call, and `bytes.code` of the contract.
 */
export async function measureDearest(
  ctx: Pick<CheckContext, 'call' | 'metric'>,
  contract: DeployedContract,
  fn: string,
  inputs: readonly unknown[],
): Promise<CallOutcome> {
  const worst = await dearestCall(
    ctx,
    contract,
    fn,
    inputs.map((input) => [input]),
  )
  recordInk(ctx, fn, worst)
  ctx.metric(`gas.${fn}`, Number(worst.gas), 'gas')
  ctx.metric('bytes.code', contract.code.length, 'bytes')
  return worst
}
