import type { Master } from './parse.ts'

const DROP = /\blab:drop\b/

/** Lines that a learner sees: without those of the author. */
export function keptLines(lines: string[]): string[] {
  return lines.filter((line) => !DROP.test(line))
}

/**
 * Writes a variant of a master: the tasks in `stubbed` become stubs, all others keep the answer.
 * Markers of task regions and author-only lines are left out, so that a starter shows no trace of the
 * answer; `keep-` regions stay, pages import them. Always LF.
 */
export function renderVariant(master: Master, stubbed: ReadonlySet<string>): string {
  const out: string[] = []
  for (const part of master.parts) {
    if (part.kind === 'text') out.push(...keptLines(part.lines))
    else if (stubbed.has(part.task)) out.push(...part.stub)
    else out.push(...keptLines(part.answer))
  }
  return out.join('\n')
}

/** The file as a learner first sees it. */
export function renderStarter(master: Master): string {
  return renderVariant(master, new Set(master.tasks))
}

/** The file with every task solved. */
export function renderSolution(master: Master): string {
  return renderVariant(master, new Set())
}
