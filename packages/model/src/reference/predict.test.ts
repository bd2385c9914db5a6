import { expect, test } from 'vitest'
import { bigLayer } from '../../test/bigint-reference.ts'
import { picker, randomCnn, randomEnsemble, randomMlp, randomRow } from '../../test/random-model.ts'
import { argmax } from '../argmax.ts'
import { OutOfRangeError, WrongLengthError } from '../errors.ts'
import { handCnn, handMlp, handTree } from '../fixtures.ts'
import { makeModel } from '../format/make-model.ts'
import { predictTree, walkTree } from '../predict-tree.ts'
import type { LayerModel } from '../types.ts'
import { maxPool } from './maxpool2d.ts'
import { predict } from './predict.ts'
import { predictLayers } from './predict-layers.ts'

test('an MLP by hand, layer by layer', () => {
  // acc = [1*3 + 2*1 - 4, -1*3 + 3*1 + 2] = [1, 2]; times 3 / 2 half up, plus 0: [2, 3]; scores [2 - 3, 5 + 2*3]
  const model = handMlp()
  expect(predictLayers(model, [3, 1])).toEqual([
    { name: 'layers[0] dense', acc: Int32Array.of(1, 2), output: Int32Array.of(2, 3) },
    { name: 'layers[1] dense', acc: Int32Array.of(-1, 11), output: Int32Array.of(-1, 11) },
  ])
  expect(predict(model, [3, 1])).toEqual({ scores: [-1, 11], label: 1 })
  // ReLU before requantizing: acc = [0 + 0 - 4, 0 + 0 + 2]
  expect(predictLayers(model, [0, 0])[0]!.output).toEqual(Int32Array.of(0, 3))
})

test('a convolution by hand: 3 x 3 image, 2 x 2 kernel of ones, one row of padding below', () => {
  const model = handCnn()
  const [conv, pool] = predictLayers(model, [1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect([...conv!.acc!]).toEqual([12, 16, 24, 28, 15, 17])
  expect([...pool!.output]).toEqual([24, 28, 24, 28])
})

const nets: [string, LayerModel][] = [
  ...[1, 2, 3, 4, 5, 6].map((seed): [string, LayerModel] => [`mlp ${seed}`, randomMlp(seed, [7, 9, 5, 3])]),
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((seed): [string, LayerModel] => [`cnn ${seed}`, randomCnn(seed)]),
]

test.each(nets)('random %s equals the specification in BigInt, at every layer', (_, model) => {
  const pick = picker(99)
  for (let row = 0; row < 40; row++) {
    const input = randomRow(pick, model.input)
    let values = input.map(BigInt)
    const results = predictLayers(model, input)
    for (const [i, layer] of model.layers.entries()) {
      values = bigLayer(layer, values)
      expect([...results[i]!.output]).toEqual(values.map(Number))
    }
    const scores = values.map(Number)
    expect(predict(model, input)).toEqual({ scores, label: argmax(scores) })
  }
})

test.each(['forest', 'gbdt'] as const)('a random %s is its base plus its leaves', (kind) => {
  const model = randomEnsemble(3, kind, 20)
  const pick = picker(5)
  const labels = new Set<number>()
  for (let row = 0; row < 200; row++) {
    const input = randomRow(pick, model.input)
    const { scores, label } = predict(model, input)
    const want = model.base.map((base, i) =>
      model.trees.reduce((sum, tree) => sum + walkTree(tree, input)[i]!, base),
    )
    expect(scores).toEqual(want)
    expect(label).toBe(kind === 'gbdt' ? Number(want[0]! > 0) : argmax(want))
    expect(predictLayers(model, input).map(({ output }) => [...output])).toEqual(
      model.trees.map((tree) => walkTree(tree, input)),
    )
    labels.add(label)
  }
  expect(labels.size).toBeGreaterThan(1)
})

test('rule sign: label 1 only above 0', () => {
  const model = (score: number) =>
    makeModel({
      kind: 'gbdt',
      name: 'sign',
      input: handTree().input,
      trees: [{ nodes: [{ scores: [score] }] }],
      base: [0],
      output: { labels: ['no', 'yes'], rule: 'sign' },
      provenance: {},
    })
  expect([-1, 0, 1].map((score) => predict(model(score), [0, 0]).label)).toEqual([0, 0, 1])
})

test('a tree: predict and predictTree are one', () => {
  const model = handTree()
  for (const input of [
    [0, 0],
    [1, 1],
    [2, 2],
  ])
    expect(predict(model, input)).toEqual(predictTree(model, input))
})

test('refuses the wrong length and values out of range', () => {
  const model = handMlp()
  expect(() => predict(model, [1])).toThrow(WrongLengthError)
  for (const bad of [256, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => predict(model, [0, bad])).toThrow(OutOfRangeError)
    expect(() => predictLayers(model, [0, bad])).toThrow('value 1')
  }
})

test('a pool of values all below 0', () => {
  const layer = { type: 'maxpool2d' as const, input: [2, 2, 1] as [number, number, number] }
  expect([...maxPool({ ...layer, size: [2, 2], stride: [1, 1] }, [-9, -3, -7, -4])]).toEqual([-3])
})
