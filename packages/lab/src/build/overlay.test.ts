import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeWorld } from '../../test/world.ts'
import { loadManifest } from '../labs.ts'
import { makeOverlay, wrongAnswers } from './overlay.ts'

test('starter, solution, leave-one-out and wrong answers', async () => {
  const ws = makeWorld()
  const manifest = await loadManifest(ws, join(ws.labs, '07-fixture'))
  const read = (dir: string) => readFileSync(join(dir, 'answers.ts'), 'utf8')
  const starter = makeOverlay(ws, manifest, 'starter')
  expect(starter).toBe(join(ws.work, '07-fixture@starter'))
  expect(read(starter)).toBe(readFileSync(join(ws.labs, '07-fixture', 'answers.ts'), 'utf8'))
  expect(existsSync(join(starter, 'checks.ts'))).toBe(true)
  expect(read(makeOverlay(ws, manifest, 'solution'))).toContain('Math.trunc')
  const without = read(makeOverlay(ws, manifest, 'without-7-2'))
  expect(without).toContain("throw Todo('7.2')")
  expect(without).toContain('return 42')
  expect(wrongAnswers(ws, '07-fixture')).toEqual(['01-floor'])
  expect(read(makeOverlay(ws, manifest, 'wrong-01-floor'))).toContain('Math.floor')
  expect(() => makeOverlay(ws, manifest, 'wrong-99-none')).toThrow("no wrong answer '99-none'")
  expect(() => makeOverlay(ws, manifest, 'without-9-9')).toThrow('no task 9.9')
})

test('a file is written only when its content changed, and foreign files go', async () => {
  const ws = makeWorld()
  const manifest = await loadManifest(ws, join(ws.labs, '07-fixture'))
  const dir = makeOverlay(ws, manifest, 'solution')
  const before = statSync(join(dir, 'answers.ts')).mtimeMs
  writeFileSync(join(dir, 'stray.txt'), 'x')
  mkdirSync(join(dir, 'contract', 'target'), { recursive: true })
  writeFileSync(join(dir, 'contract', 'target', 'kept'), 'x')
  await new Promise((resolve) => setTimeout(resolve, 20))
  writeFileSync(join(ws.labs, '07-fixture', 'new.txt'), 'new')
  makeOverlay(ws, manifest, 'solution')
  expect(statSync(join(dir, 'answers.ts')).mtimeMs).toBe(before)
  expect(existsSync(join(dir, 'stray.txt'))).toBe(false)
  expect(existsSync(join(dir, 'contract', 'target', 'kept'))).toBe(true)
  expect(readFileSync(join(dir, 'new.txt'), 'utf8')).toBe('new')
})

test("a learner's broken answer never reaches an overlay", async () => {
  const ws = makeWorld()
  const manifest = await loadManifest(ws, join(ws.labs, '07-fixture'))
  writeFileSync(join(ws.labs, '07-fixture', 'answers.ts'), 'broken(')
  expect(readFileSync(join(makeOverlay(ws, manifest, 'solution'), 'answers.ts'), 'utf8')).toContain(
    'return 42',
  )
})
