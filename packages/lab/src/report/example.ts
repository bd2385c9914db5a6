/** Reports for the tests of the exporters, made the way `lab check` makes them. */
import { SubmissionError } from '../errors.ts'
import type { GradeOutcome } from '../grade/host.ts'
import type { CheckResult } from '../grade/results.ts'
import { makeReport, type ReportInput } from '../output/report.ts'
import type { LabManifest } from '../types.ts'
import type { LabReport } from './types.ts'

export const exampleManifest: LabManifest = {
  id: '05-int8-mlp',
  number: 5,
  title: 'int8 MLP',
  question: 'How small can a network be?',
  minutes: 40,
  lesson: 'docs/lessons/05-int8-mlp.md',
  learned: 'a network of integers is exact.',
  tasks: [
    { id: '5.1', title: 'scale and zero point', file: 'quantize.ts', points: 20 },
    { id: '5.2', title: 'requantize a row', file: 'contract/core/src/lib.rs', points: 30 },
    { id: '5.3', title: 'whole network', file: 'contract/core/src/lib.rs', points: 50, needs: ['5.2'] },
  ],
  budgets: [
    { id: 'ink.infer', title: 'one inference', unit: 'ink', budget: 1_200_000, par: 900_000 },
    { id: 'bytes.code', title: 'code on chain', unit: 'bytes', budget: 8_192, par: 6_000 },
  ],
  answerFiles: ['quantize.ts', 'contract/core/src/lib.rs'],
}

export const exampleResults: CheckResult[] = [
  { id: '5.1/scale', name: 'the scale', task: '5.1', required: true, status: 'pass', duration: 12 },
  { id: '5.1/zero', name: 'the zero point', task: '5.1', required: true, status: 'pass', duration: 3 },
  {
    id: '5.2/row',
    name: 'requantize a row',
    task: '5.2',
    required: true,
    status: 'fail',
    reason: 'wrong',
    message: 'not what was expected',
    input: 'acc = -1873, multiplier = 1288490189, shift = 38',
    expected: '-9',
    actual: '-8',
    distance: 'off by 1 LSB',
    where: 'labs/05-int8-mlp/contract/core/src/lib.rs:57',
    case: 4,
    cases: 64,
    diagnosis: { id: 'wrong/02-truncate', says: 'truncation toward zero' },
    output: 'a <b> & "c"\u0007',
    duration: 120,
  },
  {
    id: '5.3/net',
    name: 'all digits | and # more',
    task: '5.3',
    required: true,
    status: 'skip',
    reason: 'needs 5.2',
    duration: 0,
  },
]

/** A report of these results. */
export function exampleReport(
  results: CheckResult[] = exampleResults,
  more: Partial<GradeOutcome> = {},
  input: Partial<ReportInput> = {},
): LabReport {
  const outcome: GradeOutcome = {
    engine: { kind: 'embedded', name: 'embedded', chainId: 412346, arbos: 51, inkExact: true },
    results,
    checks: results.map(({ id, name, task, required }) => ({ id, name, task, required })),
    metrics: [
      { id: 'ink.infer', value: 1_310_002, unit: 'ink', check: '5.3/net', parts: { instructions: 9 } },
    ],
    notes: [{ check: '5.1/scale', line: 'a note' }],
    programs: [],
    warnings: [],
    rustc: 'rustc 1.96.0',
    ...more,
  }
  const report = makeReport({
    manifest: exampleManifest,
    outcome,
    seed: 7,
    extra: [],
    content: `sha256:${'a'.repeat(64)}`,
    starterChanged: true,
    progress: { tasks: {}, best: { 'ink.infer': 1_200_000 }, last: {}, history: {} },
    duration: 1_840,
    status: 'fail',
    version: '0.1.0',
    next: { lab: '05-int8-mlp', task: '5.2' },
    ...input,
  })
  // As it goes through a file; what differs between machines is fixed.
  const clean = JSON.parse(JSON.stringify(report)) as LabReport & { environment: unknown }
  clean.environment = { os: 'linux x64', node: '26.10.0', rustc: 'rustc 1.96.0', ci: false }
  return clean
}

/** A report of a lab that did not compile. */
export function brokenReport(): LabReport {
  const error = new SubmissionError('the contract does not compile', {
    details:
      'error[E0308]: mismatched types <expected `u8`>\n  --> labs/05-int8-mlp/contract/core/src/lib.rs:3:5',
  })
  return exampleReport([], { engine: undefined, error, metrics: [], notes: [] }, { status: 'error' })
}

/** A report with everything solved. */
export function passingReport(): LabReport {
  const results = exampleResults.map(
    ({ id, name, task, required, duration }): CheckResult => ({
      id,
      name,
      task,
      required,
      duration,
      status: 'pass',
    }),
  )
  return exampleReport(results, {}, { status: 'pass' })
}
