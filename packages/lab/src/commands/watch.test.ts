import { EventEmitter } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contextOf } from '../../test/run-lab.ts'
import { makeWorld } from '../../test/world.ts'
import type { KeySource } from '../watch/keyboard.ts'
import type { Workspace } from '../workspace.ts'
import { watchLab } from './watch.ts'

/** A keyboard that a test types on. */
class Keyboard extends EventEmitter {
  isTTY = true
  raw = false
  setRawMode(on: boolean): void {
    this.raw = on
  }
  resume(): void {}
  pause(): void {}
  type(keys: string): void {
    this.emit('data', Buffer.from(keys))
  }
}

const FOOT = 'r again'

/** Watches task 7.1, which needs no contract. */
function start(ws: Workspace, argv: string[] = [], plain = true) {
  const keyboard = new Keyboard()
  const { context, lines } = contextOf(ws, ['watch', '7.1', ...argv], { plain })
  const done = watchLab(context, keyboard as unknown as KeySource)
  /** Waits until a line after the first `after` ones holds a text; returns the number of lines up to it. */
  const shows = async (text: string, after = 0) => {
    for (;;) {
      const at = lines.findIndex((line, i) => i >= after && line.includes(text))
      if (at >= 0) return at + 1
      await new Promise((go) => setTimeout(go, 20))
    }
  }
  return { keyboard, lines, done, shows }
}

function answer(ws: Workspace, from: string, to: string): void {
  const file = join(ws.labs, '07-fixture', 'answers.ts')
  const before = readFileSync(file, 'utf8')
  writeFileSync(file, before.replace(from, to))
}

test('grades at the start and after a save, stays at its lab, and q leaves', async () => {
  const ws = makeWorld()
  const { keyboard, lines, done, shows } = start(ws)
  let at = await shows(FOOT)
  expect(keyboard.raw).toBe(true)
  expect(lines.join('\n')).toContain('FAIL  7.1')
  expect(lines[0]).toMatch(/^---- \d\d:\d\d:\d\d -+$/)
  answer(ws, '  return value\n', '  return value * 2\n')
  at = await shows(FOOT, at)
  const screen = lines.join('\n')
  expect(screen).toContain('Checking task 7.1 ...  saved: answers.ts')
  expect(screen).toContain('PASS  7.1')
  keyboard.type('q')
  expect(await done).toBe(0)
  expect(keyboard.raw).toBe(false)
  expect(lines.length).toBe(at)
})

test('keys do what their commands do; a question takes one key', async () => {
  const ws = makeWorld()
  const { keyboard, lines, done, shows } = start(ws)
  let at = await shows(FOOT)
  keyboard.type('H')
  at = await shows(FOOT, at)
  expect(lines.join('\n')).toContain('lab hint 7.1\ntask 7.1 double a number: hint 1 of 3')
  keyboard.type('s')
  await shows('Show the answer? [y/N]', at)
  keyboard.type('n')
  at = await shows(FOOT, at)
  expect(lines.join('\n')).toContain('was not shown')
  keyboard.type('d')
  at = await shows(FOOT, at)
  expect(lines.join('\n')).toContain('- starter  + yours')
  keyboard.type('l')
  at = await shows(FOOT, at)
  expect(lines.join('\n')).toContain('you are here')
  keyboard.type('n')
  at = await shows('next: npm run lab:check 7.1', at)
  // An arrow key is no command.
  keyboard.type('\u001b[A')
  keyboard.type('q')
  expect(await done).toBe(0)
})

test('x resets after a yes, keeps a backup, and grades again', async () => {
  const ws = makeWorld()
  answer(ws, '  return value\n', '  return value * 2\n')
  const { keyboard, lines, done, shows } = start(ws)
  let at = await shows('PASS  7.1')
  at = await shows(FOOT, at)
  keyboard.type('x')
  await shows('back to its starter?', at)
  keyboard.type('y')
  at = await shows('FAIL  7.1', at)
  await shows(FOOT, at)
  expect(lines.join('\n')).toContain('your files are in .lab/backups/')
  keyboard.type('q')
  await done
})

test('a save ends the check at work; Ctrl-C gives the terminal back and exits 130', async () => {
  const ws = makeWorld()
  answer(ws, '  return value\n', '  for (;;) {}\n')
  const { keyboard, lines, done, shows } = start(ws)
  await new Promise((go) => setTimeout(go, 1_500))
  // Keys are ignored while a check runs.
  keyboard.type('q')
  answer(ws, '  for (;;) {}\n', '  return value * 2\n')
  await shows('PASS  7.1')
  await shows(FOOT)
  expect(lines.join('\n')).not.toContain('timeout')
  keyboard.type('\u0003')
  expect(await done).toBe(130)
  expect(keyboard.raw).toBe(false)
})

test('--manual waits for r; a screen that may move is cleared', async () => {
  const ws = makeWorld()
  const { keyboard, lines, done, shows } = start(ws, ['--manual'], false)
  let at = await shows(FOOT)
  expect(lines[0]).toBe('\u001b[H\u001b[2JChecking task 7.1 ...')
  answer(ws, '  return value\n', '  return value * 2\n')
  at = await shows('saved: answers.ts; press r to grade', at)
  keyboard.type('r')
  await shows('PASS  7.1', at)
  await shows(FOOT, at)
  keyboard.type('q')
  expect(await done).toBe(0)
})
