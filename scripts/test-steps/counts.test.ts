import { describe, expect, test } from 'vitest'
import { countCargo } from './cargo-test.ts'
import { countGates, countSolution, type LabReport } from './labs.ts'
import { lockfileFaults } from './lockfiles.ts'
import { countVitest } from './unit.ts'

test('cargo: the results of all crates add up', () => {
  const output = [
    'test a ... ok',
    'test slow ... ignored',
    'test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s',
    'test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s',
  ].join('\n')
  expect(countCargo(output)).toEqual({ passed: 4, failed: 2, skipped: ['slow'] })
})

describe('vitest', () => {
  const file = (status: string, ...tests: string[]) => ({
    name: 'x',
    status,
    assertionResults: tests.map((result, i) => ({ status: result, fullName: `t${i}` })),
  })
  test('passed, failed and skipped tests', () => {
    const report = {
      numPassedTests: 2,
      numFailedTests: 1,
      testResults: [file('failed', 'passed', 'failed', 'passed', 'pending')],
    }
    expect(countVitest(report)).toEqual({
      passed: 2,
      failed: 1,
      skipped: ['t3'],
      failures: ['x: t1: no message'],
    })
  })
  test('a file that could not be loaded is a failure', () => {
    expect(
      countVitest({ numPassedTests: 0, numFailedTests: 0, testResults: [file('failed')] }),
    ).toMatchObject({ failed: 1 })
  })
  test('no report is a failure', () => {
    expect(countVitest(undefined)).toMatchObject({ passed: 0, failed: 1 })
  })
})

describe('lockfiles', () => {
  const lock = (entry: object) => JSON.stringify({ packages: { 'node_modules/a': entry } })
  test('a hash and no address is right', () => {
    expect(lockfileFaults(lock({ version: '1.0.0', integrity: 'sha512-x' }))).toEqual([])
    expect(lockfileFaults(lock({ resolved: 'packages/a', link: true }))).toEqual([])
  })
  test('an address, or no hash, is not', () => {
    expect(
      lockfileFaults(lock({ resolved: 'https://registry.example/a.tgz', integrity: 'sha512-x' })),
    ).toHaveLength(1)
    expect(lockfileFaults(lock({ version: '1.0.0' }))).toHaveLength(1)
  })
})

describe('labs', () => {
  const report = (more: Partial<LabReport>): LabReport => ({ reason: null, tests: [], metrics: [], ...more })
  const check = (id: string, status: string) => ({ id, status, message: 'why' })

  test('a solution: every check and every budget counts', () => {
    const metrics = [
      { id: 'ink', status: 'fail', value: 9, budget: 5 },
      { id: 'bytes', status: 'pass', value: 4, budget: 5 },
      { id: 'accuracy', status: null, value: 1, budget: null },
    ]
    const counted = countSolution(
      '01',
      report({ tests: [check('1.1/a', 'pass'), check('1.1/b', 'skip')], metrics }),
    )
    expect(counted).toMatchObject({ passed: 2, failed: 2 })
    expect(counted.output).toContain('1.1/b: skip why')
    expect(counted.output).toContain('9 of 5')
  })
  test('a solution that judged nothing, or that did not build, is a failure', () => {
    expect(countSolution('01', report({}))).toMatchObject({ passed: 0, failed: 1 })
    expect(countSolution('01', undefined, 'error[E0425]').output).toContain('error[E0425]')
    const reason = { kind: 'submission', message: 'the contract does not compile', details: null }
    expect(countSolution('01', report({ reason }))).toMatchObject({ failed: 1 })
  })
  test('gates count one each', () => {
    const gates = [
      { lab: '01', gate: 'starter', problems: [] },
      { lab: '01', gate: 'wrong-02', problems: ['no check catches this wrong answer'] },
    ]
    expect(countGates('01', { gates })).toMatchObject({ passed: 1, failed: 1 })
    expect(countGates('01', { gates }).output).toContain('wrong-02: no check catches')
    expect(countGates('01', undefined)).toMatchObject({ passed: 0, failed: 1 })
  })
  test('what is cached is said; what is not there fails on CI only', () => {
    const gates = [
      { lab: '01', gate: 'starter', problems: [], seconds: 2, cached: true },
      { lab: '01', gate: 'without-1-1', problems: [], seconds: 2.5 },
      { lab: '01', gate: 'without-1-2', problems: [], seconds: 1 },
      { lab: '01', gate: 'style', problems: [], seconds: 0, skipped: ['clippy is not installed'] },
    ]
    expect(countGates('01', { gates })).toMatchObject({
      passed: 4,
      failed: 0,
      skipped: ['01 style: clippy is not installed'],
      notes: [
        '1 of 4 gates cached: their inputs have not changed since they passed',
        '01  leave-one-out 3.5 s',
      ],
    })
    expect(countGates('01', { gates }, '', true)).toMatchObject({ passed: 3, failed: 1, skipped: [] })
  })
})
