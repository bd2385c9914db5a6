import { expect, test } from 'vitest'
import { fillBlocks, integer, table } from './blocks.ts'

const page = 'before\n<!-- generated:a -->\nold\n<!-- /generated -->\nafter\n'

test('fills a block and leaves the rest alone, again and again', () => {
  const filled = fillBlocks(page, { a: () => 'new' }, 'x.md')
  expect(filled).toBe('before\n<!-- generated:a -->\n\nnew\n\n<!-- /generated -->\nafter\n')
  expect(fillBlocks(filled, { a: () => 'new' }, 'x.md')).toBe(filled)
})

test('refuses a block that nobody writes, and one without an end', () => {
  expect(() => fillBlocks(page, { b: () => '' }, 'x.md')).toThrow("x.md: there is no block 'a'; known: b")
  expect(() => fillBlocks('<!-- generated:a -->\n', { a: () => '' }, 'x.md')).toThrow('has no end')
  const swallowed = `<!-- generated:a -->\n${page}`
  expect(() => fillBlocks(swallowed, { a: () => '' }, 'x.md')).toThrow('has no end')
})

test('writes tables with bars in cells', () => {
  expect(table(['a', 'b'], [['1|2', '3']])).toBe('| a | b |\n| --- | --- |\n| 1\\|2 | 3 |')
  expect(integer(12989)).toBe('12,989')
})
