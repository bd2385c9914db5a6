import { failureText } from './failure-text.ts'
import type { LabReport } from './types.ts'

/** `#` and line ends mean something in a TAP line. */
const plain = (text: string) => text.replace(/\s+/g, ' ').replaceAll('\\', '\\\\').replaceAll('#', '\\#')

/** TAP 14: one point a check, of all labs in one stream. */
export function toTap(reports: LabReport[]): string {
  const lines: string[] = []
  let number = 0
  for (const report of reports) {
    lines.push(
      `# ${report.lab.id}: ${report.score} of ${report.max_score} points${report.lab.stale === true ? ', stale: the lab has changed since' : ''}`,
    )
    for (const test of report.tests) {
      number++
      const ok = test.status === 'pass' || test.status === 'skip' ? 'ok' : 'not ok'
      const skip = test.status === 'skip' ? ` # SKIP ${plain(test.reason ?? 'not run')}` : ''
      lines.push(`${ok} ${number} - ${plain(`${report.lab.id} ${test.id}: ${test.name}`)}${skip}`)
      if (ok === 'ok') continue
      lines.push('  ---', `  severity: ${test.status}`, '  message: |')
      for (const line of failureText(test).split('\n')) lines.push(`    ${line}`)
      lines.push('  ...')
    }
    if (report.reason === null) continue
    number++
    lines.push(`not ok ${number} - ${plain(`${report.lab.id}: ${report.reason.message}`)}`)
  }
  return `TAP version 14\n1..${number}\n${lines.join('\n')}\n`
}
