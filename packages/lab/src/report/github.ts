import { failureText } from './failure-text.ts'
import type { LabReport } from './types.ts'

const WORDS = { pass: 'PASS', fail: 'FAIL', error: 'ERROR', skip: 'WAIT' } as const
const n = (value: number) => value.toLocaleString('en-US')

/** A cell of a Markdown table, in which a learner's output starts no HTML. */
const cell = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('|', '\\|').replace(/\s+/g, ' ')

/** A fence longer than any in the text. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}text\n${text}\n${fence}`
}

/** Markdown for a job's summary on GitHub: a table a lab, its figures, and the first failure in full. */
export function toGithub(reports: LabReport[]): string {
  const parts = reports.map((report) => {
    const stale = report.lab.stale === true ? ', **stale**: the lab has changed since' : ''
    const lines = [`## ${report.lab.id}: ${report.score} of ${report.max_score} points${stale}`, '']
    if (report.reason !== null)
      lines.push(
        `**Not judged**: ${cell(report.reason.message)}`,
        '',
        fenced(report.reason.details ?? ''),
        '',
      )
    lines.push('| | task | points | hints |', '| --- | --- | --- | --- |')
    for (const task of report.tasks)
      lines.push(
        `| ${WORDS[task.status]} | ${task.id} ${cell(task.title)} | ${task.score} of ${task.max_score} | ${task.hintsUsed}${task.revealed ? ', answer shown' : ''} |`,
      )
    const figures = report.metrics.filter((metric) => metric.budget !== null)
    if (figures.length > 0) {
      lines.push('', '| | figure | yours | budget | reference |', '| --- | --- | --- | --- | --- |')
      for (const { id, unit, value, budget, par, status } of figures)
        lines.push(
          `| ${status === 'fail' ? 'OVER' : status === 'pass' ? 'PASS' : 'SKIP'} | ${cell(id)} (${unit}) | ${value === null ? 'not measured' : n(value)} | ${n(budget as number)} | ${par === null ? '' : n(par)} |`,
        )
    }
    const first = report.tests.find(
      (test) => test.required && (test.status === 'fail' || test.status === 'error'),
    )
    if (first !== undefined)
      lines.push('', `### ${first.id} ${cell(first.name)}`, '', fenced(failureText(first)))
    return lines.join('\n')
  })
  return `${parts.join('\n\n')}\n`
}
