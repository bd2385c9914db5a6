import { expect, test } from 'vitest'
import { randomEnsemble, randomMlp } from '../../test/random-model.ts'
import { ModelFormatError } from '../errors.ts'
import { handCnn, handMlp, handTree } from '../fixtures.ts'
import { formatModel } from '../format-model.ts'
import { sealModel } from '../hash.ts'
import { loadModel, loadTreeModel } from '../load-model.ts'
import { makeTensor } from '../tensor/tensor.ts'
import { makeModel } from './make-model.ts'

const models = [
  handTree(),
  handMlp(),
  handCnn(),
  randomEnsemble(1, 'forest', 3),
  randomEnsemble(1, 'gbdt', 3),
  randomMlp(1, [4, 3, 2]),
]

test.each(models.map((model) => [model.name, model] as const))('%s survives the file', (_, model) => {
  expect(loadModel(formatModel(model))).toEqual(model)
  expect(model.sha256).toMatch(/^[0-9a-f]{64}$/)
})

test('loadTreeModel takes trees only', () => {
  expect(loadTreeModel(handTree()).trees).toHaveLength(1)
  expect(() => loadTreeModel(handMlp())).toThrow("kind is 'mlp', expected 'tree'")
})

const i8 = (shape: number[], values: number[]) => makeTensor('i8', shape, values)

// biome-ignore lint/suspicious/noExplicitAny: broken files have any shape
const broken: [string, (model: any) => void][] = [
  ['kind', (m) => (m.kind = 'toString')],
  ['trees', (m) => (m.trees = [])],
  ['extra', (m) => (m.extra = 1)],
  ['layers', (m) => (m.layers = [])],
  ['layers', (m) => (m.layers = new Array(65).fill(m.layers[0]))],
  ['layers', (m) => (m.kind = 'linear')],
  ['layers', (m) => (m.kind = 'cnn')],
  ['layers', (m) => m.output.labels.push('third')],
  ['layers[0].type', (m) => (m.layers[0].type = 'lstm')],
  ['layers[0].type', (m) => (m.layers[0].type = 'constructor')],
  ['layers[0].type', (m) => (m.layers[0] = null)],
  ['layers[0].requantise', (m) => (m.layers[0].requantise = m.layers[0].requantize)],
  ['layers[0].requantize', (m) => delete m.layers[0].requantize],
  ['layers[0].activation', (m) => (m.layers[0].activation = 'gelu')],
  ['layers[0].weights', (m) => (m.layers[0].weights = [[1, 2]])],
  ['layers[0].weights.dtype', (m) => (m.layers[0].weights.dtype = 'f32')],
  ['layers[0].weights.dtype', (m) => (m.layers[0].weights = makeTensor('i32', [2, 2], [1, 2, 3, 4]))],
  ['layers[0].weights.shape', (m) => (m.layers[0].weights.shape = [4])],
  ['layers[0].weights.shape[0]', (m) => (m.layers[0].weights.shape = [Number.NaN, 2])],
  ['layers[0].weights.shape[1]', (m) => (m.layers[0].weights.shape = [2, 0])],
  ['layers[0].weights.shape', (m) => (m.layers[0].weights.shape = [2 ** 20, 2 ** 20])],
  ['layers[0].weights.data', (m) => (m.layers[0].weights.data = 'AQI=')],
  ['layers[0].weights.data', (m) => (m.layers[0].weights.data = '')],
  ['layers[0].weights.data', (m) => (m.layers[0].weights.data = 'not base64')],
  ['layers[0].weights.data', (m) => (m.layers[0].weights.data = 'AQIDBB==')],
  ['layers[0].weights.data', (m) => (m.layers[0].weights.data = 7)],
  ['layers[0].bias.shape', (m) => (m.layers[0].bias = makeTensor('i32', [3], [1, 2, 3]))],
  ['layers[0].bias.dtype', (m) => (m.layers[0].bias = i8([2], [1, 2]))],
  ['layers[0]', (m) => (m.layers[0].weights = i8([2, 3], [1, 2, 3, 4, 5, 6]))],
  [
    'layers[1]',
    (m) =>
      m.layers.splice(0, 1, m.layers[0], structuredClone({ ...m.layers[0], weights: i8([2, 1], [1, 1]) })),
  ],
  [
    'layers[0].requantize.multiplier[0]',
    (m) => (m.layers[0].requantize.multiplier = makeTensor('i32', [1], [0])),
  ],
  [
    'layers[0].requantize.multiplier[0]',
    (m) => (m.layers[0].requantize.multiplier = makeTensor('i32', [1], [-1])),
  ],
  [
    'layers[0].requantize.multiplier.shape',
    (m) => (m.layers[0].requantize.multiplier = makeTensor('i32', [3], [1, 1, 1])),
  ],
  ['layers[0].requantize.multiplier', (m) => (m.layers[0].requantize.multiplier = null)],
  ['layers[0].requantize.shift[0]', (m) => (m.layers[0].requantize.shift = i8([1], [0]))],
  ['layers[0].requantize.shift[1]', (m) => (m.layers[0].requantize.shift = i8([2], [62, 63]))],
  ['layers[0].requantize.zeroPoint', (m) => (m.layers[0].requantize.zeroPoint = 0.5)],
  ['layers[0].requantize.min', (m) => (m.layers[0].requantize.min = Number.NEGATIVE_INFINITY)],
  ['layers[0].requantize.max', (m) => (m.layers[0].requantize.max = -1)],
  ['output.rule', (m) => (m.output.rule = 'softmax')],
  ['input.zeroPoint', (m) => (m.input.zeroPoint = [1])],
  ['input.zeroPoint[1]', (m) => (m.input.zeroPoint[1] = Number.NaN)],
  ['input.scale', (m) => m.input.scale.pop()],
  ['input.scale[1]', (m) => (m.input.scale[1].den = 0)],
]

test.each(broken)('names the bad field: %s', (path, damage) => {
  const model = structuredClone(handMlp())
  damage(model)
  expectAt(model, path)
})

// biome-ignore lint/suspicious/noExplicitAny: broken files have any shape
const brokenCnn: [string, (model: any) => void][] = [
  ['layers[0].input[0]', (m) => (m.layers[0].input[0] = 0)],
  ['layers[0].input', (m) => m.layers[0].input.pop()],
  ['layers[0]', (m) => (m.layers[0].input = [2, 3, 1])],
  ['layers[0].weights.shape', (m) => (m.layers[0].input = [3, 3, 2])],
  ['layers[0].weights.shape', (m) => (m.layers[0].weights = i8([1, 1, 4, 1], [1, 1, 1, 1]))],
  ['layers[0].stride[1]', (m) => (m.layers[0].stride = [1, 0])],
  ['layers[0].padding[2]', (m) => (m.layers[0].padding[2] = -1)],
  ['layers[0]', (m) => (m.layers[0].padding = [4096, 4096, 4096, 4096])],
  ['layers[1].size', (m) => (m.layers[1].size = [4, 1])],
  ['layers[1].stride', (m) => (m.layers[1].stride = 2)],
  ['layers[1]', (m) => (m.layers[1].input = [3, 3, 1])],
]

test.each(brokenCnn)('names the bad field of a convolution: %s', (path, damage) => {
  const model = structuredClone(handCnn())
  damage(model)
  expectAt(model, path)
})

const table = { type: 'table', values: i8([3], [1, 2, 3]), offset: 0, shift: 2, interpolation: 'linear' }

test.each([
  ['layers[2].interpolation', { interpolation: 'cubic' }],
  ['layers[2].shift', { shift: 31 }],
  ['layers[2].shift', { shift: 30 }],
  ['layers[2].offset', { offset: 2 ** 31 }],
  ['layers[2].values.shape', { values: i8([3, 1], [1, 2, 3]) }],
  ['layers[2].values[1]', { values: makeTensor('i32', [2], [-(2 ** 31), 2 ** 31 - 1]), shift: 21 }],
] as const)('names the bad field of a table: %s', (path, part) => {
  const model = structuredClone(handMlp())
  const layers = [...model.layers, { ...table, ...part }]
  expectAt({ ...model, layers }, path)
})

test('a table may follow int32 accumulators, a dense layer may not', () => {
  const model = handMlp()
  const parts = { ...model, layers: [...model.layers, table] }
  const { sha256: _, ...open } = parts
  expect(makeModel(open as never).kind).toBe('mlp')
  const worse = structuredClone({ ...open, layers: [...open.layers, model.layers[1]] })
  expect(() => makeModel(worse as never)).toThrow('layers[1].requantize is missing')
})

// biome-ignore lint/suspicious/noExplicitAny: broken files have any shape
const brokenForest: [string, (model: any) => void][] = [
  ['base', (m) => delete m.base],
  ['base', (m) => (m.base = [0])],
  ['base[2]', (m) => (m.base[2] = 2 ** 31)],
  ['trees', (m) => (m.trees = [])],
  ['trees', (m) => (m.trees = new Array(4097).fill(m.trees[0]))],
  ['trees[1]', (m) => (m.trees[1] = [])],
  ['layers', (m) => (m.layers = [])],
]

test.each(brokenForest)('names the bad field of a forest: %s', (path, damage) => {
  const model = structuredClone(randomEnsemble(1, 'forest', 3))
  damage(model)
  expectAt(model, path)
})

test('rule sign needs two labels and one score', () => {
  const model = structuredClone(randomEnsemble(1, 'gbdt', 2))
  model.output.labels.push('maybe')
  expectAt(model, 'output.labels')
})

/** Both roads in: making a model, and loading one whose hash fits. */
function expectAt(model: object, path: string): void {
  const { sha256: _, format: __, ...parts } = model as Record<string, unknown>
  const attempts = [() => makeModel(parts as never), () => loadModel(resealed(model))]
  for (const attempt of attempts) {
    expect(attempt).toThrow(ModelFormatError)
    expect(attempt).toThrow(`model file: ${path} `)
  }
}

/** Sealed again, so that the hash is not what catches it. NaN has no canonical JSON, so there it stays as it is. */
function resealed(model: object): object {
  try {
    return sealModel(model)
  } catch {
    return model
  }
}
