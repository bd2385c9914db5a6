/**
 * Measures one entered program: a process of its own, which the caller ends when it takes too long. It runs the
 * lab's checks on the program inside the embedded devnode. The only TypeScript it loads is this repository's: the
 * lab's checks and the reference solution.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openEngine } from '../../engine/open.ts'
import { LabError } from '../../errors.ts'
import { CheckFailure } from '../../grade/compare.ts'
import { createSession } from '../../grade/session.ts'
import { loadManifest } from '../../labs.ts'
import type { Check, DeployedContract } from '../../types.ts'
import { workspace } from '../../workspace.ts'

export interface MeasureInput {
  root: string
  /** Folder of the solved lab. */
  dir: string
  wasm: string
  seed: number
  /** How many random inputs have to agree with the reference. */
  vectors: number
}

export type Measured =
  | { ok: true; figures: Record<string, number>; arbos: number }
  | { ok: false; why: string; fault?: boolean }

async function measure(input: MeasureInput): Promise<Measured> {
  const ws = workspace(input.root)
  const manifest = await loadManifest(ws, input.dir)
  const spec = manifest.leaderboard
  if (spec === undefined) return { ok: false, why: `${manifest.id} has no leaderboard`, fault: true }
  const { checks } = (await import(pathToFileURL(join(input.dir, 'checks.ts')).href)) as { checks: Check[] }
  const open = await openEngine({ kind: 'embedded' })
  const figures: Record<string, number> = {}
  const session = createSession({
    manifest,
    dir: input.dir,
    shownDir: `labs/${manifest.id}`,
    open,
    seed: input.seed,
    artefact: async () => input.wasm,
    onMetric: ({ id, value }) => {
      figures[id] = value
    },
  })
  // Correct before cheap: the random inputs come first, and are others in each run.
  const contract = await session.contract('plain')
  const differs = await hiddenVectors(session.context('hidden'), contract, input)
  if (differs !== undefined) return { ok: false, why: differs }
  for (const id of spec.checks) {
    const check = checks.find((candidate) => candidate.id === id)
    if (check === undefined) return { ok: false, why: `${manifest.id} has no check ${id}`, fault: true }
    await check.run(session.context(id))
  }
  const { floor } = spec
  if (floor !== undefined && !((figures[floor.metric] ?? 0) >= floor.atLeast))
    return {
      ok: false,
      why: `${floor.metric} is ${figures[floor.metric] ?? 'not measured'}, at least ${floor.atLeast} is needed`,
    }
  const over = manifest.budgets.find((budget) => (figures[budget.id] ?? 0) > budget.budget)
  if (over !== undefined)
    return { ok: false, why: `${over.id} is ${figures[over.id]}, the budget is ${over.budget}` }
  return { ok: true, figures, arbos: open.engine.arbos }
}

/** The first random input on which the program and the reference differ, in words. */
async function hiddenVectors(
  ctx: ReturnType<ReturnType<typeof createSession>['context']>,
  contract: DeployedContract,
  { vectors, seed }: MeasureInput,
): Promise<string | undefined> {
  const { loadModel, packInput, predict } = await import('@inkling/model')
  const model = loadModel(await ctx.text('data/model.json'))
  for (let i = 0; i < vectors; i++) {
    const values = Array.from({ length: model.input.length }, (_, at) => {
      const [min, max] = [model.input.min[at] as number, model.input.max[at] as number]
      return min + Math.floor(ctx.rng() * (max - min + 1))
    })
    const want = predict(model, values)
    const hex = packInput(model, values)
    const label = await ctx.call(contract, 'classify', [hex])
    const told = (outcome: typeof label) => outcome.trap ?? outcome.revert?.name ?? outcome.value
    if (Number(label.value ?? -1) !== want.label)
      return `input ${hex} (seed ${seed}): classify gives ${told(label)}, the reference ${want.label}`
    // A contract may give nothing but its label (lab 6).
    if (!contract.abi.some((item) => item.type === 'function' && item.name === 'scores')) continue
    const scores = await ctx.call(contract, 'scores', [hex])
    const given = Array.isArray(scores.value) ? scores.value.map(Number).join(', ') : told(scores)
    if (given !== want.scores.join(', '))
      return `input ${hex} (seed ${seed}): scores gives ${given}, the reference ${want.scores.join(', ')}`
  }
  return undefined
}

process.once('message', (input: MeasureInput) => {
  measure(input)
    .catch((error: unknown): Measured => {
      if (error instanceof CheckFailure) {
        const { input: given } = error.options
        const what =
          error.expected === undefined ? error.message : `${error.actual}, expected ${error.expected}`
        return { ok: false, why: given === undefined ? what : `${given}: ${what}` }
      }
      const fault = !(error instanceof LabError && error.kind === 'submission')
      return { ok: false, why: (error as Error).message.split('\n')[0] as string, fault }
    })
    .then((result) => process.send?.(result, () => process.exit(0)))
})
