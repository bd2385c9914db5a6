import { expect, test } from 'vitest'
import { type LayerModel, makeModel } from '../../packages/model/src/index.ts'
import { randomCnn, randomMlp } from '../../packages/model/test/random-model.ts'
import { assignLanes } from './lanes.ts'
import { networkOf } from './network.ts'
import { prune } from './prune.ts'
import { syntheticModel } from './synthetic.ts'

const model = syntheticModel(16, 6, 3)

test('layers in plain numbers', () => {
  const { max, hidden, output } = networkOf(model)
  expect(max).toEqual(new Array(16).fill(16))
  expect([hidden.weights.length, hidden.weights[0]?.length]).toEqual([6, 16])
  expect(hidden.requantize?.multiplier.length).toBe(6)
  expect([output.weights.length, output.weights[0]?.length, output.requantize]).toEqual([3, 6, undefined])
})

test('refuses nets that the kernels are not written for', () => {
  expect(() => networkOf(randomCnn(1))).toThrow('one hidden layer')
  expect(() => networkOf(randomMlp(1, [4, 4, 4, 2]))).toThrow('one hidden layer')
  expect(() => networkOf(randomMlp(1, [4, 4, 2]))).toThrow('u8 input from 0')
})

test('pruning takes whole blocks, the least important first', () => {
  // The first half of the inputs is always 0, so their blocks say nothing.
  const meanSquare = Array.from({ length: 16 }, (_, i) => (i < 8 ? 0 : 1))
  const pruned = networkOf(prune(model, 0.5, meanSquare)).hidden.weights
  const before = networkOf(model).hidden
  pruned.forEach((row, o) => {
    expect(row).toEqual(before.weights[o]?.map((w, i) => (i < 8 ? 0 : w)))
  })
  const third = networkOf(prune(model, 1 / 3, new Array(16).fill(1))).hidden.weights
  for (const lanes of assignLanes(before, networkOf(model).max))
    for (let i = 0; i < 16; i++) {
      const gone = lanes.map(({ output }) => third[output]?.[i] === 0 && before.weights[output]?.[i] !== 0)
      expect(
        new Set(gone.filter((_, k) => before.weights[(lanes[k] as { output: number }).output]?.[i] !== 0))
          .size,
      ).toBeLessThan(2)
    }
})

test('a pruned model is a model of its own', () => {
  const pruned = prune(model as LayerModel, 0.25, new Array(16).fill(1))
  expect(pruned.sha256).not.toBe(model.sha256)
  expect(pruned.provenance).toMatchObject({ prunedFrom: model.sha256, prunedPercent: 25 })
  const { format: _, sha256: __, ...parts } = pruned
  expect(makeModel(parts).sha256).toBe(pruned.sha256)
})
