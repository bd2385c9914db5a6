import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeWorld } from '../../test/world.ts'
import { makeOverlay } from '../build/overlay.ts'
import type { GradeOutcome } from '../grade/host.ts'
import type { CheckResult } from '../grade/results.ts'
import { loadManifest } from '../labs.ts'
import type { TaskLine, TaskWord } from '../output/render.ts'
import { timesByKind } from './commands/verify.ts'
import { gateKey, passedBefore, rememberPass } from './gates/gate-cache.ts'
import { aboutWrong, goldenPath, goldenText } from './gates/golden.ts'
import { goldenProblems } from './gates/golden-gate.ts'
import { pool } from './run-gates.ts'
import { dependantsOf, withoutProblems } from './verify.ts'

const load = async () => {
  const ws = makeWorld()
  return { ws, manifest: await loadManifest(ws, join(ws.labs, '07-fixture')) }
}
const lines = (words: Record<string, TaskWord>): TaskLine[] =>
  Object.entries(words).map(([id, word]) => ({ id, title: '', word, right: '' }))

test('leave one out: exactly the task and its dependants are red', async () => {
  const { manifest } = await load()
  expect(withoutProblems(manifest, '7.1', lines({ '7.1': 'FAIL', '7.2': 'FAIL', '7.3': 'PASS' }))).toEqual([])
  expect(withoutProblems(manifest, '7.1', lines({ '7.1': 'PASS', '7.2': 'PASS', '7.3': 'OVER' }))).toEqual([
    'task 7.1 passes without its answer',
    'task 7.2 needs 7.1, and passes without it',
    'task 7.3 fails although only 7.1 is missing and it does not need it',
  ])
})

test('dependants go through others, and circles end', () => {
  const task = (id: string, ...needs: string[]) => ({ id, title: '', file: '', points: 1, needs })
  const tasks = [task('1.1', '1.3'), task('1.2', '1.1'), task('1.3', '1.2'), task('1.4')]
  expect([...dependantsOf({ tasks }, '1.1')].sort()).toEqual(['1.1', '1.2', '1.3'])
  expect([...dependantsOf({ tasks }, '1.4')]).toEqual([])
})

const failed = (more: Partial<CheckResult>): GradeOutcome => ({
  results: [
    {
      id: '7.2/halve',
      name: 'half',
      task: '7.2',
      required: true,
      status: 'fail',
      reason: 'wrong',
      duration: 1,
      ...more,
    },
  ],
  checks: [{ id: '7.2/halve', name: 'half', task: '7.2', required: true }],
  metrics: [],
  notes: [],
  programs: [],
  warnings: [],
})

test('golden text: the words count, what a compiler or a machine changes does not', async () => {
  const { ws, manifest } = await load()
  const text = (message: string) =>
    goldenText(manifest, failed({ message, where: '.work/07-fixture@wrong-01-floor/answers.ts:9' }))
  expect(text('x')).toContain('where     labs/07-fixture/answers.ts:9')
  expect(text('ink.x 1,431,151 of 1,200,000 ink (+20 %)')).toBe(
    text('ink.x 1,500,000 of 1,200,000 ink (+25 %)'),
  )
  expect(text(`the code at 0x${'ab'.repeat(20)}`)).toBe(text(`the code at 0x${'cd'.repeat(20)}`))
  expect(text('-9 expected')).not.toBe(text('-8 expected'))

  const about = aboutWrong(ws, manifest.id, '01-floor')
  expect(about).toEqual({ what: 'Rounds toward minus infinity instead of toward zero.', says: '' })
  const outcome = failed({ message: 'one' })
  expect(goldenProblems(ws, manifest, '01-floor', outcome)[0]).toContain('is missing')
  writeFileSync(goldenPath(ws, manifest.id, '01-floor'), goldenText(manifest, outcome))
  expect(goldenProblems(ws, manifest, '01-floor', outcome)).toEqual([])
  expect(goldenProblems(ws, manifest, '01-floor', failed({ message: 'two' }))[0]).toMatch(
    /line \d+\n {2}was {2}.*one\n {2}is {3}.*two/,
  )
  const diagnosis = { id: 'wrong/09-other', says: 'x' }
  expect(goldenProblems(ws, manifest, '01-floor', failed({ message: 'one', diagnosis })).at(-1)).toContain(
    'is taken for wrong/09-other',
  )
})

test('a gate is cached until something it depends on changes', async () => {
  const { ws, manifest } = await load()
  const key = (gate = 'wrong-01-floor', toolchain = 'rust') =>
    gateKey(ws, { lab: manifest.id, gate, dir: makeOverlay(ws, manifest, 'wrong-01-floor'), toolchain })
  const first = key()
  expect(passedBefore(ws, first)).toBeUndefined()
  rememberPass(ws, first, manifest.id, 'wrong-01-floor', 1.5)
  expect(passedBefore(ws, key())).toBe(1.5)
  const change = (path: string, what = ' ') => writeFileSync(path, readFileSync(path, 'utf8') + what)
  change(join(ws.labs, manifest.id, 'hints.md'))
  expect(key()).toBe(first)
  expect(key('wrong-01-floor', 'another rustc')).not.toBe(first)
  expect(key('solution')).not.toBe(first)
  const keys = new Set([first])
  change(join(ws.labs, manifest.id, 'checks.ts'))
  keys.add(key())
  change(join(ws.solutions, manifest.id, 'answers.ts'), '\n// more\n')
  keys.add(key())
  mkdirSync(join(ws.solutions, manifest.id, 'wrong'), { recursive: true })
  writeFileSync(goldenPath(ws, manifest.id, '01-floor'), 'golden')
  keys.add(key())
  expect(keys.size).toBe(4)
})

test('jobs: so many at a time, begun in order; a failure begins no other', async () => {
  const log: string[] = []
  let now = 0
  let most = 0
  const job = (name: string) => async () => {
    log.push(name)
    most = Math.max(most, ++now)
    await new Promise((resolve) => setTimeout(resolve, 5))
    now--
  }
  await pool(['a', 'b', 'c', 'd'].map(job), 2)
  expect(log).toEqual(['a', 'b', 'c', 'd'])
  expect(most).toBe(2)
  const bad = async () => {
    throw new Error('no')
  }
  await expect(pool([bad, job('e')], 1)).rejects.toThrow('no')
  expect(log).not.toContain('e')
})

test('times by kind leave out what was cached', () => {
  const gate = (name: string, seconds: number, cached?: true) => ({
    lab: '7',
    gate: name,
    problems: [],
    seconds,
    cached,
  })
  expect(timesByKind([gate('without-7-1', 1), gate('without-7-2', 2), gate('wrong-01', 4, true)])).toEqual([
    'time  leave-one-out       3.0 s in 2 gates',
  ])
})
