import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadDigits8 } from '../data/load-digits8.ts'
import { quantizeRows } from '../data/quantize-rows.ts'
import { boardInput } from '../data/tic-tac-toe.ts'
import { accuracy } from '../evaluate/accuracy.ts'
import { playAllLines } from '../evaluate/play-all-lines.ts'
import { formatModel } from '../format-model.ts'
import { loadModel } from '../load-model.ts'
import { formatVectors, makeVectors } from '../make-vectors.ts'
import { predict } from '../reference/predict.ts'
import { recipes } from './index.ts'
import { irisLinear } from './linear-recipes.ts'

const read = (file: string) => readFileSync(new URL(`../../models/${file}`, import.meta.url), 'utf8')
const load = (name: string) => loadModel(read(`${name}.model.json`))
const metrics = (name: string) => JSON.parse(read(`${name}.metrics.json`))

test('names are unique', () => {
  expect(new Set(recipes.map((recipe) => recipe.name)).size).toBe(recipes.length)
})

test.each(recipes.map((recipe) => recipe.name))('%s: file, hash and vectors belong together', (name) => {
  const model = load(name)
  expect(model.name).toBe(name)
  expect(JSON.parse(read('training.json')).models[name].sha256).toBe(model.sha256)
  const vectors = makeVectors(model, { count: 500, seed: 7 })
  expect(vectors.input.length).toBeGreaterThanOrEqual(500)
  expect(read(`${name}.vectors.json`)).toBe(formatVectors(vectors))
})

test('the smallest, trained again, is the same file to the bit', async () => {
  const { model, metrics: measured } = await irisLinear.train({ log: () => {} })
  expect(formatModel(model)).toBe(read('iris-linear.model.json'))
  expect(measured.accuracy).toBe(metrics('iris-linear').accuracy)
})

test.each(['tic-tac-toe-18-32-9', 'tic-tac-toe-18-12-9'])(
  '%s never loses and never picks a taken cell',
  (name) => {
    const model = load(name)
    const record = playAllLines((board) => predict(model, boardInput(board)).label)
    expect(record).toMatchObject({ losses: 0, illegal: 0, lines: metrics(name).lines })
  },
)

test.each(['digits-8x8-64-32-10', 'digits-8x8-64-32-10-q4'])('%s: the accuracy that is committed', (name) => {
  const model = load(name)
  expect(accuracy(model, quantizeRows(loadDigits8().test, model.input))).toBe(metrics(name).accuracy)
})
