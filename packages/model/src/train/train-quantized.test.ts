import { beforeAll, expect, test } from 'vitest'
import { integerModel } from '../quantize/integer-model.ts'
import { imageInput } from '../recipes/image-input.ts'
import { predict } from '../reference/predict.ts'
import { rng } from '../rng.ts'
import { useBackend } from './backend.ts'
import type { FloatMlp } from './float-mlp.ts'
import { type IntegerMlp, integerAccuracy, runInteger } from './integer-mlp.ts'
import { type FloatRows, oneHot } from './rows.ts'
import { trainMlp } from './train-mlp.ts'
import { type QuantizedOptions, trainQuantized } from './train-quantized.ts'

/** Nine values 0 to 15; the label is the third with the largest sum. */
function thirds(rows: number): FloatRows & { y: number[] } {
  const random = rng(1)
  const x = Float32Array.from({ length: rows * 9 }, () => Math.floor(random() * 16))
  const y = Array.from({ length: rows }, (_, r) => {
    const sums = [0, 1, 2].map((third) => x[r * 9 + third]! + x[r * 9 + third + 3]! + x[r * 9 + third + 6]!)
    return sums.indexOf(Math.max(...sums))
  })
  return { rows, x, y, targets: oneHot(y, 3) }
}

const data = thirds(400)
let start: FloatMlp
let options: QuantizedOptions

beforeAll(async () => {
  await useBackend('wasm')
  const normalized = { ...data, x: data.x.map((value) => value / 15) }
  start = await trainMlp(normalized, { layers: [9, 6, 3], epochs: 40, learningRate: 0.02, seed: 1 })
  const layers = [
    { outputs: 6, weightMax: 7, max: 15 },
    { outputs: 3, weightMax: 7 },
  ]
  options = { start, inputMax: 15, layers, epochs: 20, learningRate: 0.005, seed: 1 }
})

function largest(net: IntegerMlp): number[] {
  return net.layers.map((layer) => Math.max(...layer.weights.map(Math.abs)))
}

test.each([
  ['int8', 127, 0.95],
  ['int4', 7, 0.9],
  ['ternary', 1, 0.65],
])(
  '%s weights learn, stay in their range, and equal the reference inference',
  async (_, weightMax, least) => {
    const layers = options.layers.map((layer) => ({ ...layer, weightMax }))
    const net = await trainQuantized(data, { ...options, layers })
    for (const weight of largest(net)) expect(weight).toBeLessThanOrEqual(weightMax)
    expect(integerAccuracy(net, data.x, data.y)).toBeGreaterThan(least)
    const input = imageInput(3, 15, { num: 1, den: 1 })
    const model = integerModel(net, {
      name: 'thirds',
      input,
      labels: ['a', 'b', 'c'],
      provenance: { data: 'random' },
    })
    const scores = runInteger(net, data.x)
    for (let r = 0; r < data.rows; r++)
      expect(predict(model, data.x.subarray(r * 9, r * 9 + 9)).scores).toEqual([
        ...scores.subarray(r * 3, r * 3 + 3),
      ])
  },
)

test('twice the same integers', async () => {
  expect(await trainQuantized(data, options)).toEqual(await trainQuantized(data, options))
})

test('masked weights stay 0', async () => {
  const mask = Uint8Array.from({ length: 54 }, (_, k) => (k % 9 === 4 ? 0 : 1))
  const { layers } = await trainQuantized(data, { ...options, masks: [mask] })
  const masked = layers[0]!.weights.filter((_, k) => k % 9 === 4)
  expect(new Set(masked)).toEqual(new Set([0]))
  expect(layers[0]!.weights.some((w) => w !== 0)).toBe(true)
})

test('sparsity leaves fewer weights', async () => {
  const count = async (sparsity: number) =>
    (await trainQuantized(data, { ...options, sparsity })).layers[0]!.weights.filter((w) => w !== 0).length
  expect(await count(0.05)).toBeLessThan(await count(0))
})

test('settings that do not fit', async () => {
  await expect(trainQuantized(data, { ...options, layers: options.layers.slice(1) })).rejects.toThrow(
    'other layers',
  )
  const layers = options.layers.map((layer) => ({ ...layer, max: 15 }))
  await expect(trainQuantized(data, { ...options, layers })).rejects.toThrow('the last layer must have none')
})
