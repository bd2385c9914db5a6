import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { root } from '../bootstrap/paths.mjs'
import { runNode } from './run-tool.ts'
import type { Step, StepResult } from './types.ts'

export const unitStep: Step = {
  name: 'unit',
  title: 'vitest: unit tests',
  run: ({ detail }) => runVitest('unit', detail),
}

/** Runs one project of vitest.config.ts and counts its tests. */
export async function runVitest(project: string, detail: (text: string) => void): Promise<StepResult> {
  const report = join(root, '.work', 'test', `vitest-${project}.json`)
  mkdirSync(dirname(report), { recursive: true })
  rmSync(report, { force: true })
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const result = await runNode('node_modules/vitest/vitest.mjs', args, { onLine: detail })
  const counted = countVitest(readReport(report))
  // Its exit code knows more than the counts do: an error outside of any test, for instance.
  if (result.code !== 0 && counted.failed === 0) counted.failed = 1
  return { ...counted, output: result.output }
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  testResults: {
    name: string
    status: string
    message?: string
    assertionResults: { status: string; fullName: string; failureMessages?: string[] }[]
  }[]
}

function readReport(file: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as VitestReport
  } catch {
    return undefined
  }
}

/** Counts a vitest JSON report. A file that failed before its first test counts as one failure. */
export function countVitest(report: VitestReport | undefined): StepResult {
  if (!report) return { passed: 0, failed: 1 }
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  const skipped = report.testResults.flatMap((file) =>
    file.assertionResults
      .filter((test) => test.status !== 'passed' && test.status !== 'failed')
      .map((test) => test.fullName),
  )
  const failures = report.testResults.flatMap((file) => {
    const tests = file.assertionResults.filter((test) => test.status === 'failed')
    const said = tests.map((test) => `${test.fullName}: ${firstLine(test.failureMessages?.[0])}`)
    if (broken.includes(file)) said.push(firstLine(file.message))
    return said.map((what) => `${relative(root, file.name)}: ${what}`)
  })
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length, skipped, failures }
}

const firstLine = (text = ''): string => text.trim().split('\n', 1)[0] || 'no message'
