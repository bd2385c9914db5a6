import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { EnvironmentError } from '../errors.ts'
import type { Workspace } from '../workspace.ts'
import { atomicWrite } from './atomic-write.ts'
import { withProgressLock } from './lock.ts'

/** What is remembered of one task. */
export interface TaskProgress {
  status: 'todo' | 'pass' | 'fail' | 'stale'
  /** ISO time of the first PASS. */
  firstPass?: string
  attempts: number
  /** Hint rungs shown so far, 0 to 3. */
  hints: number
  /** The learner has looked at the answer. */
  revealed: boolean
}

export interface LabProgress {
  /** Content hash of the lab when it was last graded; a different one makes passed tasks `stale`. */
  content?: string
  tasks: Record<string, TaskProgress>
  /** Best (lowest) figure seen, by metric id. */
  best: Record<string, number>
  /** The last figure seen, by metric id. */
  last: Record<string, number>
  /** The last five figures of right answers, oldest first, by metric id. */
  history: Record<string, number[]>
}

/** Most figures a history keeps. */
const HISTORY = 5

export interface Progress {
  schema: 'lab-progress/1'
  /** Folder of the lab chosen with `lab go`; without it the first open one is the current. */
  current?: string
  labs: Record<string, LabProgress>
}

export function emptyProgress(): Progress {
  return { schema: 'lab-progress/1', labs: {} }
}

export function progressPath(ws: Workspace): string {
  return join(ws.state, 'progress.json')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function count(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0
}

function figures(value: unknown): Record<string, number> {
  if (!isRecord(value)) return {}
  return Object.fromEntries(
    Object.entries(value).filter(([, v]) => typeof v === 'number' && Number.isFinite(v)),
  ) as Record<string, number>
}

function histories(value: unknown): Record<string, number[]> {
  if (!isRecord(value)) return {}
  return Object.fromEntries(
    Object.entries(value).flatMap(([id, list]) =>
      Array.isArray(list) ? [[id, list.filter((v) => Number.isFinite(v)).slice(-HISTORY)]] : [],
    ),
  ) as Record<string, number[]>
}

/** Throws when the text is not a progress file; unknown fields of a known shape are dropped. */
export function parseProgress(text: string): Progress {
  const data: unknown = JSON.parse(text)
  if (!isRecord(data) || data.schema !== 'lab-progress/1' || !isRecord(data.labs)) {
    throw new Error('not a lab-progress/1 file')
  }
  const progress = emptyProgress()
  if (typeof data.current === 'string') progress.current = data.current
  for (const [id, lab] of Object.entries(data.labs)) {
    if (!isRecord(lab) || !isRecord(lab.tasks)) throw new Error(`lab ${id} has no tasks`)
    const tasks: Record<string, TaskProgress> = {}
    for (const [task, value] of Object.entries(lab.tasks)) {
      if (!isRecord(value)) throw new Error(`task ${task} is not an object`)
      const status = value.status
      tasks[task] = {
        status: status === 'pass' || status === 'fail' || status === 'stale' ? status : 'todo',
        ...(typeof value.firstPass === 'string' ? { firstPass: value.firstPass } : {}),
        attempts: count(value.attempts),
        hints: Math.min(3, count(value.hints)),
        revealed: value.revealed === true,
      }
    }
    progress.labs[id] = {
      ...(typeof lab.content === 'string' ? { content: lab.content } : {}),
      tasks,
      best: figures(lab.best),
      last: figures(lab.last),
      history: histories(lab.history),
    }
  }
  return progress
}

function sorted(value: unknown): unknown {
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  )
}

/** Sorted keys and one line a task, so that a diff of two files reads well. */
export function formatProgress(progress: Progress): string {
  const labs = Object.keys(progress.labs)
    .sort()
    .map((id) => {
      const lab = progress.labs[id] as LabProgress
      const tasks = Object.keys(lab.tasks)
        .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
        .map((task) => `        ${JSON.stringify(task)}: ${JSON.stringify(sorted(lab.tasks[task]))}`)
      const lines = [`      "best": ${JSON.stringify(sorted(lab.best))}`]
      if (lab.content !== undefined) lines.push(`      "content": ${JSON.stringify(lab.content)}`)
      if (Object.keys(lab.history).length > 0)
        lines.push(`      "history": ${JSON.stringify(sorted(lab.history))}`)
      lines.push(`      "last": ${JSON.stringify(sorted(lab.last))}`)
      lines.push(tasks.length === 0 ? '      "tasks": {}' : `      "tasks": {\n${tasks.join(',\n')}\n      }`)
      return `    ${JSON.stringify(id)}: {\n${lines.join(',\n')}\n    }`
    })
  const body = labs.length === 0 ? '{}' : `{\n${labs.join(',\n')}\n  }`
  const current = progress.current === undefined ? '' : `  "current": ${JSON.stringify(progress.current)},\n`
  return `{\n${current}  "labs": ${body},\n  "schema": "lab-progress/1"\n}\n`
}

/**
 * Reads the progress file. A file that cannot be read as one is moved aside and kept; `kept` is its new path.
 * Where it can't be moved (a read-only folder) it stays, `kept` is its own path, and nothing is written over it.
 */
export function readProgress(ws: Workspace): { progress: Progress; kept?: string } {
  const path = progressPath(ws)
  if (!existsSync(path)) return { progress: emptyProgress() }
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    // Another command has moved it aside since.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { progress: emptyProgress() }
    throw error
  }
  try {
    return { progress: parseProgress(text) }
  } catch {
    let kept = `${path}.broken`
    for (let n = 2; existsSync(kept); n++) kept = `${path}.broken-${n}`
    try {
      renameSync(path, kept)
    } catch {
      return { progress: emptyProgress(), kept: path }
    }
    return { progress: emptyProgress(), kept }
  }
}

export function writeProgress(ws: Workspace, progress: Progress): void {
  atomicWrite(progressPath(ws), formatProgress(progress))
}

/**
 * Reads, changes and writes the progress file under its lock, so that two commands at once lose nothing.
 * @throws when the file can't be written; it is as it was then.
 */
export async function updateProgress<T>(
  ws: Workspace,
  change: (progress: Progress) => T,
): Promise<{ progress: Progress; value: T; kept?: string }> {
  return withProgressLock(ws, () => {
    const { progress, kept } = readProgress(ws)
    if (kept === progressPath(ws)) {
      throw new EnvironmentError('.lab/progress.json can be neither read nor moved aside', {
        remedy: 'move it away by hand, or make .lab writable',
      })
    }
    const value = change(progress)
    writeProgress(ws, progress)
    return { progress, value, ...(kept === undefined ? {} : { kept }) }
  })
}

export function labProgress(progress: Progress, id: string): LabProgress {
  progress.labs[id] ??= { tasks: {}, best: {}, last: {}, history: {} }
  return progress.labs[id] as LabProgress
}

export function taskProgress(lab: LabProgress, task: string): TaskProgress {
  lab.tasks[task] ??= { status: 'todo', attempts: 0, hints: 0, revealed: false }
  return lab.tasks[task] as TaskProgress
}

/** Notes a new content hash; what was passed under another one becomes `stale`, never undone. */
export function noteContent(lab: LabProgress, content: string): void {
  if (lab.content !== undefined && lab.content !== content) {
    for (const task of Object.values(lab.tasks)) if (task.status === 'pass') task.status = 'stale'
  }
  lab.content = content
}

/** Notes figures of a right answer: the best one, and the last five. */
export function noteFigures(lab: LabProgress, figures: Record<string, number>): void {
  for (const [id, value] of Object.entries(figures)) {
    lab.best[id] = Math.min(lab.best[id] ?? Number.POSITIVE_INFINITY, value)
    lab.history[id] = [...(lab.history[id] ?? []), value].slice(-HISTORY)
  }
}
