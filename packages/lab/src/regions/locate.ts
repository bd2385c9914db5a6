import { type Master, splitLines, type TaskPart } from './parse.ts'
import { keptLines } from './render.ts'

/** Where a task stands in the learner's file: line numbers from 1, `end` exclusive. */
export interface TaskPlace {
  start: number
  end: number
}

/** Most lines around a gap that are looked at. */
const CONTEXT = 6

/** All places where `wanted` stands as consecutive lines; indentation counts, blanks at line ends do not. */
function placesOf(lines: string[], wanted: string[]): number[] {
  const places: number[] = []
  for (let at = 0; at + wanted.length <= lines.length; at++) {
    if (wanted.every((line, i) => (lines[at + i] as string).trimEnd() === line.trimEnd())) places.push(at)
  }
  return places
}

/** Index of the first line of the gap: after the shortest run of lines before it that stands in the file once. */
function startOf(lines: string[], before: string[]): number | undefined {
  if (before.length === 0) return 0
  for (let count = 1; count <= Math.min(CONTEXT, before.length); count++) {
    const places = placesOf(lines, before.slice(-count))
    if (places.length === 1) return (places[0] as number) + count
    if (places.length === 0) break
  }
  // The line right above the gap was rewritten: a single line further up may still be there.
  for (let back = 1; back < Math.min(CONTEXT, before.length); back++) {
    const places = placesOf(lines, [before[before.length - 1 - back] as string])
    if (places.length === 1) return (places[0] as number) + back + 1
  }
  return undefined
}

/** Index of the line after the gap: where the longest run of lines behind it stands first. */
function endOf(lines: string[], after: string[], start: number, last: boolean): number | undefined {
  if (after.length === 0) return lines.length
  for (let count = Math.min(CONTEXT, after.length); count >= 1; count--) {
    const places = placesOf(lines, after.slice(0, count)).filter((at) => at >= start)
    // At the end of the file a closing brace must be the last one.
    if (last && count === after.length) {
      if (places.at(-1) === lines.length - count) return places.at(-1)
      continue
    }
    if (places.length > 0) return places[0]
  }
  return undefined
}

function findTask(
  master: Master,
  task: string,
): { part: TaskPart; before: string[]; after: string[]; last: boolean } | undefined {
  const index = master.parts.findIndex((part) => part.kind === 'task' && part.task === task)
  const part = master.parts[index]
  if (part?.kind !== 'task') return undefined
  const linesOf = (at: number): string[] | undefined => {
    const other = master.parts[at]
    if (other === undefined) return []
    return other.kind === 'text' ? keptLines(other.lines) : undefined
  }
  const before = linesOf(index - 1)
  const after = linesOf(index + 1)
  // Two gaps without a line between them have no anchor.
  if (before === undefined || after === undefined) return undefined
  return { part, before, after, last: index + 1 >= master.parts.length - 1 }
}

/**
 * Finds a task in the learner's own file, which has no markers any more. The lines around the gap serve as
 * anchors, so the learner may fill the gap and move it; `undefined` when they rewrote the anchors too.
 */
export function locateTask(master: Master, task: string, learner: string): TaskPlace | undefined {
  const found = findTask(master, task)
  if (found === undefined) return undefined
  const lines = splitLines(learner)
  const start = startOf(lines, found.before)
  if (start === undefined) return undefined
  const end = endOf(lines, found.after, start, found.last)
  return end === undefined ? undefined : { start: start + 1, end: end + 1 }
}

/** Puts the stub of one task back into the learner's file; `undefined` when its place cannot be found. */
export function restoreStub(master: Master, task: string, learner: string): string | undefined {
  const place = locateTask(master, task, learner)
  const found = findTask(master, task)
  if (place === undefined || found === undefined) return undefined
  const lines = splitLines(learner)
  return [...lines.slice(0, place.start - 1), ...found.part.stub, ...lines.slice(place.end - 1)].join('\n')
}
