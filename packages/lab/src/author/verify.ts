import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BuildEvents } from '../build/artefact.ts'
import { readMasters } from '../build/masters.ts'
import { makeOverlay, type Variant, wrongAnswers } from '../build/overlay.ts'
import type { EngineChoice } from '../engine/choose.ts'
import { type GradeOutcome, grade } from '../grade/host.ts'
import { judgeBudgets } from '../grade/results.ts'
import { parseHints } from '../hints.ts'
import { taskLines } from '../output/render.ts'
import { findStubs } from '../regions/stubs.ts'
import type { Check, LabManifest } from '../types.ts'
import type { Workspace } from '../workspace.ts'
import { prebuiltIsStale } from './prebuilt.ts'
import { staleStarters } from './starters.ts'

/** Most lines of answer a task may have (spec labs.md, rule 2). */
const ANSWER_LINES = 12
const TASKS = 6

/** What is wrong with a lab's files, without building or grading anything. */
export async function staticProblems(ws: Workspace, manifest: LabManifest): Promise<string[]> {
  const problems: string[] = []
  const dir = join(ws.labs, manifest.id)
  const guard = <T>(work: () => T): T | undefined => {
    try {
      return work()
    } catch (error) {
      problems.push((error as Error).message)
      return undefined
    }
  }
  if (manifest.tasks.length > TASKS) problems.push(`${manifest.tasks.length} tasks; at most ${TASKS}`)
  if (!(manifest.minutes > 0)) problems.push('minutes are missing')
  if (Number.parseInt(manifest.id, 10) !== manifest.number)
    problems.push(`number ${manifest.number} is not that of folder ${manifest.id}`)
  for (const { name } of guard(() => staleStarters(ws, manifest)) ?? [])
    problems.push(`${name} is not current: npm run lab -- author build ${manifest.number}`)
  if (guard(() => prebuiltIsStale(ws, manifest)) === true)
    problems.push(`${manifest.prebuilt?.code} is not current: npm run lab -- author build ${manifest.number}`)

  const masters = guard(() => readMasters(ws, manifest))
  const regions = new Map<string, string>()
  for (const [file, master] of masters ?? []) {
    for (const part of master.parts) {
      if (part.kind !== 'task') continue
      regions.set(part.task, file)
      const statements = statementCount(part.answer)
      if (statements > ANSWER_LINES)
        problems.push(`task ${part.task}: ${statements} lines of answer, at most ${ANSWER_LINES}`)
      for (const stub of findStubs(part.stub.join('\n'), file)) {
        if (stub.task !== part.task)
          problems.push(`${master.file}: the stub of task ${part.task} says ${stub.task}`)
      }
    }
  }
  if (manifest.answerFiles.length > 0) {
    for (const task of manifest.tasks) {
      const file = regions.get(task.id)
      if (file === undefined) problems.push(`task ${task.id} has no region in any master`)
      else if (file !== task.file)
        problems.push(`task ${task.id} is in ${file}, its manifest says ${task.file}`)
    }
    for (const id of regions.keys())
      if (!manifest.tasks.some((task) => task.id === id))
        problems.push(`region of task ${id}, which the manifest does not have`)
  }
  for (const task of manifest.tasks) {
    for (const need of task.needs ?? [])
      if (!manifest.tasks.some((other) => other.id === need))
        problems.push(`task ${task.id} needs ${need}, which is no task`)
  }

  const hintsPath = join(dir, 'hints.md')
  if (manifest.answerFiles.length > 0) {
    if (!existsSync(hintsPath)) problems.push('hints.md is missing')
    else {
      const hints = guard(() => parseHints(readFileSync(hintsPath, 'utf8'), `labs/${manifest.id}/hints.md`))
      for (const task of manifest.tasks) {
        const rungs = hints?.get(task.id) ?? []
        if (rungs.length !== 3 || rungs.some((rung) => rung === ''))
          problems.push(
            `hints.md: task ${task.id} has ${rungs.length} rungs, three were expected, none empty`,
          )
      }
    }
  }
  try {
    const { checks } = (await import(pathToFileURL(join(dir, 'checks.ts')).href)) as { checks: Check[] }
    const ids = new Set<string>()
    for (const check of checks) {
      if (ids.has(check.id)) problems.push(`two checks are called ${check.id}`)
      ids.add(check.id)
      if (!manifest.tasks.some((task) => task.id === check.task))
        problems.push(`check ${check.id} is for task ${check.task}, which does not exist`)
      if (!check.id.startsWith(`${check.task}/`))
        problems.push(`check ${check.id} should be called ${check.task}/...`)
    }
    for (const task of manifest.tasks)
      if (!checks.some((check) => check.task === task.id && check.required !== false))
        problems.push(`task ${task.id} has no required check`)
  } catch (error) {
    problems.push(`checks.ts does not load: ${(error as Error).message}`)
  }
  return problems
}

/**
 * Lines of an answer as a person counts them: closing brackets, comments and author-only lines do not
 * count, and neither do the lines a formatter broke out of a bracket that an earlier line opened.
 */
export function statementCount(answer: string[]): number {
  let depth = 0
  let count = 0
  for (const line of answer) {
    const text = line.trim()
    if (text === '' || text.startsWith('//') || /\blab:drop\b/.test(line)) continue
    if (depth === 0 && /[^\s{}()[\],;]/.test(text.replace(/ as const$/, ''))) count++
    for (const c of text) {
      if (c === '(' || c === '[') depth++
      else if (c === ')' || c === ']') depth = Math.max(0, depth - 1)
    }
  }
  return count
}

export interface VariantVerdict {
  variant: Variant
  problems: string[]
  outcome: GradeOutcome
}

/** Grades one variant and says in what it differs from what that variant must do. */
export async function verifyVariant(
  ws: Workspace,
  manifest: LabManifest,
  variant: Variant,
  engine: EngineChoice,
  build: BuildEvents,
  signal?: AbortSignal,
): Promise<VariantVerdict> {
  const dir = makeOverlay(ws, manifest, variant)
  const outcome = await grade({ ws, manifest, dir, seed: 7, engine, noWait: true, build, signal })
  const problems: string[] = []
  if (outcome.error !== undefined) {
    problems.push(
      `${outcome.error.message}${outcome.error.details === undefined ? '' : `\n${outcome.error.details}`}`,
    )
    return { variant, problems, outcome }
  }
  const words = new Map(taskLines(manifest, outcome).map((line) => [line.id, line]))
  const broken = outcome.results.filter((result) => result.status === 'error')
  for (const result of broken) problems.push(`${result.id}: ${result.message}`)
  if (variant === 'starter') {
    if (outcome.warnings.length > 0) problems.push(`rustc warns: ${outcome.warnings[0]}`)
    if (manifest.answerFiles.length > 0) {
      for (const [id, line] of words)
        if (line.word === 'PASS') problems.push(`task ${id} passes in the starter`)
    }
  }
  if (variant === 'solution') {
    if (outcome.warnings.length > 0) problems.push(`rustc warns: ${outcome.warnings[0]}`)
    for (const [id, line] of words)
      if (line.word !== 'PASS')
        problems.push(
          `task ${id} is ${line.word}: ${line.failure?.message ?? line.right} ${line.failure?.expected ?? ''} ${line.failure?.actual ?? ''}`.trim(),
        )
    for (const budget of judgeBudgets(manifest.budgets, outcome.metrics)) {
      if (budget.state === 'unmeasured') problems.push(`${budget.id} is not measured`)
      else if (budget.value! > budget.budget * 0.9)
        problems.push(`${budget.id} is ${budget.value}, above 90 % of its budget ${budget.budget}`)
    }
  }
  const without = /^without-(\d+)-(\d+)$/.exec(variant)
  if (without !== null) {
    const task = `${without[1]}.${without[2]}`
    const dependants = dependantsOf(manifest, task)
    for (const [id, line] of words) {
      if (id === task && line.word === 'PASS') problems.push(`task ${id} passes without its answer`)
      if (id !== task && !dependants.has(id) && line.word !== 'PASS')
        problems.push(`task ${id} fails although only ${task} is missing and it does not need it`)
    }
  }
  if (
    variant.startsWith('wrong-') &&
    broken.length === 0 &&
    ![...words.values()].some((line) => line.failure !== undefined)
  ) {
    problems.push('no check catches this wrong answer')
  }
  return { variant, problems, outcome }
}

/** Tasks that need this one, also through others. */
function dependantsOf(manifest: LabManifest, task: string): Set<string> {
  const found = new Set<string>()
  let grew = true
  while (grew) {
    grew = false
    for (const candidate of manifest.tasks) {
      if (found.has(candidate.id)) continue
      if ((candidate.needs ?? []).some((need) => need === task || found.has(need))) {
        found.add(candidate.id)
        grew = true
      }
    }
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
