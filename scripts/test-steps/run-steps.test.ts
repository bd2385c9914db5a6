import { afterEach, expect, test, vi } from 'vitest'
import { runSteps } from './run-steps.ts'
import type { Step, StepResult } from './types.ts'

afterEach(() => vi.restoreAllMocks())

const step = (name: string, result: StepResult | Error): Step => ({
  name,
  title: name,
  run: () => (result instanceof Error ? Promise.reject(result) : Promise.resolve(result)),
})

async function printed(steps: Step[]) {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  const code = await runSteps(steps)
  const lines = log.mock.calls.flatMap(([text]) => String(text).split('\n'))
  return { code, lines, last: lines.at(-1) }
}

test('counts add up, and the closing line stands alone', async () => {
  const { code, last } = await printed([
    step('a', { passed: 2, failed: 0 }),
    step('b', { passed: 3, failed: 0 }),
  ])
  expect(code).toBe(0)
  expect(last).toBe('5 passed, 0 failed')
})

test('a failure shows the words of the tool and makes the exit code 1', async () => {
  const { code, lines, last } = await printed([
    step('a', { passed: 1, failed: 1, output: 'line 3: no' }),
    step('b', { passed: 1, failed: 0 }),
  ])
  expect(code).toBe(1)
  expect(lines.join('\n')).toContain('line 3: no')
  expect(last).toBe('2 passed, 1 failed')
})

test('a step that breaks, or that checks nothing, is a failure and stops nothing', async () => {
  const { code, last } = await printed([
    step('a', new Error('broken')),
    step('b', { passed: 0, failed: 0 }),
    step('c', { passed: 1, failed: 0 }),
  ])
  expect(code).toBe(1)
  expect(last).toBe('1 passed, 2 failed')
})

test('what was left out is counted and named', async () => {
  const { code, lines } = await printed([
    step('a', { passed: 0, failed: 0, skipped: ['clippy is not installed'] }),
    step('b', { passed: 1, failed: 0 }),
  ])
  expect(code).toBe(0)
  expect(lines).toContain('1 skipped:')
  expect(lines.join('\n')).toContain('a: clippy is not installed')
})

test('failures are named again before the closing line', async () => {
  const failures = ['packages/a.test.ts: adds: expected 2 to be 1']
  const { lines } = await printed([
    step('unit', { passed: 1, failed: 1, failures, output: 'a long log' }),
    step('lint', { passed: 0, failed: 1, output: '\n  line 3: no\n' }),
  ])
  expect(lines.slice(lines.indexOf('2 failed:'))).toEqual([
    '2 failed:',
    '  unit: packages/a.test.ts: adds: expected 2 to be 1',
    '  lint: line 3: no',
    '',
    '1 passed, 2 failed',
  ])
})
