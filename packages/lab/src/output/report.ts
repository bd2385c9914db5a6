import type { GradeOutcome } from '../grade/host.ts'
import { judgeBudgets } from '../grade/results.ts'
import { tasksToRun } from '../grade/tasks-to-run.ts'
import type { LabProgress } from '../state/progress.ts'
import type { LabManifest } from '../types.ts'
import { reproduceCommand } from './render.ts'

export interface ReportInput {
  manifest: LabManifest
  outcome: GradeOutcome
  seed: number
  onlyTask?: string
  extra: string[]
  content: string
  starterChanged: boolean
  progress: LabProgress
  /** Milliseconds. */
  duration: number
  status: 'pass' | 'fail' | 'error'
  version: string
  next?: { lab: string; task?: string }
}

/** Report `lab-report/1` (spec labs.md 2.4): no names, no paths outside the repository, no machine ids. */
export function makeReport(input: ReportInput): Record<string, unknown> {
  const { manifest, outcome } = input
  const wanted = tasksToRun(manifest, input.onlyTask)
  const tests = outcome.results.map((result) => ({
    id: result.id,
    name: result.name,
    task_id: result.task,
    required: result.required,
    status: result.status,
    reason: result.reason ?? null,
    score: 0,
    message: result.message ?? null,
    input: result.input ?? null,
    expected: result.expected ?? null,
    actual: result.actual ?? null,
    distance: result.distance ?? null,
    layer: result.layer ?? null,
    diagnosis: result.diagnosis?.id ?? null,
    looks_like: result.diagnosis?.says ?? null,
    filename: result.where?.replace(/:\d+$/, '') ?? null,
    line_no: result.where === undefined ? null : Number(/:(\d+)$/.exec(result.where)?.[1] ?? 0) || null,
    duration: result.duration,
    output: result.output?.slice(0, 500) ?? null,
    reproduce: reproduceCommand(result, input.seed, input.extra),
  }))
  const tasks = manifest.tasks
    .filter((task) => wanted.has(task.id))
    .map((task) => {
      const own = tests.filter((test) => test.task_id === task.id)
      const planned = outcome.checks.filter((check) => check.task === task.id).length
      const required = own.filter((test) => test.required)
      const bad =
        required.find((test) => test.status === 'error') ??
        required.find((test) => test.status === 'fail') ??
        required.find((test) => test.status === 'skip')
      const status = bad?.status ?? (own.length === 0 || own.length < planned ? 'skip' : 'pass')
      const known = input.progress.tasks[task.id]
      // Points of a task are shared by its required checks.
      for (const test of required) test.score = test.status === 'pass' ? task.points / required.length : 0
      return {
        id: task.id,
        title: task.title,
        status,
        reason: bad?.reason ?? null,
        score: status === 'pass' ? task.points : 0,
        max_score: task.points,
        hintsUsed: known?.hints ?? 0,
        revealed: known?.revealed ?? false,
      }
    })
  const metrics = outcome.metrics.map((metric) => {
    const budget = manifest.budgets.find((candidate) => candidate.id === metric.id)
    return {
      id: metric.id,
      value: metric.value,
      unit: metric.unit,
      budget: budget?.budget ?? null,
      par: budget?.par ?? null,
      naive: budget?.naive ?? null,
      best: input.progress.best[metric.id] ?? null,
      previous: input.progress.last[metric.id] ?? null,
      parts: metric.parts ?? null,
      status: budget === undefined ? null : metric.value > budget.budget ? 'fail' : 'pass',
    }
  })
  const missing = judgeBudgets(manifest.budgets, outcome.metrics)
    .filter((budget) => budget.state === 'unmeasured')
    .map((budget) => ({
      id: budget.id,
      value: null,
      unit: budget.unit,
      budget: budget.budget,
      par: budget.par,
      status: 'skip',
      reason:
        budget.unit === 'ink' && outcome.engine?.inkExact === false
          ? 'ink not available here'
          : 'not measured in this run',
    }))
  const error = outcome.error
  return {
    schema: 'lab-report/1',
    version: 1,
    lab: { id: manifest.id, content: input.content, starterChanged: input.starterChanged },
    engine:
      outcome.engine === undefined
        ? null
        : {
            kind: outcome.engine.kind,
            name: outcome.engine.name,
            version: input.version,
            arbos: outcome.engine.arbos,
            inkPrice: 10_000,
            inkExact: outcome.engine.inkExact,
            ...(outcome.engine.fallback === undefined ? {} : { fallback: outcome.engine.fallback }),
          },
    seed: input.seed,
    status: input.status,
    reason:
      error === undefined
        ? null
        : {
            kind: error.kind,
            message: error.message,
            details: error.details ?? null,
            remedy: error.remedy ?? null,
          },
    score: tasks.reduce((sum, task) => sum + task.score, 0),
    max_score: tasks.reduce((sum, task) => sum + task.max_score, 0),
    duration: input.duration,
    tasks,
    tests,
    metrics: [...metrics, ...missing],
    notes: outcome.notes.map((note) => note.line),
    programs: outcome.programs,
    environment: {
      os: `${process.platform} ${process.arch}`,
      node: process.versions.node,
      rustc: outcome.rustc ?? null,
      ci: process.env.CI !== undefined && process.env.CI !== '' && process.env.CI !== 'false',
    },
    next: input.next ?? null,
  }
}
