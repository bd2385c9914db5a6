import type { LabReport } from './types.ts'

/**
 * One row of CSV (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe in front.
 */
export function csvRow(cells: (string | number | boolean | null | undefined)[]): string {
  return cells
    .map((cell) => {
      if (cell === null || cell === undefined) return ''
      if (typeof cell !== 'string') return String(cell)
      const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
      return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
    })
    .join(',')
}

/** A row a task. */
export function toCsv(reports: LabReport[]): string {
  const head = [
    'lab',
    'task',
    'title',
    'status',
    'reason',
    'score',
    'max_score',
    'hints',
    'revealed',
    'stale',
  ]
  const rows = reports.flatMap((report) =>
    report.tasks.map((task) =>
      csvRow([
        report.lab.id,
        task.id,
        task.title,
        task.status,
        task.reason ?? (report.reason === null ? null : report.reason.kind),
        task.score,
        task.max_score,
        task.hintsUsed,
        task.revealed,
        report.lab.stale === true,
      ]),
    ),
  )
  return `${[csvRow(head), ...rows].join('\r\n')}\r\n`
}
