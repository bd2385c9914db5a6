import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entries } from './bootstrap.mjs'
import { root } from './paths.mjs'

const run = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, 'scripts/run.mjs'), ...args], { encoding: 'utf8' })

test('every npm script goes through the bootstrap with a command it knows', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  for (const line of Object.values(scripts)) {
    const [, command = ''] = /^node scripts\/run\.mjs (\S+)/.exec(line) ?? []
    expect(Object.keys(entries), line).toContain(command)
  }
})

test('an unknown command is told apart, with the known ones and without a stack trace', () => {
  const { status, stderr, stdout } = run('labb')
  expect(status).toBe(2)
  expect(stderr).toContain("no command 'labb'")
  expect(stderr).toContain('npm run devnode')
  expect(stderr).not.toMatch(/\bat .*\(/)
  expect(stdout).toBe('')
})

test('arguments arrive as they are', () => {
  const { status, stdout } = run('test', '--list')
  expect(status).toBe(0)
  expect(stdout).toContain('lockfiles')
})

describe('a launched command', () => {
  let dir: string
  let entry: string
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'inkling-launch-'))
    entry = join(dir, 'entry.mjs')
    writeFileSync(
      entry,
      `const [how] = process.argv.slice(2)
       if (how === 'code') process.exit(4)
       if (how === 'path') process.stdout.write(process.env.PATH ?? '')
       if (how === 'wait') { process.on('SIGTERM', () => process.exit(7)); setInterval(() => {}, 1000); process.stdout.write('ready') }
       if (how === 'die') process.kill(process.pid, 'SIGKILL')`,
    )
  })
  afterAll(() => rmSync(dir, { recursive: true, force: true }))

  const script = (how: string) =>
    `import { launch } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'launch.mjs')).href)}
     await launch(process.execPath, ${JSON.stringify(entry)}, [${JSON.stringify(how)}])`
  const launched = (how: string) =>
    spawnSync(process.execPath, ['--input-type=module', '-e', script(how)], { encoding: 'utf8' })

  test('keeps its exit code', () => {
    expect(launched('code').status).toBe(4)
  })
  test.skipIf(process.platform === 'win32')('that a signal ended has 128 + n', () => {
    expect(launched('die').status).toBe(137)
  })
  test('finds the same Node first in PATH', () => {
    expect(launched('path').stdout.startsWith(join(process.execPath, '..'))).toBe(true)
  })
  test.skipIf(process.platform === 'win32')('gets the signals sent to its parent', async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script('wait')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise((ready) => child.stdout.once('data', ready))
    child.kill('SIGTERM')
    expect(await new Promise((done) => child.on('exit', done))).toBe(7)
  })
})
