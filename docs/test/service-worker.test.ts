import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeServiceWorker } from '../.vitepress/offline/write-service-worker.ts'

let dir: string
const put = (file: string, text: string) => {
  mkdirSync(join(dir, file, '..'), { recursive: true })
  writeFileSync(join(dir, file), text)
}

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'inkling-sw-'))
  put('index.html', '<script src="/x/assets/app.A1.js"></script>')
  put('lessons/00-a.html', '<link href="/x/assets/style.S1.css">')
  put('guides/start.html', '')
  put('rustdoc/index.html', '')
  put('assets/app.A1.js', 'import"./chunks/part.P1.js";import("./chunks/CodeEditor.E1.js")')
  put('assets/chunks/part.P1.js', 'new Worker(new URL("../worker-W1.js"))')
  put('assets/worker-W1.js', 'fetch("brotli-B1.wasm"),"/x/assets/tree.C1.code","/x/assets/rows.R1.csv"')
  put('assets/rows.R1.csv', '')
  put('assets/tree.C1.code', '')
  put('assets/brotli-B1.wasm', '')
  put('assets/style.S1.css', 'url(/x/assets/serif.F1.woff2)')
  put('assets/serif.F1.woff2', '')
  put('assets/chunks/CodeEditor.E1.js', 'import"./only-for-editor.O1.js"')
  put('assets/chunks/only-for-editor.O1.js', '')
  put('assets/lessons_00-a.md.L1.js', '')
  put('assets/lessons_00-a.md.L1.lean.js', '')
  put('assets/guides_start.md.G1.js', '')
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

test('keeps lessons and all that they can need, and leaves out what is loaded on demand', () => {
  expect(writeServiceWorker(dir, '/x/').files).toEqual([
    'assets/app.A1.js',
    'assets/brotli-B1.wasm',
    'assets/chunks/part.P1.js',
    'assets/lessons_00-a.md.L1.js',
    'assets/lessons_00-a.md.L1.lean.js',
    'assets/serif.F1.woff2',
    'assets/style.S1.css',
    'assets/tree.C1.code',
    'assets/worker-W1.js',
    'index.html',
    'lessons/00-a.html',
  ])
})

test('the same files are the same version, another letter is another', () => {
  const version = () => /"version":"(\w+)"/.exec(readFileSync(join(dir, 'sw.js'), 'utf8'))![1]
  writeServiceWorker(dir, '/x/')
  const first = version()
  writeServiceWorker(dir, '/x/')
  expect(version()).toBe(first)
  put('guides/start.html', 'not kept, so no matter')
  writeServiceWorker(dir, '/x/')
  expect(version()).toBe(first)
  put('lessons/00-a.html', 'changed')
  writeServiceWorker(dir, '/x/')
  expect(version()).not.toBe(first)
})
