import type { ReportTest } from './types.ts'

/** What a failed test says, in lines: the order of the terminal. */
export function failureText(test: ReportTest): string {
  const lines = [test.message ?? test.reason ?? test.status]
  const field = (name: string, value: string | null) => {
    if (value !== null) lines.push(`${name.padEnd(10)}${value}`)
  }
  field('input', test.input)
  field('expected', test.expected)
  field('yours', test.actual === null ? null : [test.actual, test.distance].filter(Boolean).join(', '))
  field('looks like', test.looks_like === null ? null : ` ${test.looks_like}`)
  field(
    'where',
    test.filename === null ? null : `${test.filename}${test.line_no === null ? '' : `:${test.line_no}`}`,
  )
  field('again', test.reproduce)
  return lines.join('\n')
}
