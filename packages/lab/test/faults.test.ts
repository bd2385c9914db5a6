/** What may go wrong around the grader: each case is tried for real, and no work is lost in any. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listBackups } from '../src/state/backups.ts'
import { progressPath, readProgress } from '../src/state/progress.ts'
import { type Workspace, workspace } from '../src/workspace.ts'
import { canUnshare, spawnLab, unshared } from './spawn-lab.ts'
import { makeWorld } from './world.ts'

const answers = (ws: Workspace) => join(ws.labs, '07-fixture', 'answers.ts')

function edit(ws: Workspace, from: string, to: string): string {
  const before = readFileSync(answers(ws), 'utf8')
  const after = before.replace(from, to)
  expect(after).not.toBe(before)
  writeFileSync(answers(ws), after)
  return after
}

describe('progress', () => {
  test('a half-written file is kept aside; the check goes on and notes its result', async () => {
    const ws = makeWorld()
    mkdirSync(ws.state)
    const half = '{\n  "labs": {\n    "07-fixture": {'
    writeFileSync(progressPath(ws), half)
    const { code, err } = await spawnLab(['check', '7.1'], ws)
    expect(code).toBe(1)
    expect(err).toContain('it is kept as .lab/progress.json.broken')
    expect(readFileSync(`${progressPath(ws)}.broken`, 'utf8')).toBe(half)
    expect(readProgress(ws).progress.labs['07-fixture']?.tasks['7.1']?.status).toBe('fail')
  })

  test('commands at once lose nothing that another one noted', async () => {
    const ws = makeWorld()
    const tasks = ['7.1', '7.2', '7.3', '7.1', '7.2', '7.3']
    const ended = await Promise.all(tasks.map((task) => spawnLab(['hint', task], ws)))
    expect(ended.map(({ code }) => code)).toEqual(tasks.map(() => 0))
    const known = readProgress(ws).progress.labs['07-fixture']?.tasks ?? {}
    expect(Object.values(known).map((task) => task.hints)).toEqual([2, 2, 2])
    expect(readdirSync(ws.state)).toEqual(['progress.json'])
  })

  test('two graders at once in one clone: both judge, both are counted', async () => {
    const ws = makeWorld()
    const ended = await Promise.all([spawnLab(['check', '7.1'], ws), spawnLab(['check', '7.1'], ws)])
    expect(ended.map(({ code }) => code)).toEqual([1, 1])
    expect(readProgress(ws).progress.labs['07-fixture']?.tasks['7.1']?.attempts).toBe(2)
  })
})

describe('reset', () => {
  test('ended at any moment: the file is the old one or the new one, and the old one is kept', async () => {
    const ws = makeWorld()
    const starter = readFileSync(answers(ws), 'utf8')
    const work = edit(ws, '  return value\n', '  return value * 2\n')
    const kept = join(ws.state, 'backups')
    let resets = 0
    // As it starts, as soon as its backup begins, a little later, and never.
    for (const moment of ['start', 'backup', 'backup', 'later', 'never']) {
      writeFileSync(answers(ws), work)
      const backups = existsSync(kept) ? readdirSync(kept).length : 0
      await spawnLab(['reset', '7'], {
        root: ws.root,
        onStart: (pid) => {
          const end = (signal: NodeJS.Signals) => {
            try {
              process.kill(pid, signal)
            } catch {
              // ended already
            }
          }
          if (moment === 'start') end('SIGINT')
          if (moment === 'start' || moment === 'never') return
          const timer = setInterval(() => {
            if (!existsSync(kept) || readdirSync(kept).length === backups) return
            clearInterval(timer)
            if (moment === 'backup') end('SIGKILL')
            else setTimeout(() => end('SIGINT'), 3)
          }, 0)
          setTimeout(() => clearInterval(timer), 10_000).unref()
        },
      })
      const now = readFileSync(answers(ws), 'utf8')
      expect([starter, work]).toContain(now)
      if (now === work) continue
      resets++
      const backup = String(listBackups(ws).at(-1)?.name)
      expect(readFileSync(join(kept, backup, 'files', 'labs/07-fixture/answers.ts'), 'utf8')).toBe(work)
    }
    expect(resets).toBeGreaterThan(0)
  })
})

describe('files as other systems write them', () => {
  test('CRLF: graded, reset in part with its line ends kept, and still the starter', async () => {
    const ws = makeWorld()
    const crlf = (text: string) => text.replaceAll('\n', '\r\n')
    const starter = readFileSync(answers(ws), 'utf8')
    writeFileSync(answers(ws), crlf(starter))
    expect((await spawnLab(['reset', '7'], ws)).out).toContain('nothing to do')
    const work = edit(ws, '  return value\r\n', '  return value * 2\r\n')
    const { code, out } = await spawnLab(['check', '7.1'], ws)
    expect([code, out]).toEqual([0, expect.stringContaining('PASS  7.1')])
    writeFileSync(answers(ws), work.replace("throw Todo('7.3')", 'return 42'))
    expect((await spawnLab(['reset', '7.3'], ws)).code).toBe(0)
    expect(readFileSync(answers(ws), 'utf8')).toBe(work)
    expect((await spawnLab(['diff', '7', '--vs', 'starter'], ws)).out.match(/^[-+] {2}/gm)).toHaveLength(2)
  })

  test('a path with spaces and letters of other alphabets', async () => {
    const outer = makeWorld()
    const ws = workspace(join(outer.root, 'meine Größe & 数 (1)'))
    for (const part of ['labs', 'solutions'])
      cpSync(join(outer.root, part), join(ws.root, part), { recursive: true })
    edit(ws, '  return value\n', "  throw new RangeError('no')\n")
    const failed = await spawnLab(['check', '7.1'], ws)
    expect(failed.code).toBe(1)
    expect(failed.out).toContain('where     labs/07-fixture/answers.ts:')
    expect(failed.out + failed.err).not.toContain('Größe')
    edit(ws, "  throw new RangeError('no')\n", '  return value * 2\n')
    expect((await spawnLab(['check', '7.1'], ws)).code).toBe(0)
    expect((await spawnLab(['check', '7.1', '--solution'], ws)).code).toBe(0)
    expect((await spawnLab(['reset', '7'], ws)).code).toBe(0)
  })
})

describe('code that misbehaves', () => {
  test('a loop without end: exit 1 with the reason, after the limit', async () => {
    const ws = makeWorld()
    edit(ws, '  return value\n', '  for (;;) {}\n')
    const { code, out } = await spawnLab(['check', '7.1'], { root: ws.root, env: { LAB_TIME_LIMIT: '1500' } })
    expect([code, out]).toEqual([1, expect.stringContaining('timeout: not finished after 1.5 s')])
  })

  test('a check that throws: exit 5 with a report, and not counted against the learner', async () => {
    const ws = makeWorld()
    const checks = join(ws.labs, '07-fixture', 'checks.ts')
    const broken = readFileSync(checks, 'utf8').replace(
      'const { double }',
      "throw new Error('no row')\n      const { double }",
    )
    writeFileSync(checks, broken)
    const { code, out, err } = await spawnLab(['check', '7.1'], ws)
    expect(code).toBe(5)
    expect(out).toContain('the check itself failed: Error: no row')
    const report = /report: (\S+)/.exec(err)?.[1] as string
    expect(readFileSync(join(ws.root, report), 'utf8')).not.toContain(ws.root)
    expect(readProgress(ws).progress.labs['07-fixture']?.tasks['7.1']?.attempts ?? 0).toBe(0)
  })
})

const mounts = canUnshare('-rm')

describe.skipIf(!mounts)('a disk that takes nothing (needs unshare -rm)', () => {
  /** A tiny disk at `.lab`, with `free` bytes left. */
  const tinyDisk = (ws: Workspace) => {
    mkdirSync(ws.state, { recursive: true })
    return unshared(
      '-rm',
      `mount -t tmpfs -o size=16k none "${ws.state}"
       head -c 16384 /dev/zero > "${ws.state}/full" 2>/dev/null || true`,
    )
  }
  const readOnly = (ws: Workspace) =>
    unshared('-rm', `mount --bind "${ws.root}" "${ws.root}"; mount -o remount,ro,bind "${ws.root}"`)

  test('full: a hint is shown with a warning, a reset changes nothing and says why', async () => {
    const ws = makeWorld()
    const work = edit(ws, '  return value\n', '  return value * 2\n')
    const hint = await spawnLab(['hint', '7.1'], { root: ws.root, inside: tinyDisk(ws) })
    expect(hint.code).toBe(0)
    expect(hint.out).toContain('hint 1 of 3')
    expect(hint.err).toContain('progress.json was not written')
    const reset = await spawnLab(['reset', '7'], { root: ws.root, inside: tinyDisk(ws) })
    expect([reset.code, reset.err]).toEqual([3, expect.stringContaining('NOT READY  the disk is full')])
    expect(readFileSync(answers(ws), 'utf8')).toBe(work)
    const check = await spawnLab(['check', '7.1'], { root: ws.root, inside: tinyDisk(ws) })
    expect([check.code, check.out]).toEqual([0, expect.stringContaining('PASS  7.1')])
    expect(check.err).toContain('the result stands')
  })

  test('read-only: graded all the same; what has to write says that it may not', async () => {
    const ws = makeWorld()
    const work = edit(ws, '  return value\n', '  return value * 2\n')
    mkdirSync(ws.state)
    writeFileSync(progressPath(ws), '{ broken')
    const check = await spawnLab(['check', '7.1'], { root: ws.root, inside: readOnly(ws) })
    expect([check.code, check.out]).toEqual([0, expect.stringContaining('PASS  7.1')])
    expect(check.err).toContain('warning')
    const reset = await spawnLab(['reset', '7'], { root: ws.root, inside: readOnly(ws) })
    expect([reset.code, reset.err]).toEqual([3, expect.stringContaining('this folder is read-only')])
    expect(reset.err).not.toContain(ws.root)
    expect(readFileSync(answers(ws), 'utf8')).toBe(work)
    expect(readFileSync(progressPath(ws), 'utf8')).toBe('{ broken')
    expect(existsSync(join(ws.state, 'backups'))).toBe(false)
  })
})
