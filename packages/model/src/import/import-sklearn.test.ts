import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { anInput } from '../../test/random-model.ts'
import { unpackInput } from '../input/pack-input.ts'
import { loadModel } from '../load-model.ts'
import { predict } from '../reference/predict.ts'
import { runFloat } from '../train/float-mlp.ts'
import type { Model, ModelInput, Vectors } from '../types.ts'
import { ImportError } from './errors.ts'
import { importSklearn } from './import-sklearn.ts'
import { netOfSklearn } from './net-of-sklearn.ts'
import type { SklearnExport } from './read-sklearn.ts'

/** Written by `scripts/oracle/sklearn_golden.py`. */
interface Golden {
  export: SklearnExport
  /** Data are the quantized inputs over this. */
  scale: number
  input: number[][]
  scores: number[][] | number[]
  label: number[]
}

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const golden = (name: string): Golden => JSON.parse(read(`test/golden/sklearn/${name}.json`))
const names = readdirSync(new URL('../../test/golden/sklearn/', import.meta.url)).map((file) =>
  file.replace(/\.json$/, ''),
)

function inputOf({ export: { features }, scale, input }: Golden): ModelInput {
  const high = Math.max(...input.flat())
  return { ...anInput(features.length, 'u8', 0, high), features, scale: { num: scale, den: 1 } }
}

function imported(name: string, more: object = {}): { model: Model; rows: Golden } {
  const rows = golden(name)
  const calibration = rows.input.map((row) => row.map((value) => value / rows.scale))
  const model = importSklearn(rows.export, { name, input: inputOf(rows), calibration, ...more })
  return { model, rows }
}

test('every kind of estimator is there', () => {
  expect(names).toEqual(
    expect.arrayContaining(['tree', 'forest', 'boosting', 'logistic', 'mlp', 'tree-3', 'boosting-3']),
  )
})

test.each(['tree', 'tree-3'])('%s: the labels and shares of every row are scikit-learn’s', (name) => {
  const { model, rows } = imported(name)
  expect(model.kind).toBe('tree')
  expect(rows.input.length).toBeGreaterThanOrEqual(1000)
  for (const [i, row] of rows.input.entries()) {
    const { scores, label } = predict(model, row)
    expect(label).toBe(rows.label[i])
    const total = scores.reduce((a, b) => a + b)
    for (const [k, share] of (rows.scores[i] as number[]).entries())
      expect(scores[k]! / total).toBeCloseTo(share, 12)
  }
})

test.each([
  ['forest', 'forest', 2 ** 20],
  ['forest-3', 'forest', 2 ** 20],
  ['boosting', 'gbdt', 2 ** 20],
  ['boosting-3', 'gbdt', 2 ** 20],
  ['forest', 'forest', 4096],
  ['boosting', 'gbdt', 4096],
] as const)('%s as %s at scale %i: every score within its rounding, labels equal', (name, kind, scale) => {
  const { model, rows } = imported(name, { shareScale: scale, leafScale: scale })
  expect(model.kind).toBe(kind)
  const trees = 'trees' in model ? model.trees.length : 0
  // Each leaf, and the base, is off by half a unit at most.
  const bound = (trees + 1) / 2 + 1e-6
  const mean = kind === 'forest' ? trees : 1
  let tooClose = 0
  for (const [i, row] of rows.input.entries()) {
    const want = [rows.scores[i]!].flat().map((score) => score * mean * scale)
    const { scores, label } = predict(model, row)
    for (const [k, score] of scores.entries()) expect(Math.abs(score - want[k]!)).toBeLessThanOrEqual(bound)
    const [best, next] = (want.length === 1 ? [Math.abs(want[0]!), 0] : want.toSorted((a, b) => b - a)) as [
      number,
      number,
    ]
    if (best - next > 2 * bound) expect(label).toBe(rows.label[i])
    else tooClose++
  }
  expect(tooClose).toBeLessThanOrEqual(rows.input.length / 100)
})

test.each(['logistic', 'logistic-3', 'mlp'])(
  '%s: before it is quantized, scores and labels of every row are scikit-learn’s',
  (name) => {
    const { export: file, input, scale, scores, label } = golden(name)
    const net = netOfSklearn(file.layers!)
    expect(input.length).toBeGreaterThanOrEqual(1000)
    for (const [i, row] of input.entries()) {
      const got = [
        ...runFloat(
          net,
          row.map((value) => value / scale),
        ).at(-1)!.after,
      ]
      const want = [scores[i]!].flat()
      expect(got).toHaveLength(want.length)
      // Weights are rounded to single precision.
      for (const [k, score] of want.entries()) expect(Math.abs(got[k]! - score)).toBeLessThan(1e-4)
      expect(got.length === 1 ? Number(got[0]! > 0) : got.indexOf(Math.max(...got))).toBe(label[i])
    }
  },
)

test.each(['logistic', 'logistic-3', 'mlp'])(
  '%s: int8 labels agree on at least 97 %% of random rows',
  (name) => {
    const { model, rows } = imported(name)
    const same = rows.input.filter((row, i) => predict(model, row).label === rows.label[i]).length
    expect(same / rows.input.length).toBeGreaterThanOrEqual(0.97)
  },
)

test('the committed trees give what scikit-learn’s own evaluator sums up', () => {
  const { models } = JSON.parse(read('test/golden/sklearn-trees.json')) as {
    models: Record<string, { sha256: string; scores: number[][] }>
  }
  expect(Object.keys(models)).toEqual(
    expect.arrayContaining(['phishing-tree', 'phishing-forest-32x6', 'phishing-boosted-100']),
  )
  for (const [name, { sha256, scores }] of Object.entries(models)) {
    const model = loadModel(read(`models/${name}.model.json`))
    expect(sha256, `${name} was trained again: run scripts/oracle/sklearn_golden.py`).toBe(model.sha256)
    const vectors: Vectors = JSON.parse(read(`models/${name}.vectors.json`))
    expect(vectors.input.map((hex) => predict(model, unpackInput(model, hex)).scores)).toEqual(scores)
  }
})

test('a threshold goes to the grid of its feature: floor(t * num / den) + zero point', () => {
  const tree = {
    left: [1, -1, -1],
    right: [2, -1, -1],
    feature: [0, -2, -2],
    threshold: [0.75, -2, -2],
    value: [
      [2, 2],
      [2, 0],
      [0, 2],
    ],
  }
  const file = { ...golden('tree').export, features: ['a'], trees: [tree] }
  const input = { ...anInput(1, 'u8', 0, 20), scale: [{ num: 2, den: 1 }], zeroPoint: [10] }
  const model = importSklearn(file, { name: 't', input, labels: ['low', 'high'] })
  // 0.5 is 11 and goes left, 1 is 12 and goes right.
  expect('trees' in model && model.trees[0]!.nodes[0]).toMatchObject({ threshold: 11 })
  expect([11, 12].map((q) => predict(model, [q]).label)).toEqual([0, 1])
})

// biome-ignore lint/suspicious/noExplicitAny: broken files have any shape
const broken: [string, string, (file: any) => void][] = [
  ['tree', 'format', (f) => (f.format = 'pmml')],
  ['tree', 'classes', (f) => (f.classes = ['0'])],
  ['tree', 'the file', (f) => (f.layers = [])],
  ['tree', 'trees', (f) => (f.trees = [])],
  ['tree', 'trees[0].left', (f) => (f.trees[0].left = [])],
  ['tree', 'trees[0].right', (f) => f.trees[0].right.pop()],
  ['tree', 'trees[0].threshold[0]', (f) => (f.trees[0].threshold[0] = null)],
  ['tree', 'trees[0].value[1]', (f) => f.trees[0].value[1].pop()],
  ['tree', 'trees', (f) => (f.trees[0].left[3] = 1)],
  ['tree', 'trees', (f) => (f.trees[0].right[0] = 0.5)],
  ['tree', 'trees', (f) => (f.trees[0].feature[0] = 9)],
  ['tree', 'features', (f) => f.features.pop()],
  ['boosting', 'init', (f) => (f.init = [1, 2])],
  ['boosting', 'learningRate[0]', (f) => (f.learningRate = 'fast')],
  ['boosting', 'trees[2].score', (f) => (f.trees[2].score = 1)],
  ['mlp', 'layers[0].bias', (f) => delete f.layers[0].bias],
  ['mlp', 'layers[1].weights[0]', (f) => f.layers[1].weights[0].pop()],
  ['mlp', 'layers[0].weights[2][1]', (f) => (f.layers[0].weights[2][1] = Number.NaN)],
  ['mlp', 'layers', (f) => (f.classes = ['a', 'b', 'c'])],
]

test.each(broken)('%s: names the bad field %s', (name, path, damage) => {
  const rows = golden(name)
  const input = inputOf(rows)
  damage(rows.export)
  const attempt = () => importSklearn(rows.export, { name, input, calibration: rows.input })
  expect(attempt).toThrow(ImportError)
  expect(attempt).toThrow(`scikit-learn export: ${path} `)
})

test('text that is no JSON, and names that do not fit the classes', () => {
  const rows = golden('tree')
  const input = inputOf(rows)
  expect(() => importSklearn('{', { name: 't', input })).toThrow('is not JSON')
  expect(() => importSklearn(rows.export, { name: 't', input, labels: ['a'] })).toThrow('classes')
})
