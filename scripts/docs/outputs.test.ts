import { expect, test } from 'vitest'
import { linesOf } from './lines-of.ts'
import { differences, read, writeAll } from './outputs.ts'

test('names what is stale with the first line that differs', () => {
  const now = read('LICENSE-MIT')!
  expect(differences([{ file: 'LICENSE-MIT', text: now }])).toEqual([])
  const [line] = differences([{ file: 'LICENSE-MIT', text: now.replace('Permission', 'Permissions') }])
  expect(line).toMatch(/^stale: LICENSE-MIT, line \d+\n {2}is .*Permission .*\n {2}should .*Permissions/)
  expect(differences([{ file: 'no-such-file.json', text: '{}' }])).toEqual([
    'stale: no-such-file.json is not there',
  ])
})

test('the environment alone makes no figure stale, a figure does', () => {
  const json = read('docs/data/labs.json')!
  const elsewhere = json.replace(/"node": "[^"]*"/, '"node": "99.0.0"')
  expect(elsewhere).not.toBe(json)
  expect(differences([{ file: 'docs/data/labs.json', text: elsewhere }])).toEqual([])
  expect(writeAll([{ file: 'docs/data/labs.json', text: elsewhere }])).toEqual([])
  const other = json.replace(/"par": \d+/, '"par": 1')
  expect(differences([{ file: 'docs/data/labs.json', text: other }])[0]).toMatch(/should .*"par": 1,?$/)
})

test('takes lines of a source, without their indentation', () => {
  expect(linesOf('a\n  b {\n    c\n  }\n', /b \{/, 2)).toEqual(['b {', '  c'])
  expect(() => linesOf('a', /b/, 1)).toThrow('no line matches')
})
