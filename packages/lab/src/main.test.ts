import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { makeWorld } from '../test/world.ts'
import { main } from './main.ts'
import type { Workspace } from './workspace.ts'

interface Ran {
  code: number
  out: string
  err: string
}

async function lab(ws: Workspace, ...argv: string[]): Promise<Ran> {
  let out = ''
  let err = ''
  const code = await main({
    argv,
    env: { LAB_ROOT: ws.root, TERM: 'dumb' },
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    signal: new AbortController().signal,
  })
  return { code, out, err }
}

describe('commands on the fixture', () => {
  test('usage errors: exit 2, words on stderr, JSON on request', async () => {
    const ws = makeWorld()
    expect(await lab(ws, 'check', '9')).toMatchObject({
      code: 2,
      err: expect.stringContaining("there is no lab '9'"),
    })
    expect(await lab(ws, 'check', '7.9')).toMatchObject({
      code: 2,
      err: expect.stringContaining('its tasks: 7.1, 7.2, 7.3'),
    })
    const json = await lab(ws, 'check', '7', '--jsn', '--json')
    expect(json.code).toBe(2)
    expect(JSON.parse(json.out)).toMatchObject({
      schema: 'lab-error/1',
      error: { kind: 'usage', remedy: 'npm run lab -- check 7 --json' },
    })
    expect((await lab(ws, 'check', '7', '--case', '3')).code).toBe(2)
  })

  test('list, next and help', async () => {
    const ws = makeWorld()
    expect((await lab(ws, 'list')).out).toMatchInlineSnapshot(`
      "TODO  7  Fixture <- you are here             0 of 3 tasks  0 of 60 points  1 min
            TODO  7.1 double a number
            TODO  7.2 halve a list
            TODO  7.3 ask the contract
      0 of 3 tasks   next: npm run lab:check 7 (Fixture, 1 min)
      "
    `)
    expect(JSON.parse((await lab(ws, 'list', '--json')).out)).toMatchObject({
      schema: 'lab-list/1',
      labs: [{ id: '07-fixture', state: 'TODO' }],
    })
    expect((await lab(ws, 'next')).out).toContain('npm run lab:check 7')
    expect((await lab(ws, 'help', 'check')).out).toContain('--solution')
  })

  test('one broken lab hides no other', async () => {
    const ws = makeWorld()
    mkdirSync(join(ws.labs, '08-broken'))
    writeFileSync(join(ws.labs, '08-broken', 'lab.ts'), 'export const nothing = 1')
    const { code, out } = await lab(ws, 'list')
    expect(code).toBe(0)
    expect(out).toContain('Fixture')
    expect(out).toContain('BROKEN labs/08-broken/lab.ts has no default export')
  })

  test('three hints, one a call, counted', async () => {
    const ws = makeWorld()
    const first = await lab(ws, 'hint', '7.1')
    expect(first.out).toContain('hint 1 of 3')
    expect(first.out).toContain('the lesson (docs/lessons/07-fixture.md#double)')
    expect((await lab(ws, 'hint')).out).toContain('hint 2 of 3')
    expect((await lab(ws, 'hint', '7.1')).out).toContain('hint 3 of 3')
    expect((await lab(ws, 'hint', '7.1')).out).toContain('lab:solution 7.1')
    expect(readFileSync(join(ws.state, 'progress.json'), 'utf8')).toContain('"7.1": {"attempts":0,"hints":3')
  })

  test('the answer of an open task is shown on a clear yes only, and that is remembered', async () => {
    const ws = makeWorld()
    const refused = await lab(ws, 'solution', '7.2')
    expect(refused).toMatchObject({ code: 2, out: '' })
    expect(refused.err).toContain('npm run lab -- solution 7.2 --yes')
    const shown = await lab(ws, 'solution', '7.2', '--yes')
    expect(shown.out).toContain("-   throw Todo('7.2')")
    expect(shown.out).toContain('+   return values.map((value) => Math.trunc(value / 2))')
    expect(readFileSync(join(ws.state, 'progress.json'), 'utf8')).toContain('"revealed":true')
  })

  test('reset keeps what was there, undo brings it back, twice undo is nothing', async () => {
    const ws = makeWorld()
    const file = join(ws.labs, '07-fixture', 'answers.ts')
    const starter = readFileSync(file, 'utf8')
    const work = starter
      .replace("throw Todo('7.3')", 'return 42')
      .replace('  return value\n', '  return value * 2\n')
    writeFileSync(file, work)
    expect((await lab(ws, 'reset', '7.3')).code).toBe(0)
    expect(readFileSync(file, 'utf8')).toBe(work.replace('return 42', "throw Todo('7.3')"))
    await lab(ws, 'undo')
    expect(readFileSync(file, 'utf8')).toBe(work)
    await lab(ws, 'reset', '7')
    expect(readFileSync(file, 'utf8')).toBe(starter)
    await lab(ws, 'undo')
    expect(readFileSync(file, 'utf8')).toBe(work)
    await lab(ws, 'undo')
    expect(readFileSync(file, 'utf8')).toBe(starter)
    expect((await lab(ws, 'reset', '7')).out).toContain('nothing to do')
    expect((await lab(ws, 'reset', '--all')).code).toBe(2)
  })

  test('a deleted answer file: exit 4, reset brings it back', async () => {
    const ws = makeWorld()
    const file = join(ws.labs, '07-fixture', 'answers.ts')
    const starter = readFileSync(file, 'utf8')
    rmSync(file)
    const { code, err } = await lab(ws, 'check', '7')
    expect(code).toBe(4)
    expect(err).toContain('labs/07-fixture/answers.ts is missing')
    expect(err).toContain('npm run lab:reset 7')
    expect((await lab(ws, 'reset', '7')).code).toBe(0)
    expect(readFileSync(file, 'utf8')).toBe(starter)
  })

  test('a deleted file of ours names git', async () => {
    const ws = makeWorld()
    rmSync(join(ws.labs, '07-fixture', 'lab.ts'))
    expect(await lab(ws, 'check', '7')).toMatchObject({
      code: 4,
      err: expect.stringContaining('git restore labs/07-fixture/lab.ts'),
    })
  })

  test('author build writes what is not current, keeps what was there, and --check tells', async () => {
    const ws = makeWorld()
    expect((await lab(ws, 'author', 'build', '--check')).out).toContain(
      'STALE docs/data/diffs/07-fixture.json',
    )
    expect((await lab(ws, 'author', 'build')).out).toContain('wrote docs/data/diffs/07-fixture.json')
    expect((await lab(ws, 'author', 'build', '--check')).code).toBe(0)
    const file = join(ws.labs, '07-fixture', 'answers.ts')
    writeFileSync(file, 'my work')
    const stale = await lab(ws, 'author', 'build', '--check')
    expect(stale).toMatchObject({ code: 1, out: expect.stringContaining('STALE labs/07-fixture/answers.ts') })
    expect((await lab(ws, 'author', 'build', '7')).out).toContain('wrote labs/07-fixture/answers.ts')
    expect((await lab(ws, 'author', 'build', '--check')).code).toBe(0)
    const backup = readdirSync(join(ws.state, 'backups'))[0] as string
    expect(
      readFileSync(join(ws.state, 'backups', backup, 'files', 'labs/07-fixture/answers.ts'), 'utf8'),
    ).toBe('my work')
  })

  test('a broken master is our fault: exit 5 with a report, no path of this machine in it', async () => {
    const ws = makeWorld()
    writeFileSync(join(ws.solutions, '07-fixture', 'answers.ts'), '// #region task-7-1\n')
    const { code, err } = await lab(ws, 'reset', '7')
    expect(code).toBe(5)
    expect(err).toContain('solutions/07-fixture/answers.ts:1: region task-7-1 is never closed')
    const report = /report: (\S+)/.exec(err)?.[1] as string
    expect(existsSync(join(ws.root, report))).toBe(true)
    expect(readFileSync(join(ws.root, report), 'utf8')).not.toContain(ws.root)
    expect(err).toContain('not yours')
  })

  test('a broken progress file is kept aside and said so', async () => {
    const ws = makeWorld()
    mkdirSync(ws.state, { recursive: true })
    writeFileSync(join(ws.state, 'progress.json'), '{')
    const { code, err } = await lab(ws, 'list')
    expect(code).toBe(0)
    expect(err).toContain('.lab/progress.json.broken')
    expect(readFileSync(join(ws.state, 'progress.json.broken'), 'utf8')).toBe('{')
  })
})

test('the command itself: exit code and Ctrl-C', async () => {
  const ws = makeWorld()
  const cli = fileURLToPath(new URL('./cli.ts', import.meta.url))
  const run = (argv: string[]) =>
    spawn(process.execPath, [cli, ...argv], { env: { ...process.env, LAB_ROOT: ws.root }, stdio: 'ignore' })
  const ended = (child: ReturnType<typeof run>) =>
    new Promise<number | null>((resolve) => child.on('exit', resolve))
  expect(await ended(run(['nonsense']))).toBe(2)
  expect(await ended(run(['list']))).toBe(0)
  // An artefact is never asked for here: the answer file loops while it loads.
  writeFileSync(join(ws.labs, '07-fixture', 'answers.ts'), 'for (;;) {}\n')
  const child = run(['check', '7.1'])
  const done = ended(child)
  setTimeout(() => child.kill('SIGINT'), 2_500)
  expect(await done).toBe(130)
})

test('a command that answers at once loads nothing heavy', () => {
  const ws = makeWorld()
  const cli = fileURLToPath(new URL('./cli.ts', import.meta.url))
  const trace = new URL('../test/trace-loads.mjs', import.meta.url).href
  for (const command of ['list', 'next', 'hint', 'help']) {
    const env = { ...process.env, LAB_ROOT: ws.root, NODE_OPTIONS: '' }
    const { stderr } = spawnSync(process.execPath, ['--import', trace, cli, command], {
      env,
      encoding: 'utf8',
    })
    const loaded = stderr.split('\n')
    expect(loaded.length).toBeGreaterThan(5)
    expect(loaded.length).toBeLessThan(60)
    const packages = loaded.filter((url) => url.includes('/node_modules/') && !url.includes('lockfile'))
    expect(packages.filter((url) => /viem|ethereumjs|vitest/.test(url))).toEqual([])
  }
})
