import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import type { CheckResult } from '../grade/results.ts'
import { classroomOutputs, toClassroom } from './classroom.ts'
import { toCsv } from './csv.ts'
import { brokenReport, exampleReport, exampleResults, passingReport } from './example.ts'
import { toGithub } from './github.ts'
import { toJunit } from './junit.ts'
import { toTap } from './tap.ts'

const all = () => [
  exampleReport(),
  { ...passingReport(), lab: { ...passingReport().lab, stale: true } },
  brokenReport(),
]

/** Everything a learner's code may put into a report. */
const anyText = fc.string({ unit: 'binary', maxLength: 40 })
const anyReport = anyText.map((text) =>
  exampleReport(
    exampleResults.map(
      (result): CheckResult => ({ ...result, message: text, actual: text, name: text || 'x' }),
    ),
  ),
)

describe('junit', () => {
  test('golden', async () => {
    await expect(toJunit(all())).toMatchFileSnapshot('golden/report.junit.xml')
  })
  test('is well-formed XML, whatever the learner printed, and counts what is in it', () => {
    const { DOMParser } = new JSDOM('').window
    fc.assert(
      fc.property(anyReport, (report) => {
        const document = new DOMParser().parseFromString(toJunit([report]), 'text/xml')
        expect(document.querySelector('parsererror')).toBeNull()
        const suite = document.querySelector('testsuite')!
        expect(document.querySelectorAll('testcase')).toHaveLength(Number(suite.getAttribute('tests')))
        expect(document.querySelectorAll('failure')).toHaveLength(Number(suite.getAttribute('failures')))
        expect(document.querySelectorAll('skipped')).toHaveLength(Number(suite.getAttribute('skipped')))
      }),
      { numRuns: 40 },
    )
  })
})

describe('tap', () => {
  test('golden', async () => {
    await expect(toTap(all())).toMatchFileSnapshot('golden/report.tap')
  })
  test('the plan is the number of points, and no text begins a line of its own', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const lines = toTap([report]).split('\n')
        const points = lines.filter((line) => /^(not )?ok \d/.test(line))
        expect(lines[1]).toBe(`1..${points.length}`)
        expect(points).toHaveLength(report.tests.length)
        for (const line of lines) expect(line).toMatch(/^$|^(TAP version 14|1\.\.\d+|# |ok |not ok | {2})/)
      }),
      { numRuns: 40 },
    )
  })
})

/** RFC 4180, as a spreadsheet reads it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted === undefined ? (bare as string) : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

describe('csv', () => {
  test('golden', async () => {
    await expect(toCsv(all())).toMatchFileSnapshot('golden/report.csv')
  })
  test('a row a task with as many cells as the head; no cell is a formula', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (title) => {
        const report = exampleReport()
        report.tasks[0]!.title = title
        const [head, ...rows] = readCsv(toCsv([report]))
        expect(rows).toHaveLength(3)
        for (const row of rows) expect(row).toHaveLength(head!.length)
        expect(rows[0]![2]).toMatch(/^(?![=+\-@\t\r])/)
      }),
    )
  })
})

describe('GitHub', () => {
  test('golden', async () => {
    await expect(toGithub(all())).toMatchFileSnapshot('golden/report.summary.md')
  })
  test('text of a learner opens no HTML and leaves no fence', () => {
    const text = '<img src=x>\n```\n# heading'
    const summary = toGithub([exampleReport([{ ...exampleResults[2]!, message: text, name: '<b>|' }])])
    expect(summary.replace(/^(`{4,})[\s\S]*?^\1$/gm, '')).not.toMatch(/<(img|b)|^# heading/m)
  })
})

describe('GitHub Classroom', () => {
  test('golden: weights differ, so one runner a task', async () => {
    await expect(`${JSON.stringify(toClassroom([exampleReport()]), null, 2)}\n`).toMatchFileSnapshot(
      'golden/report.classroom.json',
    )
  })

  const even = () => {
    const report = passingReport()
    for (const task of report.tasks) task.max_score = 30
    return { ...report, max_score: 90 }
  }

  test('equal weights: one runner a lab', () => {
    expect(toClassroom([even()]).map((runner) => runner.name)).toEqual(['lab5'])
  })

  test('a lab that does not compile has the same runners, each with the reason', () => {
    const runners = toClassroom([brokenReport()])
    expect(runners.map((runner) => runner.name)).toEqual(
      toClassroom([exampleReport()]).map((runner) => runner.name),
    )
    expect(runners[0]?.result).toMatchObject({
      status: 'error',
      max_score: 20,
      tests: [{ status: 'error', score: 0 }],
    })
    expect(runners[0]?.result.tests[0]?.message).toContain('E0308')
  })

  test('for any mix of results: equal scores, and the reporter`s two sums agree', () => {
    const status = fc.constantFrom('pass', 'fail', 'skip', 'error' as const)
    fc.assert(
      fc.property(fc.array(status, { minLength: 4, maxLength: 4 }), fc.boolean(), (states, same) => {
        const report = same ? even() : passingReport()
        for (const [i, state] of states.entries()) report.tests[i]!.status = state as 'pass'
        for (const { result } of toClassroom([report])) {
          const passed = result.tests.filter((item) => item.status === 'pass')
          const sum = result.tests.reduce((total, item) => total + item.score, 0)
          // What it derives from the number of passed tests, and what the tests say themselves.
          expect(sum).toBeCloseTo((passed.length / result.tests.length) * result.max_score, 9)
          expect(new Set(passed.map((item) => item.score)).size).toBeLessThanOrEqual(1)
          expect(result.status === 'pass').toBe(passed.length === result.tests.length)
        }
      }),
    )
  })

  test('outputs of a step: one line a runner, base64 of its JSON', () => {
    const lines = classroomOutputs(toClassroom([exampleReport()]))
      .trimEnd()
      .split('\n')
    expect(lines.map((line) => line.split('=')[0])).toEqual(['lab5task1', 'lab5task2', 'lab5task3'])
    const data = JSON.parse(Buffer.from(lines[1]!.slice('lab5task2='.length), 'base64').toString('utf8'))
    expect(data).toMatchObject({ version: 1, status: 'fail', max_score: 30 })
  })
})
