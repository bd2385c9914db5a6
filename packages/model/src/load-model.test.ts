import { expect, test } from 'vitest'
import { ModelFormatError, ModelHashError } from './errors.ts'
import { handTree } from './fixtures.ts'
import { formatModel } from './format-model.ts'
import { hashModel, sealModel } from './hash.ts'
import { loadModel } from './load-model.ts'

test('reads what formatModel writes', () => {
  const model = handTree()
  expect(loadModel(formatModel(model))).toEqual(model)
})

test('the hash does not depend on key order or white space, but on every number', () => {
  const model = handTree()
  const turned = Object.fromEntries(Object.entries(model).reverse())
  expect(hashModel(turned)).toBe(model.sha256)
  const changed = structuredClone(model)
  changed.input.max[1] = 3
  expect(hashModel(changed)).not.toBe(model.sha256)
  expect(() => loadModel(changed)).toThrow(ModelHashError)
})

test('the hash is SHA-256 of the RFC 8785 text', () => {
  // printf '{"a":[1,2],"b":"x"}' | sha256sum
  expect(hashModel({ b: 'x', sha256: 'not counted', a: [1, 2] })).toBe(
    'd0f56dda38d34376527524ddd98f7ec117d5cbfb240f86e11bfb9d2d01a717d9',
  )
})

// biome-ignore lint/suspicious/noExplicitAny: broken files have any shape
const broken: [string, (model: any) => void][] = [
  ['format', (m) => (m.format = 'inkling-model/2')],
  ['kind', (m) => (m.kind = 'stump')],
  ['name', (m) => (m.name = '')],
  ['input', (m) => (m.input = null)],
  ['input.length', (m) => (m.input.length = 1e9)],
  ['input.packing', (m) => (m.input.packing = 'toString')],
  ['input.features', (m) => m.input.features.pop()],
  ['input.min', (m) => m.input.min.pop()],
  ['input.max[0]', (m) => (m.input.max[0] = 256)],
  ['input.min[1]', (m) => (m.input.min[1] = 9)],
  ['input.scale', (m) => (m.input.scale = { num: 0.5, den: 1 })],
  ['output.labels', (m) => (m.output.labels = ['one'])],
  ['provenance', (m) => (m.provenance = null)],
  ['provenance.rows', (m) => (m.provenance.rows = 0.5)],
  ['trees', (m) => m.trees.push(m.trees[0])],
  ['trees[0].nodes', (m) => (m.trees[0].nodes = [])],
  ['trees[0].nodes[0].feature', (m) => (m.trees[0].nodes[0].feature = 2)],
  ['trees[0].nodes[0].threshold', (m) => (m.trees[0].nodes[0].threshold = 0.5)],
  ['trees[0].nodes[2].left', (m) => (m.trees[0].nodes[2].left = 0)],
  ['trees[0].nodes[2].right', (m) => (m.trees[0].nodes[2].right = 5)],
  ['trees[0].nodes[2].left', (m) => (m.trees[0].nodes[2].left = 2)],
  ['trees[0].nodes[2].right', (m) => (m.trees[0].nodes[2].right = 3)],
  ['trees[0].nodes[5]', (m) => m.trees[0].nodes.push({ scores: [0, 0] })],
  ['trees[0].nodes[1]', (m) => (m.trees[0].nodes[1] = 'leaf')],
  ['trees[0].nodes[1].scores', (m) => (m.trees[0].nodes[1].scores = [1])],
  ['trees[0].nodes[1].scores[1]', (m) => (m.trees[0].nodes[1].scores[1] = 2 ** 31)],
  ['sha256', (m) => (m.sha256 = 'ABC')],
]

test.each(broken)('names the bad field: %s', (path, damage) => {
  const model = structuredClone(handTree())
  damage(model)
  // Seal again, so that the hash is not what catches it.
  const source = path === 'sha256' ? model : sealModel(model)
  expect(() => loadModel(source)).toThrow(ModelFormatError)
  expect(() => loadModel(source)).toThrow(`model file: ${path} `)
})

test.each(['', '{', 'null', '[]', '7', '"x"'])('text that is no model: %s', (text) => {
  expect(() => loadModel(text)).toThrow(ModelFormatError)
})
