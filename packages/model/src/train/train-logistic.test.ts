import { beforeAll, expect, test } from 'vitest'
import { DatasetError } from '../errors.ts'
import { useBackend } from './backend.ts'
import { runFloat } from './float-mlp.ts'
import { columnStatistics, foldStandardization, standardize } from './standardize.ts'
import { trainLogistic } from './train-logistic.ts'

beforeAll(() => useBackend('cpu'))

const x = Array.from({ length: 40 }, (_, i) => [1000 + i, (i * 7) % 5])
const options = { epochs: 60, learningRate: 0.05, seed: 1 }

test('two labels share one score; it works on rows as they are', async () => {
  const y = x.map(([a]) => (a! > 1019.5 ? 1 : 0))
  const net = await trainLogistic(x, y, { ...options, labels: 2 })
  expect(net.layers[0]!.outputs).toBe(1)
  const right = x.filter((row, i) => (runFloat(net, row)[0]!.before[0]! > 0 ? 1 : 0) === y[i])
  expect(right.length).toBeGreaterThanOrEqual(38)
})

test('three labels have one each', async () => {
  const net = await trainLogistic(
    x,
    x.map((_, i) => i % 3),
    { ...options, epochs: 1, labels: 3 },
  )
  expect(net.layers[0]!.outputs).toBe(3)
})

test('folding is the same as standardizing the row', async () => {
  const statistics = columnStatistics(x)
  const weights = Float32Array.of(0.5, -2)
  const net = {
    layers: [{ inputs: 2, outputs: 1, weights, bias: Float32Array.of(0.25), activation: 'none' as const }],
  }
  const z = standardize(x, statistics)
  const folded = foldStandardization(net, statistics)
  for (const i of [0, 7, 39])
    expect(runFloat(folded, x[i]!)[0]!.before[0]).toBeCloseTo(
      runFloat(net, z.subarray(2 * i, 2 * i + 2))[0]!.before[0]!,
      3,
    )
})

test('a column that never changes does no harm', () => {
  expect([
    ...standardize(
      [
        [1, 2],
        [1, 4],
      ],
      columnStatistics([
        [1, 2],
        [1, 4],
      ]),
    ),
  ]).toEqual([0, -1, 0, 1])
})

test('no rows, a bad label', async () => {
  await expect(trainLogistic([], [], { ...options, labels: 2 })).rejects.toThrow(DatasetError)
  await expect(trainLogistic([[1]], [2], { ...options, labels: 2 })).rejects.toThrow('row 0 has label 2')
})
