import { failureText } from './failure-text.ts'
import type { LabReport, ReportTest } from './types.ts'

/** What GitHub Classroom's reporter reads for one runner, as base64 of its JSON. */
export interface ClassroomResult {
  version: 1
  status: 'pass' | 'fail' | 'error'
  max_score: number
  tests: {
    name: string
    status: 'pass' | 'fail' | 'error'
    score: number
    message: string
    test_code: string
    filename: string
    line_no: number
    /** Milliseconds. */
    duration: number
  }[]
}

export interface ClassroomRunner {
  /** Letters and digits only: the reporter looks for `NAME_RESULTS` in the environment. */
  name: string
  result: ClassroomResult
}

/**
 * One runner a lab where all tasks weigh the same, else one a task. Within a runner every test has the same
 * score, and the scores of passed tests add up to `max_score`: the reporter prints both sums, and they agree.
 * Runners keep their names whatever the result, because a workflow names them.
 */
export function toClassroom(reports: LabReport[]): ClassroomRunner[] {
  return reports.flatMap((report) => {
    const number = Number.parseInt(report.lab.id, 10)
    const graded = report.tasks.filter((task) => task.max_score > 0)
    const weights = new Set(graded.map((task) => task.max_score))
    if (weights.size <= 1) {
      const tests = report.tests.filter((test) => test.required)
      return [{ name: `lab${number}`, result: resultOf(report, tests, report.max_score) }]
    }
    return graded.map((task) => ({
      name: `lab${number}task${task.id.split('.')[1]}`,
      result: resultOf(report, requiredOf(report, task.id), task.max_score),
    }))
  })
}

const requiredOf = (report: LabReport, task: string) =>
  report.tests.filter((test) => test.required && test.task_id === task)

function resultOf(report: LabReport, tests: ReportTest[], max: number): ClassroomResult {
  const rows = tests.map((test) => ({
    name: `${test.id} ${test.name}`,
    status:
      test.status === 'pass'
        ? ('pass' as const)
        : test.status === 'error'
          ? ('error' as const)
          : ('fail' as const),
    score: test.status === 'pass' ? max / tests.length : 0,
    message: test.status === 'pass' ? '' : failureText(test),
    test_code: test.reproduce,
    filename: test.filename ?? '',
    line_no: test.line_no ?? 0,
    duration: test.duration,
  }))
  if (rows.length === 0) {
    const message = report.reason?.message ?? 'not judged'
    rows.push({
      name: 'grading',
      status: 'error',
      score: 0,
      message: [message, report.reason?.details, report.reason?.remedy].filter(Boolean).join('\n'),
      test_code: `npm run lab:check ${Number.parseInt(report.lab.id, 10)}`,
      filename: '',
      line_no: 0,
      duration: 0,
    })
  }
  const status = rows.some((row) => row.status === 'error')
    ? 'error'
    : rows.every((row) => row.status === 'pass')
      ? 'pass'
      : 'fail'
  return { version: 1, status, max_score: max, tests: rows }
}

/** Lines for `$GITHUB_OUTPUT`: `lab1task2=BASE64`. */
export function classroomOutputs(runners: ClassroomRunner[]): string {
  return runners
    .map(({ name, result }) => `${name}=${Buffer.from(JSON.stringify(result)).toString('base64')}\n`)
    .join('')
}
