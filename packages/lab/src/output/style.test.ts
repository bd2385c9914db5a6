import { expect, test } from 'vitest'
import { detectStyle, ends, printable, wrap } from './style.ts'

const tty = { isTTY: true, columns: 120 }

test.each([
  ['a terminal', tty, {}, {}, { colour: true, plain: false, width: 100 }],
  ['no terminal', {}, {}, {}, { colour: false, plain: true, width: 80 }],
  ['NO_COLOR', tty, { NO_COLOR: '1' }, {}, { colour: false, plain: false }],
  ['an empty NO_COLOR', tty, { NO_COLOR: '' }, {}, { colour: true }],
  ['FORCE_COLOR without a terminal', {}, { FORCE_COLOR: '1' }, {}, { colour: true, plain: true }],
  ['FORCE_COLOR=0', tty, { FORCE_COLOR: '0' }, {}, { colour: false }],
  ['NO_COLOR beats FORCE_COLOR', tty, { NO_COLOR: '1', FORCE_COLOR: '1' }, {}, { colour: false }],
  ['TERM=dumb', tty, { TERM: 'dumb' }, {}, { colour: false, plain: true }],
  ['CI', tty, { CI: 'true' }, {}, { plain: true }],
  ['--plain', tty, { FORCE_COLOR: '1' }, { plain: true }, { colour: false, plain: true }],
  ['a narrow terminal', { isTTY: true, columns: 12 }, {}, {}, { width: 40 }],
])('%s', (_, stream, env, flags, expected) => {
  expect(detectStyle(stream, env, flags)).toMatchObject(expected)
})

test('ends and wrap', () => {
  const style = { colour: false, plain: true, width: 20, ascii: false }
  expect(ends(style, 'left', 'right')).toEqual(['left           right'])
  expect(ends(style, 'a long left text', 'right')).toEqual(['a long left text', '               right'])
  expect(wrap('one two three', 9, 2)).toEqual(['  one two', '  three'])
  expect(wrap('waytoolongword x', 5)).toEqual(['waytoolongword', 'x'])
})

test('control characters are removed', () => {
  expect(printable('a\u001b[31mb\u001b[2Kc\u0000\td\n')).toBe('abc\td\n')
})
