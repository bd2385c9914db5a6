/** What is generated and committed is what its generator writes today. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { formatModel, formatVectors, makeVectors, parseCsv, treeToRust } from '@inkling/model'
import { expect, test } from 'vitest'
import * as train from '../../solutions/01-decision-tree/train.ts'
import { firstLightFiles } from './first-light.ts'

const read = (path: string) => readFileSync(new URL(`../../labs/${path}`, import.meta.url), 'utf8')
const csv = read('01-decision-tree/data/phishing.csv')

test('the phishing data are the ones that were extracted', () => {
  const sha256 = createHash('sha256').update(csv).digest('hex')
  expect(read('01-decision-tree/data/SOURCE.md')).toContain(sha256)
  expect(readFileSync(new URL('extract-phishing.py', import.meta.url), 'utf8')).toContain(sha256)
  const { x, y, features } = parseCsv(csv)
  expect([x.length, features.length]).toEqual([1250, 9])
  expect(new Set(x.flat())).toEqual(new Set([0, 0.5, 1]))
  expect(y.filter((label) => label === 1)).toHaveLength(548)
})

test('lab 0: node scripts/data/make-first-light.ts', async () => {
  for (const [path, text] of Object.entries(await firstLightFiles()))
    expect(read(`00-first-light/${path}`)).toBe(text)
})

test('lab 1: the solution of train.ts writes the files that the starter ships with', () => {
  const { x, y, features } = parseCsv(csv)
  const model = train.trainModel(x, y, features)
  expect(read('01-decision-tree/data/model.json')).toBe(formatModel(model))
  expect(read('01-decision-tree/data/model.vectors.json')).toBe(
    formatVectors(makeVectors(model, { count: 500, seed: 7 })),
  )
  expect(read('01-decision-tree/contract/core/src/model.rs')).toBe(treeToRust(model))
  expect(train.accuracy(csv)).toBeCloseTo(0.9256, 6)
})
