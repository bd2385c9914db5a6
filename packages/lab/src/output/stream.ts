import type { GradeOutcome } from '../grade/host.ts'
import { headLines, type RenderInput, tailBlock, taskBlock, taskLines } from './render.ts'
import type { Style } from './style.ts'

/**
 * Prints a result while it grows: a task as soon as its last check is done, the rest at the end. What
 * comes out is `renderOutcome`, line for line.
 */
export function streamOutcome(write: (line: string) => void, style: Style) {
  let header = false
  let shownFailure = false
  const done = new Set<string>()
  /** Notes that were printed before their task ended. */
  let early = 0
  const tasks = (input: Pick<RenderInput, 'manifest' | 'onlyTask' | 'seed' | 'outcome'>, all: boolean) => {
    const { manifest, outcome, onlyTask } = input
    const last = outcome.results.at(-1)?.task
    for (const task of outcome.results.length > 0 ? taskLines(manifest, outcome, onlyTask) : []) {
      if (done.has(task.id)) continue
      const planned = outcome.checks.filter((check) => check.task === task.id).length
      const ran = outcome.results.filter((result) => result.task === task.id).length
      if (!all && (ran === 0 || ran < planned)) break
      if (!all && last === undefined) break
      done.add(task.id)
      for (const line of taskBlock(task, rest(outcome as GradeOutcome), style, !shownFailure)) write(line)
      if (task.failure !== undefined) shownFailure = true
    }
  }
  const rest = (outcome: GradeOutcome): GradeOutcome => ({ ...outcome, notes: outcome.notes.slice(early) })
  const head = (input: Pick<RenderInput, 'manifest' | 'onlyTask' | 'seed' | 'outcome'>) => {
    if (header) return
    header = true
    for (const line of headLines(input, style)) write(line)
  }
  return {
    /** After each result. */
    grow(input: Pick<RenderInput, 'manifest' | 'onlyTask' | 'seed' | 'outcome'>) {
      head(input)
      tasks(input, false)
    },
    /** Before something that takes minutes: what is known of the task at work. */
    working(input: Pick<RenderInput, 'manifest' | 'onlyTask' | 'seed' | 'outcome'>) {
      const { manifest, outcome } = input
      const task = manifest.tasks.find((candidate) => candidate.id === outcome.results.at(-1)?.task)
      if (task === undefined || done.has(task.id) || outcome.notes.length <= early) return
      head(input)
      const fresh = rest(outcome as GradeOutcome)
      early = outcome.notes.length
      for (const line of taskBlock(
        { id: task.id, title: task.title, word: 'WORK', right: '' },
        fresh,
        style,
        false,
      ))
        write(line)
    },
    /** `cut` shortens the part that was not printed yet. */
    end(input: RenderInput, cut: (lines: string[]) => string[]) {
      head(input)
      tasks(input, true)
      for (const line of cut(tailBlock(input, style))) write(line)
    },
  }
}
