import type { BuildEvents } from '../build/artefact.ts'
import { makeOverlay, type Variant, wrongAnswers } from '../build/overlay.ts'
import type { EngineChoice } from '../engine/choose.ts'
import { type GradeOutcome, grade } from '../grade/host.ts'
import { readSignatures } from '../grade/read-signatures.ts'
import { judgeBudgets } from '../grade/results.ts'
import { type TaskLine, taskLines } from '../output/render.ts'
import type { LabManifest } from '../types.ts'
import type { Workspace } from '../workspace.ts'
import { goldenProblems } from './gates/golden-gate.ts'

/** Seed of every gate, the one that learners get too. */
export const GATE_SEED = 7

/** Share of a budget that the reference may use. */
const BUDGET_SHARE = 0.9

export interface VariantVerdict {
  variant: Variant
  problems: string[]
  outcome: GradeOutcome
}

export interface VerifyOptions {
  ws: Workspace
  manifest: LabManifest
  engine: EngineChoice
  build: BuildEvents
  signal?: AbortSignal
}

/** Grades one variant as every gate does: no task waits for another, seed 7. */
export async function gradeVariant(
  options: VerifyOptions,
  variant: Variant,
  more: { survey?: boolean } = {},
): Promise<GradeOutcome> {
  const { ws, manifest, engine, build, signal } = options
  const dir = makeOverlay(ws, manifest, variant)
  return grade({ ws, manifest, dir, seed: GATE_SEED, engine, noWait: true, build, signal, ...more })
}

/** Grades one variant and says in what it differs from what that variant must do. */
export async function verifyVariant(options: VerifyOptions, variant: Variant): Promise<VariantVerdict> {
  const { ws, manifest } = options
  const outcome = await gradeVariant(options, variant)
  if (outcome.error !== undefined) {
    const { message, details } = outcome.error
    return { variant, problems: [`${message}${details === undefined ? '' : `\n${details}`}`], outcome }
  }
  const broken = outcome.results.filter((result) => result.status === 'error')
  const problems = broken.map((result) => `${result.id}: ${result.message}`)
  const tasks = taskLines(manifest, outcome)
  const without = /^without-(\d+)-(\d+)$/.exec(variant)
  if (variant === 'starter') problems.push(...starterProblems(manifest, outcome, tasks))
  else if (variant === 'solution') problems.push(...solutionProblems(manifest, outcome, tasks))
  else if (without !== null) problems.push(...withoutProblems(manifest, `${without[1]}.${without[2]}`, tasks))
  if (variant.startsWith('wrong-')) {
    const caught = tasks.some((task) => task.failure !== undefined)
    if (broken.length === 0 && !caught) problems.push('no check catches this wrong answer')
    problems.push(...goldenProblems(ws, manifest, variant.slice('wrong-'.length), outcome))
  } else {
    for (const result of outcome.results)
      if (result.diagnosis !== undefined)
        problems.push(`${result.id} looks like ${result.diagnosis.id} here, and is not`)
  }
  return { variant, problems, outcome }
}

function starterProblems(manifest: LabManifest, outcome: GradeOutcome, tasks: TaskLine[]): string[] {
  const problems: string[] = []
  if (outcome.warnings.length > 0) problems.push(`rustc warns: ${outcome.warnings[0]}`)
  if (manifest.answerFiles.length === 0) return problems
  for (const task of tasks) {
    const required = outcome.results.filter((result) => result.task === task.id && result.required)
    if (task.word === 'PASS') problems.push(`task ${task.id} passes in the starter`)
    else if (!required.some((result) => result.status === 'fail'))
      problems.push(`task ${task.id} is ${task.word} in the starter, it has to be FAIL`)
  }
  return problems
}

function solutionProblems(manifest: LabManifest, outcome: GradeOutcome, tasks: TaskLine[]): string[] {
  const problems: string[] = []
  if (outcome.warnings.length > 0) problems.push(`rustc warns: ${outcome.warnings[0]}`)
  for (const { id, word, failure, right } of tasks) {
    if (word === 'PASS') continue
    const what = [failure?.message ?? right, failure?.expected, failure?.actual].filter(Boolean).join(' ')
    problems.push(`task ${id} is ${word}: ${what}`)
  }
  for (const budget of judgeBudgets(manifest.budgets, outcome.metrics)) {
    if (budget.value === undefined) problems.push(`${budget.id} is not measured`)
    else if (budget.value > budget.budget * BUDGET_SHARE)
      problems.push(`${budget.id} is ${budget.value}, above 90 % of its budget ${budget.budget}`)
  }
  return problems
}

/** Red are the task that was left out and those that need it, and no others. */
export function withoutProblems(manifest: LabManifest, task: string, tasks: TaskLine[]): string[] {
  const dependants = dependantsOf(manifest, task)
  return tasks.flatMap(({ id, word }) => {
    const red = word !== 'PASS'
    if (id === task) return red ? [] : [`task ${id} passes without its answer`]
    if (dependants.has(id)) return red ? [] : [`task ${id} needs ${task}, and passes without it`]
    return red ? [`task ${id} fails although only ${task} is missing and it does not need it`] : []
  })
}

/** Tasks that need this one, also through others. */
export function dependantsOf(manifest: Pick<LabManifest, 'tasks'>, task: string): Set<string> {
  const found = new Set<string>()
  for (let size = -1; size !== found.size; ) {
    size = found.size
    for (const { id, needs } of manifest.tasks)
      if ((needs ?? []).some((need) => need === task || found.has(need))) found.add(id)
  }
  return found
}

/** The variants a lab has: starter, solution, one without each task, each wrong answer. */
export function variantsOf(ws: Workspace, manifest: LabManifest): Variant[] {
  if (manifest.answerFiles.length === 0) return ['solution']
  const leaveOneOut = manifest.tasks.map((task): Variant => `without-${task.id.replace('.', '-')}`)
  const wrong = wrongAnswers(ws, manifest.id).map((name): Variant => `wrong-${name}`)
  return ['starter', 'solution', ...leaveOneOut, ...wrong]
}

/** Recorded wrong answers that are no more. */
export function strayRecords(ws: Workspace, manifest: LabManifest): string[] {
  const names = wrongAnswers(ws, manifest.id)
  const recorded = readSignatures(ws, manifest.id)?.wrong.map((wrong) => wrong.name) ?? []
  return recorded
    .filter((name) => !names.includes(name))
    .map((name) => `wrong/signatures.json has ${name}, which is no wrong answer`)
}
