import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadMnist14 } from '../data/load-mnist14.ts'
import { quantizeRows } from '../data/quantize-rows.ts'
import { takeRows } from '../data/rows.ts'
import { accuracy } from '../evaluate/accuracy.ts'
import { loadModel } from '../load-model.ts'
import { layerRanges } from '../ranges/layer-ranges.ts'
import { readTensor } from '../tensor/tensor.ts'
import type { DenseLayer, LayerModel } from '../types.ts'
import { sparseRecipes } from './digits-sparse.ts'

const committed = (name: string) =>
  loadModel(readFileSync(new URL(`../../models/${name}.model.json`, import.meta.url), 'utf8')) as LayerModel

describe.each(sparseRecipes.map(({ name }) => name))('%s', (name) => {
  const model = committed(name)
  const layer = model.layers[0] as DenseLayer

  test('every hidden neuron fits a lane of 12 bits with its rounding', () => {
    const { min, max } = layerRanges(model)[0]!.acc!
    expect(Math.min(...min)).toBeGreaterThanOrEqual(-2048)
    expect(Math.max(...max) + 4).toBeLessThan(2048)
  })

  test('drops as many blocks as its provenance says', () => {
    const [outputs, inputs] = layer.weights.shape as [number, number]
    const used = new Set<number>()
    for (const [k, weight] of readTensor(layer.weights).entries())
      if (weight !== 0) used.add(Math.floor(Math.floor(k / inputs) / 5) * inputs + (k % inputs))
    const [kept, all] = /(\d+) of (\d+) blocks/.exec(String(model.provenance.method))!.slice(1).map(Number)
    expect(all).toBe((outputs / 5) * inputs)
    expect(used.size).toBeLessThanOrEqual(kept!)
    expect(used.size).toBeGreaterThan(0.95 * kept!)
  })

  test('reads digits it has not seen', () => {
    const rows = takeRows(
      loadMnist14().test,
      Int32Array.from({ length: 200 }, (_, i) => i),
    )
    expect(accuracy(model, quantizeRows(rows, model.input))).toBeGreaterThan(0.94)
  })
})
