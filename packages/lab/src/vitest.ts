/** The checks of a lab as vitest tests: `runChecksInVitest(lab, checks)` in `labs/NN-slug/checks.test.ts`. */
import { join } from 'node:path'
import { describe, test } from 'vitest'
import { buildContract } from './build/artefact.ts'
import { makeOverlay, type Variant } from './build/overlay.ts'
import { chooseEngine } from './engine/choose.ts'
import { openEngine } from './engine/open.ts'
import { CheckFailure } from './grade/compare.ts'
import { surveyTasks } from './grade/host.ts'
import { judgeBudgets, type Metric } from './grade/results.ts'
import { createSession, type Session } from './grade/session.ts'
import { checkFilesPresent } from './labs.ts'
import type { Check, LabManifest } from './types.ts'
import { shown, workspace } from './workspace.ts'

/** Of one check: the learner's code may train a model, and cargo may have to build first. */
const TEST_TIMEOUT = 600_000

/**
 * Makes one test of every check. Grades the learner's own files, or the variant named by `LAB_VARIANT`
 * (`solution`, `starter`, ...), on the engine that `RPC_URL` or its absence chooses.
 */
export function runChecksInVitest(manifest: LabManifest, checks: Check[]): void {
  const ws = workspace()
  const metrics: Metric[] = []
  let opened: Promise<{ session: Session; stubs: Map<string, string>; inkExact: boolean }> | undefined
  const open = () => {
    opened ??= (async () => {
      const variant = process.env.LAB_VARIANT as Variant | undefined
      const dir = variant === undefined ? join(ws.labs, manifest.id) : makeOverlay(ws, manifest, variant)
      checkFilesPresent(ws, manifest, dir)
      const { stubs } = await surveyTasks(ws, manifest, dir)
      const engine = await openEngine(chooseEngine(undefined))
      const session = createSession({
        manifest,
        dir,
        shownDir: shown(ws, dir),
        open: engine,
        seed: 7,
        artefact: async (build) => (await buildContract(ws, manifest, dir, build)).path,
        onMetric: (metric) => metrics.push(metric),
      })
      return { session, stubs, inkExact: engine.engine.inkExact }
    })()
    return opened
  }
  for (const task of manifest.tasks) {
    describe(`${task.id} ${task.title}`, () => {
      for (const check of checks.filter((candidate) => candidate.task === task.id)) {
        test(check.name, { timeout: TEST_TIMEOUT }, async () => {
          const { session, stubs } = await open()
          const stub = stubs.get(task.id)
          if (stub !== undefined) throw new Error(`task ${task.id} is still a stub, ${stub}`)
          try {
            await check.run(session.context(check.id))
          } catch (error) {
            throw error instanceof CheckFailure ? new Error(failureText(error)) : error
          }
          const own = metrics.filter((metric) => metric.check === check.id)
          const over = judgeBudgets(manifest.budgets, own).find((budget) => budget.state === 'over')
          if (over !== undefined)
            throw new Error(`${over.id} is ${over.value}, its budget is ${over.budget} ${over.unit}`)
        })
      }
    })
  }
}

function failureText(failure: CheckFailure): string {
  const { options, expected, actual, distance } = failure
  const lines = [expected === undefined ? failure.message : '']
  if (options.input !== undefined) lines.push(`input     ${options.input}`)
  if (expected !== undefined)
    lines.push(
      `expected  ${expected}`,
      `yours     ${actual ?? ''}${distance === undefined ? '' : `    ${distance}`}`,
    )
  if (options.case !== undefined) lines.push(`case      ${options.case}`)
  return lines.filter((line) => line !== '').join('\n')
}
