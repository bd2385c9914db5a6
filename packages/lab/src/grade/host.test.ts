import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { answeringArtefact, makeWorld } from '../../test/world.ts'
import { makeOverlay, type Variant } from '../build/overlay.ts'
import { SubmissionError } from '../errors.ts'
import { loadManifest } from '../labs.ts'
import { type GradeOptions, type GradeOutcome, grade } from './host.ts'

afterEach(() => {
  delete process.env.LAB_TIME_LIMIT
})

async function gradeFixture(
  change: { variant?: Variant; edit?: [string, string]; append?: string; answer?: number },
  options: Partial<GradeOptions> = {},
): Promise<GradeOutcome> {
  const ws = makeWorld()
  const dir = join(ws.labs, '07-fixture')
  const manifest = await loadManifest(ws, dir)
  const graded = change.variant === undefined ? dir : makeOverlay(ws, manifest, change.variant)
  const file = join(graded, 'answers.ts')
  if (change.edit !== undefined) {
    const before = readFileSync(file, 'utf8')
    const after = before.replace(change.edit[0], change.edit[1])
    expect(after).not.toBe(before)
    writeFileSync(file, after)
  }
  if (change.append !== undefined) appendFileSync(file, change.append)
  return grade({
    ws,
    manifest,
    dir: graded,
    seed: 7,
    engine: { kind: 'embedded' },
    noWait: false,
    build: {},
    artefact: await answeringArtefact(ws, change.answer ?? 42),
    ...options,
  })
}

const short = (outcome: GradeOutcome) =>
  outcome.results.map((result) => `${result.task} ${result.status} ${result.reason ?? ''}`.trim())

describe('grade', () => {
  test('the solution passes: module, contract, budget, note, facts', async () => {
    const outcome = await gradeFixture({ variant: 'solution' })
    expect(outcome.error).toBeUndefined()
    expect(short(outcome)).toEqual(['7.1 pass', '7.2 pass', '7.3 pass'])
    expect(outcome.metrics).toMatchObject([{ id: 'gas.answer', unit: 'gas', check: '7.3/answer' }])
    expect(outcome.metrics[0]!.value).toBeGreaterThan(500)
    expect(outcome.notes).toEqual([{ check: '7.2/halve', line: 'checked three numbers' }])
    expect(outcome.programs).toMatchObject([{ build: 'plain', initialPages: 1 }])
    expect(outcome.engine).toMatchObject({ kind: 'embedded', chainId: 412346, inkExact: true })
  })

  test('the starter fails and only fails: wrong answer, waiting, stub with its line', async () => {
    const outcome = await gradeFixture({})
    expect(short(outcome)).toEqual(['7.1 fail wrong', '7.2 skip needs 7.1', '7.3 fail stub'])
    expect(outcome.results[0]).toMatchObject({
      input: 'value = 3',
      expected: '6',
      actual: '3',
      distance: 'off by 3 LSB (more than a rounding)',
      oracle: 'arithmetic',
      case: 1,
      cases: 3,
      where: 'labs/07-fixture/answers.ts:9',
    })
    expect(outcome.results[2]?.message).toMatch(
      /^task 7\.3 is still a stub, labs\/07-fixture\/answers\.ts:\d+$/,
    )
  })

  test('--no-wait judges what would wait', async () => {
    expect(short(await gradeFixture({}, { noWait: true }))).toEqual([
      '7.1 fail wrong',
      '7.2 fail stub',
      '7.3 fail stub',
    ])
  })

  test('one task runs with what it needs; --case reaches the check', async () => {
    expect(short(await gradeFixture({ variant: 'solution' }, { onlyTask: '7.2' }))).toEqual([
      '7.1 pass',
      '7.2 pass',
    ])
    expect(short(await gradeFixture({}, { onlyTask: '7.1', onlyCase: 0 }))).toEqual(['7.1 pass'])
  })

  test('a known wrong answer is caught', async () => {
    const outcome = await gradeFixture({ variant: 'wrong-01-floor' })
    expect(outcome.results[1]).toMatchObject({
      status: 'fail',
      distance: 'first difference at index 2: -2, expected -1, off by 1 LSB (one step: a rounding)',
    })
  })

  test('a contract that answers something else', async () => {
    const outcome = await gradeFixture({ variant: 'solution', answer: 41 })
    expect(outcome.results[2]).toMatchObject({ status: 'fail', expected: '42', actual: '41' })
  })

  test.each([
    ['throws', 'return value * 2', "throw new RangeError('no')", 'threw', 'your code threw RangeError: no'],
    [
      'does not parse',
      'return value * 2',
      'return const',
      'module',
      /^answers\.ts does not load: SyntaxError/,
    ],
    [
      'ends the process',
      'return value * 2',
      "console.log('bye'); return process.exit(0)",
      'crash',
      /^your code ended the process \(code 0\)/,
    ],
    [
      'lost its export',
      'export function double',
      'function double',
      'module',
      "answers.ts has no export called 'double'",
    ],
    [
      'throws a stub',
      'return value * 2',
      "const T = Todo; throw T('7.1')",
      'stub',
      'task 7.1 is still a stub',
    ],
  ])('code that %s fails its own task only', async (_, from, to, reason, message) => {
    const outcome = await gradeFixture({ variant: 'solution', edit: [from, to] }, { noWait: true })
    const first = outcome.results.find((result) => result.task === '7.1')!
    expect(first).toMatchObject({ status: 'fail', reason })
    expect(first.message).toMatch(message)
    expect(outcome.error).toBeUndefined()
    const others = outcome.results.filter((result) => result.task !== '7.1').map((result) => result.status)
    // A file that does not load takes its other tasks with it.
    expect(others).toEqual(_ === 'does not parse' ? ['fail', 'fail'] : ['pass', 'pass'])
    if (reason === 'crash') expect(first.output).toBe('bye\n')
  })

  test('where a throw happened is told', async () => {
    const outcome = await gradeFixture(
      { variant: 'solution', edit: ['return value * 2', "throw new Error('x')"] },
      { onlyTask: '7.1' },
    )
    expect(outcome.results[0]?.where).toBe('.work/07-fixture@solution/answers.ts:9')
  })

  test('a loop without end ends by the time limit, and the rest is graded', async () => {
    process.env.LAB_TIME_LIMIT = '1500'
    const outcome = await gradeFixture(
      { variant: 'solution', edit: ['return value * 2', 'for (;;) {}\n  return value'] },
      { noWait: true },
    )
    expect(short(outcome)).toEqual(['7.1 fail timeout', '7.2 pass', '7.3 pass'])
    expect(outcome.results[0]?.message).toBe(
      'not finished after 1.5 s; the last thing it did: import answers.ts',
    )
  })

  test('an error that nobody catches fails the check at work and is no fault of ours', async () => {
    // The file is still loading when the timer fires.
    const append =
      "\nsetTimeout(() => { throw new Error('late') })\nawait new Promise((go) => setTimeout(go, 500))\n"
    const outcome = await gradeFixture({ variant: 'solution', append }, { onlyTask: '7.3' })
    expect(outcome.error).toBeUndefined()
    expect(outcome.results).toMatchObject([{ task: '7.3', status: 'fail', reason: 'crash' }])
    expect(outcome.results[0]?.message).toBe('an error nobody caught ended the check: late')
  })

  test('a promise that never settles ends by the time limit too', async () => {
    process.env.LAB_TIME_LIMIT = '1500'
    const outcome = await gradeFixture(
      { variant: 'solution', append: '\nawait new Promise(() => {})\n' },
      { onlyTask: '7.1' },
    )
    expect(short(outcome)).toEqual(['7.1 fail timeout'])
  })

  test('an artefact that cannot be built ends the run before any check', async () => {
    const outcome = await gradeFixture(
      { variant: 'solution' },
      {
        artefact: async () => {
          throw new SubmissionError('the contract does not compile', { details: 'error[E0308]: no' })
        },
      },
    )
    expect(outcome.error).toMatchObject({ kind: 'submission', details: 'error[E0308]: no' })
    expect(outcome.results).toEqual([])
  })

  test('an interrupted run says so and leaves no process', async () => {
    const controller = new AbortController()
    const promise = gradeFixture(
      { variant: 'solution', edit: ['return value * 2', 'for (;;) {}\n  return value'] },
      { signal: controller.signal },
    )
    setTimeout(() => controller.abort(), 1500)
    expect((await promise).error).toMatchObject({ kind: 'interrupted' })
  })
})
