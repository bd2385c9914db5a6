import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contextOf, runLab as lab } from '../../test/run-lab.ts'
import { answeringArtefact, makeWorld } from '../../test/world.ts'
import { BOARD_FILE } from '../report/board-best.ts'
import { labProgress, readProgress, taskProgress, updateProgress } from '../state/progress.ts'
import type { Workspace } from '../workspace.ts'
import { run as golfCommand } from './golf.ts'

const answers = (ws: Workspace) => join(ws.labs, '07-fixture', 'answers.ts')

function solve(ws: Workspace, from: string, to: string): void {
  writeFileSync(answers(ws), readFileSync(answers(ws), 'utf8').replace(from, to))
}

const double = ['  return value\n', '  return value * 2\n'] as const

async function passed(ws: Workspace, ...tasks: string[]): Promise<void> {
  await updateProgress(ws, (progress) => {
    for (const task of tasks) taskProgress(labProgress(progress, '07-fixture'), task).status = 'pass'
  })
}

describe('no command', () => {
  test('where there is no terminal it says where you are', async () => {
    const ws = makeWorld()
    expect((await lab(ws)).out).toBe((await lab(ws, 'status')).out)
  })
})

describe('go', () => {
  test('a lab that was chosen is the current one until it is done', async () => {
    const ws = makeWorld()
    mkdirSync(join(ws.labs, '06-first'))
    const first = readFileSync(join(ws.labs, '07-fixture', 'lab.ts'), 'utf8')
    const text = first
      .replaceAll('07-fixture', '06-first')
      .replace('number: 7', 'number: 6')
      .replaceAll("'7.", "'6.")
    writeFileSync(join(ws.labs, '06-first', 'lab.ts'), text)
    expect((await lab(ws, 'next')).out).toContain('lab:check 6')
    const { out } = await lab(ws, 'go', '7')
    expect(out).toContain('labs/07-fixture/answers.ts')
    expect(out).toContain('first open: 7.1')
    expect((await lab(ws, 'next')).out).toContain('lab:check 7')
    await passed(ws, '7.1', '7.2', '7.3')
    expect((await lab(ws, 'next')).out).toContain('lab:check 6')
    expect((await lab(ws, 'go', '7.1')).err).toContain('npm run lab:go 7')
  })
})

describe('diff', () => {
  test('mine against the starter; the reference of open tasks stays hidden', async () => {
    const ws = makeWorld()
    solve(ws, ...double)
    const { code, out } = await lab(ws, 'diff', '7')
    expect(code).toBe(0)
    expect(out).toContain('-   return value\n+   return value * 2')
    expect(out).toContain('The reference of 7.1, 7.2, 7.3 is left out')
    expect(out).not.toContain('Math.trunc')
    expect(readProgress(ws).progress.labs).toEqual({})
  })

  test('what is solved shows its reference, the rest after a yes, and that is remembered', async () => {
    const ws = makeWorld()
    solve(ws, ...double)
    await passed(ws, '7.1')
    const some = await lab(ws, 'diff', '7', '--vs', 'ref')
    expect(some.out).not.toContain('Math.trunc')
    expect(some.out).toContain('The reference of 7.2, 7.3 is left out')
    const all = await lab(ws, 'diff', '7', '--vs', 'ref', '--yes')
    expect(all.out).toContain('+   return values.map((value) => Math.trunc(value / 2))')
    const known = readProgress(ws).progress.labs['07-fixture']?.tasks ?? {}
    expect(Object.values(known).map((task) => task.revealed)).toEqual([false, true, true])
  })

  test('one task', async () => {
    const ws = makeWorld()
    solve(ws, ...double)
    const { out } = await lab(ws, 'diff', '7.1', '--vs', 'starter')
    expect(out.match(/^[-+] /gm)).toHaveLength(2)
    expect(JSON.parse((await lab(ws, 'diff', '7.1', '--json')).out)).toMatchObject({
      schema: 'lab-diff/1',
      hidden: ['7.1'],
    })
    expect((await lab(ws, 'diff', '7', '--vs', 'best')).err).toContain(
      "--vs is 'ref' or 'starter', not 'best'",
    )
  })
})

describe('practice', () => {
  test("a solved task as a stub again, in a copy; the learner's file is not touched", async () => {
    const ws = makeWorld()
    expect(await lab(ws, 'practice')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no task is solved yet'),
    })
    solve(ws, ...double)
    const mine = readFileSync(answers(ws), 'utf8')
    await passed(ws, '7.1')
    const begun = await lab(ws, 'practice')
    expect(begun.out).toContain('practice: task 7.1 double a number')
    const copy = join(ws.state, 'practice', 'answers.ts')
    expect(readFileSync(copy, 'utf8')).toContain('  return value\n')
    expect(begun.out).toContain(`.lab/practice/answers.ts:9`)
    const wrong = await lab(ws, 'practice')
    expect(wrong).toMatchObject({ code: 1, out: expect.stringContaining('rerun one: npm run lab:practice') })
    writeFileSync(copy, mine)
    const right = await lab(ws, 'practice')
    expect(right).toMatchObject({ code: 0, out: expect.stringContaining('Solved once more') })
    expect(readFileSync(answers(ws), 'utf8')).toBe(mine)
    expect(readProgress(ws).progress.labs['07-fixture']?.tasks['7.1']?.attempts).toBe(0)
    expect((await lab(ws, 'practice', '7.2')).err).toContain('7.2 is not solved yet')
  })
})

describe('progress', () => {
  test('track shows git the one file, untrack hides it again', async () => {
    const ws = makeWorld()
    const ignore = join(ws.root, '.gitignore')
    writeFileSync(ignore, 'node_modules/\n.lab/\ntarget/\n')
    expect((await lab(ws, 'progress')).out).toContain('git does not see it')
    await lab(ws, 'progress', 'track')
    expect(readFileSync(ignore, 'utf8')).toBe('node_modules/\n.lab/*\n!.lab/progress.json\ntarget/\n')
    expect((await lab(ws, 'progress', 'track')).out).toContain('nothing to do')
    await lab(ws, 'progress', 'untrack')
    expect(readFileSync(ignore, 'utf8')).toBe('node_modules/\n.lab/\ntarget/\n')
    expect((await lab(ws, 'progress', 'tarck')).code).toBe(2)
  })
})

describe('doctor', () => {
  test('--class is one line without names, paths or ids', async () => {
    const ws = makeWorld()
    const { out } = await lab(ws, 'doctor', '--class')
    expect(out.trim().split('\n')).toHaveLength(1)
    expect(out).toMatch(
      /^inkling (READY|NOT READY: [^|]+) \| \w+ \w+ \| node \d+\.\d+\.\d+ \| rust \S+ \| (cold|warm)/,
    )
    expect(out).not.toMatch(/[\\/](?:home|root|usr|Users)|@/)
  })
})

describe('golf', () => {
  /** Golf on a fixture whose contract answers `value`. */
  async function golf(ws: Workspace, value: number, ...more: string[]) {
    const { context, lines } = contextOf(ws, ['golf', '7', ...more])
    const code = await golfCommand({ ...context, artefact: await answeringArtefact(ws, value) })
    return { code, out: lines.join('\n') }
  }
  function solveAll(ws: Workspace): void {
    solve(ws, ...double)
    solve(ws, "  void values\n  throw Todo('7.2')", '  return values.map((value) => Math.trunc(value / 2))')
    solve(ws, "throw Todo('7.3')", 'return 42')
  }

  test('a lab without budgets has nothing to play for', async () => {
    const ws = makeWorld()
    const file = join(ws.labs, '07-fixture', 'lab.ts')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/budgets: \[.*\],/, 'budgets: [],'))
    expect(await lab(ws, 'golf', '7')).toMatchObject({
      code: 2,
      err: expect.stringContaining('lab 7 has no budgets'),
    })
  })

  test('a wrong answer has no cost and leaves no mark', async () => {
    const ws = makeWorld()
    solveAll(ws)
    const { code, out } = await golf(ws, 41, '--seed', '5')
    expect(code).toBe(1)
    expect(out).toContain('FAIL  7.3')
    expect(out).toContain('--seed 5')
    expect(out).toContain('Nothing was counted')
    expect(readProgress(ws).progress.labs['07-fixture']).toMatchObject({ best: {}, history: {} })
    expect(JSON.parse((await golf(ws, 41, '--json')).out.replace(/^Measuring.*\n/, ''))).toMatchObject({
      schema: 'lab-golf/1',
      counted: false,
    })
  })

  test('a right one: marks, history, the reference and the best beside it; tries are not counted', async () => {
    const ws = makeWorld()
    solveAll(ws)
    await expect(golf(ws, 42, '--vs', 'best')).rejects.toThrow('no best of yours yet')
    const first = await golf(ws, 42)
    expect(first.code).toBe(0)
    expect(first.out).toContain('the cost counts')
    expect(first.out).toMatch(/PASS {2}gas\.answer {2}[\d,]+ of 100,000 gas/)
    expect(first.out).toMatch(/budget +100,000 {2}#{28}/)
    expect(first.out).toContain('naive           -  not measured')
    const second = await golf(ws, 42, '--vs', 'ref')
    expect(second.out).toMatch(/last 2 {3}([\d,]+) {2}\1/)
    expect((await golf(ws, 42, '--vs', 'best')).code).toBe(0)
    // Somebody on the leaderboard takes less: that is the best now.
    const board = join(ws.root, BOARD_FILE)
    mkdirSync(dirname(board), { recursive: true })
    const entries = [{ figures: { 'gas.answer': 17 } }]
    writeFileSync(board, JSON.stringify({ labs: [{ id: '07-fixture', entries }] }))
    expect((await golf(ws, 42)).out).toMatch(/best +17 {2}#/)
    const known = readProgress(ws).progress.labs['07-fixture']
    expect(known?.history['gas.answer']).toHaveLength(4)
    expect(known?.tasks).toEqual({})
  })
})
