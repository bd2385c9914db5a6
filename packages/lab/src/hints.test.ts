import { expect, test } from 'vitest'
import { hintText, parseHints } from './hints.ts'

test('tasks and rungs', () => {
  const hints = parseHints(
    '# Hints\n\n## 1.2 title\n### 1\nask\n### 2\nname\n\n```ts\n## 9.9\n```\n### 3\nsay\n## 1.3\n### 1\nx',
    'hints.md',
  )
  expect(hints.get('1.2')).toEqual(['ask', 'name\n\n```ts\n## 9.9\n```', 'say'])
  expect(hints.get('1.3')).toEqual(['x'])
})

test.each([
  ['## 1.1\n### 2\nx', 'hints.md:2: rung 2 of task 1.1, 1 was expected'],
  ['### 1\nx', 'hints.md:1: a rung stands before any task'],
  ['## 1.1\n## 1.1', 'hints.md:2: task 1.1 has two sections'],
])('mistakes name the line', (text, message) => {
  expect(() => parseHints(text, 'hints.md')).toThrow(message)
})

test('text for a terminal: links show where they go, code is left alone', () => {
  expect(hintText('See **the**\n[lesson](a.md).\n\n    code  here\n- item')).toEqual([
    { text: 'See the lesson (a.md).', code: false },
    { text: '', code: false },
    { text: '    code  here', code: true },
    { text: '- item', code: false },
  ])
})
