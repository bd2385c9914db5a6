import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadDigits8 } from './load-digits8.ts'
import { loadMnist14 } from './load-mnist14.ts'
import { loadNames } from './load-names.ts'
import { loadTable } from './load-table.ts'
import { readData } from './read-data.ts'
import { joinRows } from './rows.ts'

const source = readFileSync(new URL('../../data/SOURCE.md', import.meta.url), 'utf8')
const script = readFileSync(new URL('../../../../scripts/data/extract-datasets.py', import.meta.url), 'utf8')

test.each([
  'mnist-14x14.bin.gz',
  'digits-8x8.bin.gz',
  'breast-cancer.csv',
  'wine.csv',
  'iris.csv',
  'anes96.csv',
  'names-female.txt',
  'names-male.txt',
])('%s is what was extracted', (name) => {
  const sha256 = createHash('sha256').update(readData(name)).digest('hex')
  expect(source).toContain(`| \`${name}\` | \`${sha256}\` |`)
  expect(script).toContain(`"${name}": "${sha256}"`)
})

test('10,000 digits of 14x14, as many of each as the package has', () => {
  const { train, validation, test: held } = loadMnist14()
  expect([train.rows, validation.rows, held.rows]).toEqual([6500, 1500, 2000])
  const counts = new Array(10).fill(0)
  for (const label of joinRows(train, validation, held).y) counts[label]++
  expect(counts).toEqual([1001, 1127, 991, 1032, 980, 863, 1014, 1070, 944, 978])
})

test('the splits never move: they are what figures were measured on', () => {
  const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  expect([hash(loadMnist14().test.x), hash(loadDigits8().test.x)]).toMatchInlineSnapshot(`
    [
      "38f8fa2e52bbcefc",
      "ff233563474d144f",
    ]
  `)
})

test('digits of 8x8 hold 0 to 16', () => {
  const { train, validation, test: held } = loadDigits8()
  expect([train.rows, validation.rows, held.rows]).toEqual([1097, 250, 450])
  expect(Math.max(...train.x)).toBe(16)
})

test.each([
  ['iris', 150, 4],
  ['wine', 178, 13],
  ['breast-cancer', 569, 30],
  ['anes96', 944, 9],
] as const)('table %s', (name, rows, width) => {
  const { x, y, features, labels } = loadTable(name)
  expect([x.length, features.length]).toEqual([rows, width])
  expect(new Set(y).size).toBe(labels.length)
})

test('names', () => {
  expect(loadNames('female')).toHaveLength(4951)
  expect(loadNames('male')).toHaveLength(3898)
  expect(loadNames('male')[0]).toBe('Aaron')
})
