import { expect, test } from 'vitest'
import { anInput, picker, randomCnn, randomEnsemble, randomMlp, randomRow } from '../../test/random-model.ts'
import { OverflowError } from '../errors.ts'
import { handMlp, handTree } from '../fixtures.ts'
import { makeModel } from '../format/make-model.ts'
import { sealModel } from '../hash.ts'
import { loadModel } from '../load-model.ts'
import { predict } from '../reference/predict.ts'
import { predictLayers } from '../reference/predict-layers.ts'
import { makeTensor } from '../tensor/tensor.ts'
import type { DenseLayer, Model, TableLayer } from '../types.ts'
import { checkModel, scoreRange } from './check-model.ts'
import { layerRanges } from './layer-ranges.ts'
import { tableRange } from './table-range.ts'

/** Every input of a model with few features of few values. */
function everyInput(model: Model): number[][] {
  return model.input.min.reduce<number[][]>(
    (rows, min, i) =>
      rows.flatMap((row) =>
        Array.from({ length: model.input.max[i]! - min + 1 }, (_, step) => [...row, min + step]),
      ),
    [[]],
  )
}

function smallNet(seed: number, activation: 'none' | 'relu' = 'relu') {
  const pick = picker(seed)
  const values = (n: number, low: number, high: number) => Array.from({ length: n }, () => pick(low, high))
  return makeModel({
    kind: 'linear',
    name: 'small',
    input: anInput(4, 'i8', -2, 3),
    layers: [
      {
        type: 'dense',
        weights: makeTensor('i8', [3, 4], values(12, -128, 127)),
        bias: makeTensor('i32', [3], values(3, -300, 300)),
        activation,
      },
    ],
    output: { labels: ['a', 'b', 'c'] },
    provenance: { seed },
  })
}

test.each([1, 2, 3])('sums of a first layer are exact: all inputs of net %i tried', (seed) => {
  const model = smallNet(seed)
  const [range] = layerRanges(model)
  const sums = everyInput(model).map((row) => predictLayers(model, row)[0]!)
  for (let o = 0; o < 3; o++) {
    const acc = sums.map((result) => result.acc![o]!)
    expect(range!.acc!.min[o]).toBe(Math.min(...acc))
    expect(range!.acc!.max[o]).toBe(Math.max(...acc))
    const out = sums.map((result) => result.output[o]!)
    expect(range!.output.min[o]).toBe(Math.min(...out))
    expect(range!.output.max[o]).toBe(Math.max(...out))
  }
})

test('no order of adding passes the partial sums, and one reaches them', () => {
  const model = smallNet(4, 'none')
  const layer = model.layers[0] as DenseLayer
  const weights = [...new Int8Array(Uint8Array.from(atob(layer.weights.data), (c) => c.charCodeAt(0)))]
  const { partial } = layerRanges(model)[0]!
  let [low, high] = [0, 0]
  const bias = new Int32Array(Uint8Array.from(atob(layer.bias.data), (c) => c.charCodeAt(0)).buffer)[0]!
  for (const row of everyInput(model)) {
    const terms = [bias, ...row.map((x, i) => weights[i]! * x)]
    for (let subset = 0; subset < 2 ** terms.length; subset++) {
      const sum = terms.reduce((total, term, i) => total + (subset & (1 << i) ? term : 0), 0)
      low = Math.min(low, sum)
      high = Math.max(high, sum)
    }
  }
  expect([partial!.min[0], partial!.max[0]]).toEqual([low, high])
})

test.each([
  ...[1, 2, 3].map((seed) => randomMlp(seed, [6, 8, 5, 3])),
  ...[1, 2, 3, 4, 5].map((seed) => randomCnn(seed)),
  randomEnsemble(1, 'forest', 7),
  randomEnsemble(2, 'gbdt', 9),
])('values of $name stay within the ranges, at every layer', (model) => {
  const ranges = layerRanges(model)
  const scores = scoreRange(model)
  const pick = picker(11)
  for (let n = 0; n < 200; n++) {
    const row = randomRow(pick, model.input)
    for (const [i, result] of predictLayers(model, row).entries()) {
      const { acc, output, name } = ranges[i]!
      expect(name).toBe(result.name)
      const inside = (values: ArrayLike<number>, range: { min: Float64Array; max: Float64Array }) =>
        Array.from(values).every((value, j) => value >= range.min[j]! && value <= range.max[j]!)
      expect(inside(result.output, output)).toBe(true)
      if (result.acc) expect(inside(result.acc, acc!)).toBe(true)
    }
    for (const [i, score] of predict(model, row).scores.entries()) {
      expect(score).toBeGreaterThanOrEqual(scores.min[i]!)
      expect(score).toBeLessThanOrEqual(scores.max[i]!)
    }
  }
})

test('leaves that no input reaches do not count', () => {
  const model = handTree()
  expect(scoreRange(model)).toEqual({ min: Float64Array.of(0, 1), max: Float64Array.of(9, 7) })
  const narrow = structuredClone(model)
  narrow.input.max[0] = 0
  expect(scoreRange(narrow)).toEqual({ min: Float64Array.of(9, 1), max: Float64Array.of(9, 1) })
})

test.each(['nearest', 'linear'] as const)('a table, %s: exact for every pair of ends', (interpolation) => {
  const layer: TableLayer = {
    type: 'table',
    values: makeTensor('i8', [6], [5, -3, 4, 4, 100, -90]),
    offset: -7,
    shift: 2,
    interpolation,
  }
  const inputs = Array.from({ length: 40 }, (_, i) => i - 15)
  const net = (x: number) => predictLayers({ ...oneTable(layer) }, [x])[1]!.output[0]!
  const outputs = inputs.map(net)
  for (let a = 0; a < inputs.length; a++)
    for (let b = a; b < inputs.length; b++) {
      const range = tableRange(layer, { min: Float64Array.of(inputs[a]!), max: Float64Array.of(inputs[b]!) })
      const between = outputs.slice(a, b + 1)
      expect([range.min[0], range.max[0]]).toEqual([Math.min(...between), Math.max(...between)])
    }
})

function oneTable(layer: TableLayer): Model {
  return {
    ...smallNet(1),
    input: anInput(1, 'i8', -128, 127),
    layers: [
      {
        type: 'dense',
        weights: makeTensor('i8', [1, 1], [1]),
        bias: makeTensor('i32', [1], [0]),
        activation: 'none',
      },
      layer,
    ],
  }
}

/** One output of two inputs 0 to 255 with weights 127 and -128, and this bias. */
function withBias(bias: number) {
  const model = structuredClone(handMlp())
  const layer = model.layers[0] as DenseLayer
  layer.weights = makeTensor('i8', [2, 2], [0, 0, 127, -128])
  layer.bias = makeTensor('i32', [2], [0, bias])
  return model
}

test('a sum may reach the ends of int32, and not one more', () => {
  const top = 2 ** 31 - 1 - 255 * 127
  const bottom = -(2 ** 31) + 255 * 128
  checkModel(withBias(top))
  checkModel(withBias(bottom))
  expect(() => checkModel(withBias(top + 1))).toThrow(OverflowError)
  expect(() => checkModel(withBias(bottom - 1))).toThrow(OverflowError)
})

test('the error names layer, channel, bound and remedy, and loading refuses the file', () => {
  const model = sealModel(withBias(2 ** 31 - 255 * 127))
  try {
    loadModel(model)
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(OverflowError)
    expect(error).toMatchObject({ layer: 'layers[0] dense', channel: 1, bound: 2 ** 31 })
    expect((error as Error).message).toContain('smaller weights or bias')
  }
  const { sha256: _, ...parts } = model
  expect(() => makeModel(parts)).toThrow(OverflowError)
})

test('a partial sum counts even where the whole sum fits', () => {
  // 2^31 - 1 plus at most 255 * 127, minus at least nothing: the whole sum with both inputs at 255 would fit.
  const model = structuredClone(withBias(2 ** 31 - 1))
  model.input.min = [255, 255]
  const { acc } = { acc: 2 ** 31 - 1 + 255 * 127 - 255 * 128 }
  expect(acc).toBeLessThan(2 ** 31)
  expect(() => checkModel(model)).toThrow(OverflowError)
})

test('trees whose leaves add up past int32', () => {
  const tree = (score: number) => ({ nodes: [{ scores: [score] }] })
  const model = (base: number) => ({
    kind: 'gbdt' as const,
    name: 'sum',
    input: handTree().input,
    trees: [tree(2 ** 30), tree(2 ** 30 - 1)],
    base: [base],
    output: { labels: ['no', 'yes'], rule: 'sign' as const },
    provenance: {},
  })
  expect(makeModel(model(0)).kind).toBe('gbdt')
  expect(() => makeModel(model(1))).toThrow('overflow: trees, channel 0: a partial sum can reach 2147483648')
})

test('a bias below 0 comes last in the worst order, so it does not make room', () => {
  const model = withBias(-5)
  expect(layerRanges(model)[0]!.partial!.max[1]).toBe(255 * 127)
})
