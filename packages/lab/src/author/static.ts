import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readMasters } from '../build/masters.ts'
import { wrongAnswers } from '../build/overlay.ts'
import { findStubs } from '../regions/stubs.ts'
import type { Check, LabManifest } from '../types.ts'
import type { Workspace } from '../workspace.ts'
import { staleDiffs } from './diffs.ts'
import { hintProblems, idProblems } from './gates/ids.ts'
import { prebuiltIsStale } from './prebuilt.ts'
import { staleStarters } from './starters.ts'

/** Most lines of answer a task may have (spec labs.md, rule 2). */
const ANSWER_LINES = 12
const TASKS = 6
/** Fewest wrong answers a lab has (spec labs.md, section 3). */
const WRONG_ANSWERS = 3

/** What is wrong with a lab's files, without building or grading anything. */
export async function staticProblems(ws: Workspace, manifest: LabManifest): Promise<string[]> {
  const problems: string[] = []
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
  const again = `npm run lab -- author build ${manifest.number}`
  for (const { name } of guard(() => staleStarters(ws, manifest)) ?? [])
    problems.push(`${name} is not current: ${again}`)
  for (const name of guard(() => staleDiffs(ws, manifest)) ?? [])
    problems.push(`${name} is not current: ${again}`)
  if (guard(() => prebuiltIsStale(ws, manifest)) === true)
    problems.push(`${manifest.prebuilt?.code} is not current: ${again}`)

  problems.push(...(guard(() => regionProblems(ws, manifest)) ?? []))
  for (const task of manifest.tasks) {
    if (!new RegExp(`^${manifest.number}\\.\\d+$`).test(task.id))
      problems.push(`task id ${task.id} is not one of lab ${manifest.number}`)
    for (const need of task.needs ?? [])
      if (!manifest.tasks.some((other) => other.id === need))
        problems.push(`task ${task.id} needs ${need}, which is no task`)
  }
  problems.push(...(guard(() => hintProblems(ws, manifest)) ?? []))
  problems.push(...(guard(() => idProblems(ws, manifest)) ?? []))
  const wrong = guard(() => wrongAnswers(ws, manifest.id)) ?? []
  if (manifest.answerFiles.length > 0 && wrong.length < WRONG_ANSWERS)
    problems.push(`${wrong.length} wrong answers, at least ${WRONG_ANSWERS} are needed (lab author wrong)`)
  problems.push(...(await checkProblems(ws, manifest)))
  return problems
}

/** Regions of the masters against the manifest's tasks. */
function regionProblems(ws: Workspace, manifest: LabManifest): string[] {
  const problems: string[] = []
  const regions = new Map<string, string>()
  for (const [file, master] of readMasters(ws, manifest)) {
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
  if (manifest.answerFiles.length === 0) return problems
  for (const task of manifest.tasks) {
    const file = regions.get(task.id)
    if (file === undefined) problems.push(`task ${task.id} has no region in any master`)
    else if (file !== task.file)
      problems.push(`task ${task.id} is in ${file}, its manifest says ${task.file}`)
  }
  for (const id of regions.keys())
    if (!manifest.tasks.some((task) => task.id === id))
      problems.push(`region of task ${id}, which the manifest does not have`)
  return problems
}

/** Ids of the checks against the manifest's tasks. */
async function checkProblems(ws: Workspace, manifest: LabManifest): Promise<string[]> {
  const problems: string[] = []
  try {
    const path = join(ws.labs, manifest.id, 'checks.ts')
    const { checks } = (await import(pathToFileURL(path).href)) as { checks: Check[] }
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
