import { forget, keep, read } from './kept.ts'

/** A task that was passed, and where: graded in this page, or told by a progress file of a clone. */
export interface Passed {
  at: string
  by: 'page' | 'clone'
  /** The reference answer was looked at before. */
  revealed?: boolean
}

/** By task id: `1.2`. */
export type Progress = Record<string, Passed>

export class ProgressFileError extends Error {
  override name = 'ProgressFileError'
}

const KEY = 'progress'

/** What this browser remembers; something broken in the storage counts as nothing. */
export function loadProgress(): Progress {
  const text = read(KEY)
  if (text === undefined) return {}
  try {
    return checked(JSON.parse(text))
  } catch {
    return {}
  }
}

function checked(value: unknown): Progress {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(
    Object.entries(value).filter(
      ([id, passed]) =>
        /^\d+\.\d+$/.test(id) && typeof passed?.at === 'string' && ['page', 'clone'].includes(passed.by),
    ),
  )
}

export function forgetProgress(): void {
  forget(KEY)
}

/** Adds what was passed; what is there already keeps its first time. False where the browser does not keep it. */
export function addPassed(passed: Progress): boolean {
  return keep(KEY, JSON.stringify({ ...passed, ...loadProgress() }))
}

/**
 * Tasks that a `.lab/progress.json` calls passed, with the time of the first pass.
 *
 * @throws ProgressFileError in words for the page, when the text is no such file
 */
export function readProgressFile(text: string): Progress {
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    throw new ProgressFileError(
      'This file is not JSON: it is cut off or was edited. Take .lab/progress.json of your clone as it is.',
    )
  }
  const { schema, labs } = (file ?? {}) as { schema?: unknown; labs?: unknown }
  if (schema !== 'lab-progress/1' || typeof labs !== 'object' || labs === null)
    throw new ProgressFileError(
      'This file is JSON, but no progress file of a clone: it does not say lab-progress/1. Take .lab/progress.json.',
    )
  const found: Progress = {}
  for (const [lab, entry] of Object.entries(labs)) {
    const tasks = (entry as { tasks?: unknown } | null)?.tasks
    if (typeof tasks !== 'object' || tasks === null)
      throw new ProgressFileError(`This progress file is damaged: lab "${lab.slice(0, 40)}" has no tasks.`)
    for (const [id, task] of Object.entries(tasks as Record<string, StoredTask | null>)) {
      if (!/^\d+\.\d+$/.test(id) || task === null || typeof task !== 'object')
        throw new ProgressFileError(`This progress file is damaged: task "${id.slice(0, 20)}" can't be read.`)
      if (task.status !== 'pass') continue
      found[id] = {
        at: typeof task.firstPass === 'string' ? task.firstPass : '',
        by: 'clone',
        ...(task.revealed === true ? { revealed: true } : {}),
      }
    }
  }
  return found
}

interface StoredTask {
  status?: unknown
  firstPass?: unknown
  revealed?: unknown
}
