import { csvRow } from './csv.ts'
import type { ClassTable } from './merge.ts'

/** One contract in a ranking. */
export interface Ranked {
  /** Handle, pseudonym or file name. */
  who: string
  /** Metric id to value; a figure that is missing ranks last. */
  figures: Record<string, number>
}

/** In this order; integers only, all measured on one engine. */
export const RANKED_BY = ['ink.classify', 'bytes.code'] as const

/** Printed beside every ranking. */
export const FORMULA =
  'correct and accurate enough first (else not ranked); then the lowest ink of the worst path; then the fewest bytes on chain; then equal'

/** Places from 1; equal figures share a place. Not measured in the first figure: not ranked. */
export function rank(entries: Ranked[], by: readonly string[] = RANKED_BY): (Ranked & { place: number })[] {
  const value = (entry: Ranked, id: string) => entry.figures[id] ?? Number.POSITIVE_INFINITY
  const compare = (a: Ranked, b: Ranked) => {
    for (const id of by) {
      const [x, y] = [value(a, id), value(b, id)]
      if (x !== y) return x < y ? -1 : 1
    }
    return 0
  }
  const sorted = entries
    .filter((entry) => Number.isFinite(value(entry, by[0] as string)))
    .sort((a, b) => compare(a, b) || a.who.localeCompare(b.who, 'en', { numeric: true }))
  let place = 0
  return sorted.map((entry, i) => {
    if (i === 0 || compare(sorted[i - 1] as Ranked, entry) !== 0) place = i + 1
    return { ...entry, place }
  })
}

/** Ranking of a class by lab: only those who passed every task of it that anyone has. */
export function classRanking(
  table: ClassTable,
): { lab: string; place: number; who: string; figures: Record<string, number> }[] {
  const labs = [...new Set(table.figures.map((figure) => figure.lab))].sort()
  return labs.flatMap((lab) => {
    const tasks = table.tasks.filter((task) => task.lab === lab)
    const entries = table.learners
      .filter((who) =>
        tasks.every(({ task }) =>
          table.rows.some(
            (row) => row.learner === who && row.lab === lab && row.task === task && row.status === 'pass',
          ),
        ),
      )
      .map((who) => ({
        who,
        figures: Object.fromEntries(
          table.figures
            .filter((figure) => figure.learner === who && figure.lab === lab)
            .map(({ metric, best }) => [metric, best]),
        ),
      }))
    return rank(entries).map((entry) => ({ lab, ...entry }))
  })
}

/** The ranking as CSV, the formula in its first line. */
export function rankingCsv(rows: ReturnType<typeof classRanking>): string {
  const head = ['lab', 'place', 'learner', ...RANKED_BY]
  const lines = rows.map((row) =>
    csvRow([row.lab, row.place, row.who, ...RANKED_BY.map((id) => row.figures[id])]),
  )
  return `${csvRow([`# ${FORMULA}`])}\r\n${[csvRow(head), ...lines].join('\r\n')}\r\n`
}
