import { expect, test } from 'vitest'
import { picker, randomCnn, randomEnsemble, randomMlp, randomRow } from '../../test/random-model.ts'
import { handMlp, handTree } from '../fixtures.ts'
import { unpackInput } from '../input/pack-input.ts'
import { makeVectors } from '../make-vectors.ts'
import { layerRanges } from '../ranges/layer-ranges.ts'
import { predict } from '../reference/predict.ts'
import { predictLayers } from '../reference/predict-layers.ts'
import { saturatingRows } from './saturating-rows.ts'

test('every first-layer sum reaches both of its ends', () => {
  const model = randomMlp(5, [6, 7, 3])
  const rows = saturatingRows(model)
  const sums = rows.map((row) => predictLayers(model, row)[0]!.acc!)
  const { acc } = layerRanges(model)[0]!
  for (let o = 0; o < 7; o++) {
    expect(Math.max(...sums.map((sum) => sum[o]!))).toBe(acc!.max[o])
    expect(Math.min(...sums.map((sum) => sum[o]!))).toBe(acc!.min[o])
  }
})

test.each([randomEnsemble(1, 'forest', 9), randomEnsemble(2, 'gbdt', 9), randomMlp(6, [20, 5, 3])])(
  'scores of $name go further than 300 random rows take them',
  (model) => {
    const rows = saturatingRows(model)
    const pick = picker(3)
    const random = Array.from({ length: 300 }, () => randomRow(pick, model.input))
    const scores = predict(model, model.input.min).scores
    for (const o of scores.keys()) {
      const of = (inputs: number[][]) => inputs.map((row) => predict(model, row).scores[o]!)
      expect(Math.max(...of(rows))).toBeGreaterThanOrEqual(Math.max(...of(random)))
      expect(Math.min(...of(rows))).toBeLessThanOrEqual(Math.min(...of(random)))
    }
  },
)

test.each([handTree(), handMlp(), randomCnn(2), randomEnsemble(3, 'gbdt', 4)])(
  'vectors of $name: at least 500, in range, true, and repeatable',
  (model) => {
    const vectors = makeVectors(model, { count: 500, seed: 7 })
    expect(vectors.input.length).toBeGreaterThanOrEqual(500)
    for (const [i, hex] of vectors.input.entries())
      expect(predict(model, unpackInput(model, hex))).toEqual({
        scores: vectors.scores[i],
        label: vectors.label[i],
      })
    expect(makeVectors(model, { count: 500, seed: 7 })).toEqual(vectors)
  },
)
