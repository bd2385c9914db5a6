import { expect, test } from 'vitest'
import { makeTreeModel, quantizeTree, trainTree } from '../../packages/model/src/index.ts'
import { treeFigures, walkOf } from './tree-figures.ts'

/** Rows that two questions tell apart. */
const x = [...new Array(240).keys()].map((i) => [(i % 3) / 2, i % 2, 0])
const y = x.map(([form, popular]) => (form === 0 && popular === 0 ? 1 : 0))
const data = { features: ['empty_server_form_handler', 'is_popular', 'https'], x, y }
const scale = { num: 2, den: 1 }
const tree = quantizeTree(trainTree(x, y, { maxDepth: 2, minLeaf: 5, labels: 2 }), scale)
const model = makeTreeModel({
  name: 'toy',
  input: { length: 3, packing: 'u8', min: [0, 0, 0], max: [2, 2, 2], features: data.features, scale },
  tree,
  labels: ['safe', 'phishing'],
  provenance: {},
})
const settings = { folds: { count: 5, seed: 1 }, maxDepth: 2 }

test('counts rows, combinations and mistakes', () => {
  const figures = treeFigures(data, model, settings)
  expect([figures.rows, figures.phishing + figures.safe, figures.differentRows]).toEqual([240, 240, 6])
  expect([figures.accuracy, figures.missedPhishing, figures.falseAlarms, figures.ceiling]).toEqual([
    1, 0, 0, 1,
  ])
  expect(figures.phishingByForm[1]).toBe(0)
  expect(figures.unmetRows).toBe(0)
})

test('refuses a model that the settings do not give', () => {
  expect(() => treeFigures(data, model, { ...settings, maxDepth: 1 })).toThrow(
    'is not the one in the model file',
  )
})

test('walks to a leaf and counts the questions', () => {
  const walk = walkOf(model, [0, 0, 0])
  expect(walk.label).toBe('phishing')
  expect(walk.questions).toBe(2)
  expect(walk.scores[1]).toBeGreaterThan(walk.scores[0]!)
})
