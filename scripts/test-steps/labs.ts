import { sum } from './one.ts'
import { overlays } from './overlays.ts'
import { ownWork } from './own-work.ts'
import { runNode } from './run-tool.ts'
import { findRust } from './rust.ts'
import type { Step, StepResult } from './types.ts'

/** On the embedded node and with the usual output, whatever this shell is set to. */
const env = { RPC_URL: undefined, LAB_FORMAT: undefined }

/** The part of `lab-report/1` that is counted here. */
export interface LabReport {
  reason: { kind: string; message: string; details: string | null } | null
  tests: { id: string; status: string; message: string | null }[]
  metrics: { id: string; status: string | null; value: number | null; budget: number | null }[]
}

/** `lab check N --solution`, as a learner would type it. */
export const solutionsStep: Step = {
  name: 'solutions',
  title: 'labs: solutions pass, budgets included',
  async run({ detail, ci }) {
    const found = await findRust({ detail, ci })
    if ('without' in found) return found.without
    const results = []
    for (const { manifest } of await overlays('solution')) {
      const args = ['check', String(manifest.number), '--solution', '--no-wait', '--json']
      const result = await runNode('packages/lab/src/cli.ts', args, {
        env,
        onLine: (line) => detail(`${manifest.id}  ${line}`),
      })
      results.push(countSolution(manifest.id, parse<LabReport>(result.stdout), result.output))
    }
    return sum(results)
  },
}

/** `lab-verify/1` */
export interface VerifyReport {
  gates: { lab: string; gate: string; problems: string[] }[]
}

/**
 * `lab author verify`: starters build without a warning and fail, and only fail; each task can be left out
 * alone; every wrong answer is caught.
 */
export const gatesStep: Step = {
  name: 'gates',
  title: 'labs: starters, leave-one-out, wrong answers',
  async run({ detail, ci }) {
    const found = await findRust({ detail, ci })
    if ('without' in found) return found.without
    const mine = await ownWork(ci)
    const results: StepResult[] = []
    for (const { manifest } of await overlays('starter')) {
      const changed = mine.filter((file) => file.startsWith(`labs/${manifest.id}/`))
      if (changed.length > 0) {
        results.push({
          passed: 0,
          failed: 0,
          skipped: changed.map((file) => `${manifest.id}: ${file} is your own work`),
        })
        continue
      }
      const args = ['author', 'verify', String(manifest.number), '--json']
      const result = await runNode('packages/lab/src/cli.ts', args, {
        env,
        onLine: (line) => detail(`${manifest.id}  ${line}`),
      })
      results.push(countGates(manifest.id, parse<VerifyReport>(result.stdout), result.output))
    }
    return sum(results)
  },
}

function parse<T>(text: string): T | undefined {
  try {
    return JSON.parse(text) as T
  } catch {
    return undefined
  }
}

/** Counts each check and each budget of a graded solution. */
export function countSolution(lab: string, report: LabReport | undefined, output = ''): StepResult {
  if (!report?.tests) return noReport(lab, output)
  const budgets = report.metrics.filter((metric) => metric.budget !== null)
  const judged = [
    ...report.tests.map((test) => ({ id: test.id, status: test.status, what: test.message })),
    ...budgets.map(({ id, status, value, budget }) => ({ id, status, what: `${value} of ${budget}` })),
  ]
  const bad = judged.filter((item) => item.status !== 'pass')
  const lines = bad.map((item) => `${lab} solution, ${item.id}: ${item.status} ${item.what ?? ''}`)
  if (report.reason) lines.push(`${lab} solution: ${report.reason.message}\n${report.reason.details ?? ''}`)
  const failed = bad.length + (report.reason || judged.length === 0 ? 1 : 0)
  return { passed: judged.length - bad.length, failed, output: lines.join('\n') }
}

/** Each gate of a lab counts as one. */
export function countGates(lab: string, report: VerifyReport | undefined, output = ''): StepResult {
  if (!report?.gates?.length) return noReport(lab, output)
  const bad = report.gates.filter((gate) => gate.problems.length > 0)
  const lines = bad.flatMap((gate) => gate.problems.map((problem) => `${lab} ${gate.gate}: ${problem}`))
  return { passed: report.gates.length - bad.length, failed: bad.length, output: lines.join('\n') }
}

function noReport(lab: string, output: string): StepResult {
  return { passed: 0, failed: 1, output: `${lab}: no report\n${output}` }
}
