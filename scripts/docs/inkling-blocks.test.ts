import { expect, test } from 'vitest'
import { inklingBlocks } from './inkling-blocks.ts'

const writers = inklingBlocks([{ command: 'inkling train flowers.csv', lines: ['a', 'b'] }])

test.each(Object.keys(writers).filter((name) => !/^typed|conditions$/.test(name)))(
  '%s is a table whose rows are as wide as its head',
  (name) => {
    const widths = writers[name]!()
      .split('\n')
      .map((line) => line.replaceAll('\\|', '').split('|').length)
    expect(widths.length).toBeGreaterThan(2)
    expect(new Set(widths).size).toBe(1)
  },
)

test('a transcript is what was typed and what came out', () => {
  expect(writers['typed-train']!()).toBe('```text\n$ npx --no-install inkling train flowers.csv\na\nb\n```')
})
