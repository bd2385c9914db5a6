import { failureText } from './failure-text.ts'
import type { LabReport } from './types.ts'

/** Text for an XML attribute or element; characters that XML has no place for become U+FFFD. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
}

const seconds = (ms: number) => (ms / 1000).toFixed(3)

/** JUnit XML: one suite a lab, one case a check. A lab that could not be judged is one case with an error. */
export function toJunit(reports: LabReport[]): string {
  const suites = reports.map((report) => {
    const name = report.lab.id
    const cases = report.tests.map((test) => {
      const body =
        test.status === 'fail'
          ? `<failure message="${xml(test.message ?? test.reason ?? 'failed')}">${xml(failureText(test))}</failure>`
          : test.status === 'error'
            ? `<error message="${xml(test.message ?? 'the check itself failed')}"/>`
            : test.status === 'skip'
              ? `<skipped message="${xml(test.reason ?? test.message ?? 'not run')}"/>`
              : ''
      const file = test.filename === null ? '' : ` file="${xml(test.filename)}"`
      const line = test.line_no === null ? '' : ` line="${test.line_no}"`
      const head = `    <testcase name="${xml(test.name)}" classname="${xml(`${name}.${test.id}`)}"${file}${line} time="${seconds(test.duration)}"`
      return body === '' ? `${head}/>` : `${head}>${body}</testcase>`
    })
    if (report.reason !== null) {
      const { kind, message, details } = report.reason
      cases.push(
        `    <testcase name="grading" classname="${xml(name)}" time="0.000"><error type="${xml(kind)}" message="${xml(message)}">${xml(details ?? '')}</error></testcase>`,
      )
    }
    const count = (status: string) => report.tests.filter((test) => test.status === status).length
    const errors = count('error') + (report.reason === null ? 0 : 1)
    return [
      `  <testsuite name="${xml(name)}" tests="${cases.length}" failures="${count('fail')}" errors="${errors}" skipped="${count('skip')}" time="${seconds(report.duration)}">`,
      `    <properties><property name="score" value="${report.score} of ${report.max_score}"/>${report.lab.stale === true ? '<property name="stale" value="true"/>' : ''}</properties>`,
      ...cases,
      '  </testsuite>',
    ].join('\n')
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('\n')}\n</testsuites>\n`
}
