import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { buildProgress } from './progress-line.ts'
import type { Style } from './style.ts'

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => vi.useRealTimers())

function progress() {
  const lines: string[] = []
  const line = buildProgress({ write: (text: string) => lines.push(text) }, {
    plain: true,
    width: 80,
  } as Style)
  return { lines, line }
}

test('one build: its beginning, and its end when that took a while', () => {
  const { lines, line } = progress()
  line.start()
  line.update({ done: 3, total: 9, crate: 'ruint' })
  vi.advanceTimersByTime(6_000)
  line.stop()
  expect(lines).toEqual([
    'building the contract (0 s)\n',
    expect.stringMatching(/^building the contract 3 of 9 crates, ruint \([56] s\)\n$/),
    'built the contract in 6 s\n',
  ])
})

test('two builds at a time: one line for both, timed from the first', () => {
  const { lines, line } = progress()
  line.start()
  vi.advanceTimersByTime(1_000)
  line.start()
  vi.advanceTimersByTime(5_000)
  line.stop()
  vi.advanceTimersByTime(2_000)
  line.stop()
  expect(lines[1]).toMatch(/^building 2 contracts \([56] s\)\n$/)
  expect(lines.at(-1)).toBe('built the contract in 8 s\n')
})
