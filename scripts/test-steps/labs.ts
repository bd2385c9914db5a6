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
  seconds?: number
  gates: {
    lab: string
    gate: string
    problems: string[]
    seconds?: number
    cached?: boolean
    skipped?: string[]
  }[]
}

/**
 * `lab author verify`: every content gate of labs and pages. What passed before with the same inputs is not
 * run again, unless `CI` is set.
 */
export const gatesStep: Step = {
  name: 'gates',
  title: 'labs: content gates',
  async run({ detail, ci }) {
    const found = await findRust({ detail, ci })
    if ('without' in found) return found.without
    const mine = await ownWork(ci)
    const numbers: string[] = []
    const skipped: string[] = []
    for (const { manifest } of await overlays('starter')) {
      const changed = mine.filter((file) => file.startsWith(`labs/${manifest.id}/`))
      if (changed.length === 0) numbers.push(String(manifest.number))
      skipped.push(...changed.map((file) => `${manifest.id}: ${file} is your own work`))
    }
    if (numbers.length === 0) return { passed: 0, failed: 0, skipped }
    const result = await runNode('packages/lab/src/cli.ts', ['author', 'verify', ...numbers, '--json'], {
      env,
      onLine: detail,
    })
    const counted = countGates('labs', parse<VerifyReport>(result.stdout), result.output, ci)
    return { ...counted, skipped: [...skipped, ...(counted.skipped ?? [])] }
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

/** Each gate counts as one. A tool that is missing is named, and a failure with `CI` set. */
export function countGates(
  lab: string,
  report: VerifyReport | undefined,
  output = '',
  ci = false,
): StepResult {
  if (!report?.gates?.length) return noReport(lab, output)
  const gates = report.gates.map((gate) => ({
    ...gate,
    problems: [...gate.problems, ...(ci ? (gate.skipped ?? []) : [])],
  }))
  const bad = gates.filter((gate) => gate.problems.length > 0)
  const lines = bad.flatMap((gate) => gate.problems.map((problem) => `${gate.lab} ${gate.gate}: ${problem}`))
  const skipped = ci
    ? []
    : gates.flatMap((gate) => (gate.skipped ?? []).map((what) => `${gate.lab} ${gate.gate}: ${what}`))
  return {
    passed: gates.length - bad.length,
    failed: bad.length,
    skipped,
    notes: gateNotes(report.gates),
    output: lines.join('\n'),
  }
}

/** Which gates were cached, and seconds by lab and kind of those that ran. */
function gateNotes(gates: VerifyReport['gates']): string[] {
  const cached = gates.filter((gate) => gate.cached).length
  const notes =
    cached === 0
      ? []
      : [`${cached} of ${gates.length} gates cached: their inputs have not changed since they passed`]
  const labs = [...new Set(gates.map((gate) => gate.lab))]
  for (const lab of labs) {
    const ran = gates.filter((gate) => gate.lab === lab && !gate.cached && (gate.seconds ?? 0) > 0)
    if (ran.length === 0) continue
    const kinds = new Map<string, number>()
    for (const { gate, seconds } of ran) {
      const kind = gate.replace(/^without-.*/, 'leave-one-out').replace(/^wrong-.*/, 'wrong answers')
      kinds.set(kind, (kinds.get(kind) ?? 0) + (seconds ?? 0))
    }
    notes.push(`${lab}  ${[...kinds].map(([kind, time]) => `${kind} ${time.toFixed(1)} s`).join(', ')}`)
  }
  return notes
}

function noReport(lab: string, output: string): StepResult {
  return { passed: 0, failed: 1, output: `${lab}: no report\n${output}` }
}
