import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { handCnn, handMlp, handTree } from '../src/fixtures.ts'
import { unpackInput } from '../src/input/pack-input.ts'
import { loadModel } from '../src/load-model.ts'
import { makeVectors } from '../src/make-vectors.ts'
import { predict } from '../src/reference/predict.ts'
import type { Model, Vectors } from '../src/types.ts'
import { randomCnn, randomEnsemble, randomMlp } from './random-model.ts'

const json = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
const ajv = new Ajv2020({ strictTypes: false, strictTuples: false, allErrors: true })
const isModel = ajv.compile(json('../schema/inkling-model-1.schema.json'))
const isVectors = ajv.compile(json('../schema/inkling-vectors-1.schema.json'))

const names = (folder: string) =>
  readdirSync(new URL(folder, import.meta.url))
    .filter((file) => file.endsWith('.model.json'))
    .map((file) => `${folder}${file.slice(0, -'.model.json'.length)}`)
const LABS = ['00-first-light', '01-decision-tree'].map((lab) => `../../../labs/${lab}/data/model`)

test.each([...names('../models/'), ...LABS])(
  'committed %s: valid, loads, and its vectors are true',
  (path) => {
    const lab = path.startsWith('../../../')
    const file = json(lab ? `${path}.json` : `${path}.model.json`)
    isModel(file)
    expect(isModel.errors ?? []).toEqual([])
    const model = loadModel(file)
    const vectors: Vectors = json(`${path}.vectors.json`)
    isVectors(vectors)
    expect(isVectors.errors ?? []).toEqual([])
    expect(vectors.model).toBe(model.sha256)
    expect(vectors.scores).toHaveLength(vectors.input.length)
    expect(vectors.label).toHaveLength(vectors.input.length)
    for (const [i, hex] of vectors.input.entries()) {
      const got = predict(model, unpackInput(model, hex))
      if (got.label !== vectors.label[i] || String(got.scores) !== String(vectors.scores[i]))
        expect({ vector: i, ...got }).toEqual({ scores: vectors.scores[i], label: vectors.label[i] })
    }
  },
)

const made: Model[] = [
  handTree(),
  handMlp(),
  handCnn(),
  randomMlp(3, [4, 3]),
  randomCnn(4),
  randomEnsemble(1, 'forest', 2),
  randomEnsemble(1, 'gbdt', 2),
]

test.each(made)('made $name is valid, and so are its vectors', (model) => {
  isModel(model)
  expect(isModel.errors ?? []).toEqual([])
  expect(isVectors(makeVectors(model, { count: 500, seed: 1 }))).toBe(true)
})

// biome-ignore lint/suspicious/noExplicitAny: malformed files have any shape
const malformed: [string, Model, (model: any) => void][] = [
  ['a missing field', handTree(), (m) => delete m.provenance],
  ['an unknown field', handTree(), (m) => (m.extra = 1)],
  ['a fraction', handTree(), (m) => (m.input.scale.num = 0.5)],
  ['an unknown kind', handTree(), (m) => (m.kind = 'svm')],
  ['two trees for kind tree', handTree(), (m) => m.trees.push(m.trees[0])],
  ['layers for kind tree', handTree(), (m) => (m.layers = handMlp().layers)],
  ['a node that is half split, half leaf', handTree(), (m) => (m.trees[0].nodes[0].scores = [1, 2])],
  ['a score past int32', handTree(), (m) => (m.trees[0].nodes[1].scores[0] = 2 ** 31)],
  ['no base for a forest', randomEnsemble(1, 'forest', 2), (m) => delete m.base],
  ['an input past its packing', handTree(), (m) => (m.input.max[0] = 256)],
  ['an input past u4', handCnn(), (m) => (m.input.max[0] = 16)],
  ['three labels for rule sign', randomEnsemble(1, 'gbdt', 2), (m) => m.output.labels.push('c')],
  ['an unknown layer', handMlp(), (m) => (m.layers[0].type = 'lstm')],
  ['a convolution in an MLP', handCnn(), (m) => (m.kind = 'mlp')],
  ['no convolution in a CNN', handMlp(), (m) => (m.kind = 'cnn')],
  ['two dense layers for kind linear', handMlp(), (m) => (m.kind = 'linear')],
  ['a float tensor', handMlp(), (m) => (m.layers[0].weights.dtype = 'f32')],
  ['text that is no base64', handMlp(), (m) => (m.layers[0].weights.data = 'a*')],
  ['a weight tensor of one dimension', handMlp(), (m) => m.layers[0].weights.shape.pop()],
  ['a stride of 0', handCnn(), (m) => (m.layers[0].stride[0] = 0)],
  ['a hash in capitals', handTree(), (m) => (m.sha256 = m.sha256.toUpperCase())],
]

test.each(malformed)('refused by the schema and by loadModel: %s', (_, model, damage) => {
  const copy = structuredClone(model)
  damage(copy)
  expect(isModel(copy)).toBe(false)
  expect(() => loadModel(copy)).toThrow()
})

test('malformed vectors', () => {
  const vectors = makeVectors(handTree(), { count: 500, seed: 1 })
  expect(isVectors({ ...vectors, input: vectors.input.slice(1) })).toBe(false)
  expect(isVectors({ ...vectors, label: vectors.label.map((label) => label / 2) })).toBe(false)
  expect(isVectors({ ...vectors, input: vectors.input.map(() => '0xabc') })).toBe(false)
})
