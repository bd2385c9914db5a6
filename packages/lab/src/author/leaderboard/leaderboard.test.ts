import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { decompressProgram } from '@inkling/wasm/brotli'
import { describe, expect, test } from 'vitest'
import { program, wat } from '../../../test/wat.ts'
import { makeWorld } from '../../../test/world.ts'
import { loadManifest } from '../../labs.ts'
import { readEntries } from './entries.ts'
import { measureEntry } from './measure.ts'
import { formatLeaderboard, makeLeaderboard } from './table.ts'

const clone = fileURLToPath(new URL('../../../../..', import.meta.url))
const LAB = '00-first-light'
const WASM = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])

function folder(files: Record<string, string | Uint8Array>) {
  const dir = join(makeWorld().root, 'leaderboard')
  mkdirSync(join(dir, LAB), { recursive: true })
  for (const [name, data] of Object.entries(files)) writeFileSync(join(dir, LAB, name), data)
  return dir
}
const entry = (handle: string, more: object = {}) =>
  JSON.stringify({ schema: 'lab-entry/1', lab: LAB, handle, ...more })
const problemsOf = (files: Record<string, string | Uint8Array>) => readEntries(folder(files), [LAB]).problems

describe('entries', () => {
  test('two files make one', () => {
    const { entries, problems } = readEntries(
      folder({ 'ada.json': entry('ada', { note: 'no tables' }), 'ada.wasm': WASM }),
      [LAB],
    )
    expect(problems).toEqual([])
    expect(entries).toMatchObject([{ lab: LAB, handle: 'ada', note: 'no tables' }])
    expect(entries[0]?.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  test.each([
    ['a script', { 'build.ts': 'process.exit()' }, 'only HANDLE.json and HANDLE.wasm'],
    ['Rust', { 'lib.rs': 'fn main() {}' }, 'only HANDLE.json and HANDLE.wasm'],
    ['a name with a path in it', { '..json': '{}' }, 'a handle has small letters'],
    ['no program', { 'ada.json': entry('ada') }, 'ada.wasm is missing'],
    [
      'a figure of their own',
      { 'ada.json': entry('ada', { ink: 1 }), 'ada.wasm': WASM },
      'unknown field "ink"',
    ],
    ['someone else', { 'ada.json': entry('bob'), 'ada.wasm': WASM }, 'handle is "bob"'],
    [
      'escapes in a note',
      { 'ada.json': entry('ada', { note: '\u001b[2J' }), 'ada.wasm': WASM },
      'note is one line',
    ],
    ['no WebAssembly', { 'ada.json': entry('ada'), 'ada.wasm': 'MZ' }, 'not a WebAssembly module'],
    ['too much', { 'ada.json': entry('ada'), 'ada.wasm': new Uint8Array(131_073) }, 'at most 131072'],
    ['cut off', { 'ada.json': '{"schema"', 'ada.wasm': WASM }, 'not JSON'],
  ])('%s is refused', (_, files: Record<string, string | Uint8Array>, why) => {
    expect(problemsOf(files).join('\n')).toContain(why)
    expect(readEntries(folder(files), [LAB]).entries).toEqual([])
  })

  test('a link is refused, and so is a folder that is no lab', () => {
    const dir = folder({ 'ada.json': entry('ada') })
    symlinkSync('/etc/hostname', join(dir, LAB, 'ada.wasm'))
    mkdirSync(join(dir, '99-none'))
    const { entries, problems } = readEntries(dir, [LAB])
    expect(entries).toEqual([])
    expect(problems.join('\n')).toMatch(/ada\.wasm: not an ordinary file[\s\S]*99-none: no lab/)
  })
})

describe('measuring', () => {
  /** Lab 0 with a leaderboard, and the program that stands in the repository for it. */
  function world() {
    const ws = makeWorld()
    const dir = join(ws.labs, LAB)
    cpSync(join(clone, 'labs', LAB), dir, { recursive: true })
    const lab = readFileSync(join(dir, 'lab.ts'), 'utf8')
    writeFileSync(
      join(dir, 'lab.ts'),
      lab.replace('  budgets: [],', "  budgets: [],\n  leaderboard: { checks: ['0.1/prediction'] },"),
    )
    const code = new Uint8Array(readFileSync(join(dir, 'prebuilt/first-light.code')))
    const wasm = join(ws.root, 'ada.wasm')
    writeFileSync(wasm, decompressProgram(code, { maxWasmSize: 131_072 }))
    return { ws, dir, input: { root: ws.root, dir, wasm, seed: 3, vectors: 16 } }
  }

  test('the right program is measured, and stands in the table', async () => {
    const { ws, dir, input } = world()
    const result = await measureEntry(input)
    expect(result).toMatchObject({ ok: true, arbos: 51 })
    const manifest = await loadManifest(ws, dir)
    const own = { lab: LAB, handle: 'ada', note: '', wasm: input.wasm, sha256: 'x' }
    const figures = { 'ink.classify': 5, 'bytes.code': 6 }
    const board = makeLeaderboard(
      [manifest],
      [
        { entry: own, result: { ok: true, figures, arbos: 51 } },
        { entry: { ...own, handle: 'bob' }, result: { ok: false, why: 'no' } },
      ],
    )
    expect(board.labs).toMatchObject([{ id: LAB, entries: [{ place: 1, handle: 'ada', figures }] }])
    expect(formatLeaderboard(board)).toContain('correct and accurate enough first')
  })

  test('a program that answers something else is refused before it costs anything', async () => {
    const { input } = world()
    writeFileSync(
      input.wasm,
      await wat(program('(call $write_result (i32.const 0) (i32.const 32)) (i32.const 0)')),
    )
    expect(await measureEntry(input)).toMatchObject({
      ok: false,
      why: expect.stringContaining('the reference'),
    })
  })

  test('a program that never ends runs out of ink, and a process that never ends is ended', async () => {
    const { input } = world()
    writeFileSync(input.wasm, await wat(program('(loop $l (br $l)) (i32.const 0)')))
    expect(await measureEntry(input)).toMatchObject({ ok: false, why: expect.stringContaining('out of ink') })
    expect(await measureEntry(input, 1)).toEqual({ ok: false, why: 'not measured within 0.001 s' })
  })
})
