import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetAnswers, keepAnswer, loadAnswer, verdictsOf } from '../.vitepress/theme/recall/kept-answers.ts'
import { toRecall } from '../.vitepress/theme/recall/to-recall.ts'

const lessons = new URL('../lessons/', import.meta.url)
const files = readdirSync(lessons).filter((file) => /^\d.*\.md$/.test(file))

test.each(files)('%s: its three questions can be answered, and the rest stays as it is', (file) => {
  const text = readFileSync(new URL(file, lessons), 'utf8')
  const out = toRecall(text, 4, (markdown) => `<b>${markdown}</b>`)
  expect(out.match(/^<Recall :lab="4" :number="[123]">$/gm)).toHaveLength(3)
  expect(out.match(/^<\/Recall>$/gm)).toHaveLength(3)
  const details = (page: string) => page.match(/^::: details /gm)?.length ?? 0
  expect(details(out)).toBe(details(text) - 3)
  expect(out).toContain('::: details For the facilitator')
})

test('a page without questions is left alone', () => {
  expect(toRecall('## Other\n\n::: details A\nB\n:::\n', 1, String)).toContain('::: details A')
})

beforeEach(() => {
  const map = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => map.set(key, value),
    removeItem: (key: string) => map.delete(key),
  })
})
afterEach(() => vi.unstubAllGlobals())

test('answers are kept, counted by verdict, and forgotten', () => {
  expect(keepAnswer(3, 1, { text: 'because' })).toBe(true)
  expect(loadAnswer(3, 1)).toEqual({ text: 'because' })
  expect(verdictsOf(3)).toEqual([])
  keepAnswer(3, 2, { text: '', verdict: 'nearly' })
  expect(verdictsOf(3)).toEqual(['nearly'])
  forgetAnswers([3])
  expect(loadAnswer(3, 1)).toBeUndefined()
  expect(verdictsOf(3)).toEqual([])
})

test.each(['{', '7', 'null', '{"text": 4}', '{"text": "a", "verdict": "perfect"}'])(
  'something broken in the storage is no verdict: %s',
  (stored) => {
    localStorage.setItem('inkling.recall.1.1', stored)
    expect(loadAnswer(1, 1)?.verdict).toBeUndefined()
  },
)

test('a browser that keeps nothing is no error', () => {
  vi.stubGlobal('localStorage', undefined)
  expect(keepAnswer(1, 1, { text: 'a' })).toBe(false)
  expect(loadAnswer(1, 1)).toBeUndefined()
})
