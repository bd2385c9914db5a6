import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withLock } from './lock.mjs'

let dir: string
let file: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'inkling-lock-'))
  file = join(dir, 'setup.lock')
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

test('holders take turns, across processes', async () => {
  const log = join(dir, 'log')
  const script = `
    import { appendFileSync } from 'node:fs'
    import { withLock } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'lock.mjs')).href)}
    await withLock(${JSON.stringify(file)}, async () => {
      appendFileSync(${JSON.stringify(log)}, 'in ')
      await new Promise((done) => setTimeout(done, 60))
      appendFileSync(${JSON.stringify(log)}, 'out ')
    })`
  const runs = Array.from({ length: 4 }, () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' })
    return new Promise((done) => child.on('exit', done))
  })
  expect(await Promise.all(runs)).toEqual([0, 0, 0, 0])
  expect(readFileSync(log, 'utf8')).toBe('in out '.repeat(4))
  expect(existsSync(file)).toBe(false)
})

test('the lock of a process that is gone is taken over at once', async () => {
  const child = spawn(process.execPath, ['-e', ''])
  await new Promise((done) => child.on('exit', done))
  writeFileSync(file, JSON.stringify({ pid: child.pid, host: hostname() }))
  const started = Date.now()
  expect(await withLock(file, async () => 'mine')).toBe('mine')
  expect(Date.now() - started).toBeLessThan(2_000)
})

test('work that fails leaves no lock, and its error comes through', async () => {
  await expect(withLock(file, async () => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk')
  expect(existsSync(file)).toBe(false)
})

test('one who waits is told once', async () => {
  let told = 0
  const first = withLock(file, () => new Promise<void>((done) => setTimeout(done, 700)))
  await withLock(
    file,
    async () => {},
    () => told++,
  )
  await first
  expect(told).toBe(1)
})
