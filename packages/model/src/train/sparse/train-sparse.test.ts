import { beforeAll, describe, expect, test } from 'vitest'
import { rng } from '../../rng.ts'
import { useBackend } from '../backend.ts'
import { integerAccuracy, runInteger } from '../integer-mlp.ts'
import { oneHot } from '../rows.ts'
import { quantizeNet } from './quantize-net.ts'
import type { SparseSettings } from './settings.ts'
import { trainSparse } from './train-sparse.ts'

const settings: SparseSettings = {
  hidden: 10,
  group: 5,
  blocks: [8, 4],
  inputMax: 15,
  weightMax: [7, 7],
  shift: 3,
  hiddenMax: 15,
  laneBits: 12,
  steps: 400,
  batch: 50,
  rate: 0.05,
  smoothing: 0.05,
  seed: 1,
}

// Which of the first three inputs is the largest? The other nine say nothing.
const random = rng(7)
const x = Float32Array.from({ length: 300 * 12 }, () => Math.floor(random() * 16))
const y = Array.from({ length: 300 }, (_, r) => {
  const [a, b, c] = x.subarray(12 * r, 12 * r + 3) as unknown as [number, number, number]
  return a >= b && a >= c ? 0 : b >= c ? 1 : 2
})
const rows = { rows: 300, x, targets: oneHot(y, 3) }

/** Blocks of one input by five neurons with a weight that is not 0. */
function usedBlocks(weights: Int32Array, inputs: number, hidden: number, group: number): number {
  const used = new Set<number>()
  for (const [k, weight] of weights.entries())
    if (weight !== 0) used.add((k % inputs) * hidden + Math.floor(Math.floor(k / inputs) / group))
  return used.size
}

beforeAll(() => useBackend('cpu'))

describe('trainSparse', () => {
  test('a convolution: one kernel for all places tells where the bright patch is', async () => {
    const patch = (bright: boolean) =>
      Array.from({ length: 3 }, () => Math.floor(random() * 7) + (bright ? 9 : 0))
    const where = Array.from({ length: 200 }, () => Math.floor(random() * 4))
    const seen = Float32Array.from(where.flatMap((place) => [0, 1, 2, 3].flatMap((p) => patch(p === place))))
    const net = await trainSparse(
      3,
      4,
      { ...settings, hidden: 5, positions: 4, blocks: [3, 12], steps: 500 },
      () => ({
        rows: 200,
        x: seen,
        targets: oneHot(where, 4),
      }),
    )
    const [kernel, dense] = net.layers as [(typeof net.layers)[0], (typeof net.layers)[0]]
    expect([kernel.inputs, kernel.outputs, dense.inputs]).toEqual([3, 5, 20])
    // The kernel on each place, then the dense layer on all of it.
    const hidden = runInteger({ inputMax: 15, layers: [kernel] }, seen)
    expect(integerAccuracy({ inputMax: 15, layers: [dense] }, hidden, where)).toBeGreaterThan(0.9)
  })

  test('learns with few blocks, and finds the inputs that matter', async () => {
    const net = await trainSparse(12, 3, settings, () => rows)
    const [first, second] = net.layers as [(typeof net.layers)[0], (typeof net.layers)[0]]
    expect(integerAccuracy(net, x, y)).toBeGreaterThan(0.9)
    expect(usedBlocks(first.weights, 12, 10, 5)).toBeLessThanOrEqual(8)
    for (let o = 0; o < 10; o++)
      for (let i = 0; i < 12; i++) expect(Math.abs(first.weights[12 * o + i]!)).toBeLessThanOrEqual(7)
    const informative = first.weights.filter((w, k) => w !== 0 && k % 12 < 3).length
    expect(informative).toBeGreaterThan(20)
    // the first output is the one the others are compared with
    expect([...second.weights.subarray(0, 10)]).toEqual(new Array(10).fill(0))
  })

  test('the same seed gives the same integers, another seed others', async () => {
    const short = { ...settings, steps: 40 }
    const net = await trainSparse(12, 3, short, () => rows)
    expect(await trainSparse(12, 3, short, () => rows)).toEqual(net)
    expect(await trainSparse(12, 3, { ...short, seed: 2 }, () => rows)).not.toEqual(net)
  })

  test('says which setting or row is wrong', async () => {
    const run = (changes: Partial<SparseSettings>, data = rows) =>
      trainSparse(12, 3, { ...settings, ...changes }, () => data)
    await expect(run({ blocks: [25, 4] })).rejects.toThrow('blocks of layer 1 is 25')
    await expect(run({ batch: 301 })).rejects.toThrow('batch is 301')
    await expect(run({ rate: Number.NaN })).rejects.toThrow('rate is NaN')
    await expect(run({}, { ...rows, x: x.map((v, k) => (k === 13 ? Number.NaN : v)) })).rejects.toThrow(
      'row 1, value 1',
    )
  })
})

describe('quantizeNet', () => {
  test('every accumulator fits its lane in the worst case', () => {
    const full = [...Array(4).keys()].map((k) =>
      Float32Array.from({ length: [120, 10, 30, 3][k]! }, (_, i) => 4 + (i % 29) / 10),
    )
    const masks = [new Float32Array(120).fill(1), new Float32Array(30).fill(1)]
    for (const laneBits of [9, 10, 12]) {
      const net = quantizeNet(12, 3, { ...settings, laneBits }, full, masks)
      const { weights, bias } = net.layers[0]!
      const largest = bias[0]! + 4 + 15 * weights.subarray(0, 12).reduce((a, b) => a + Math.max(0, b), 0)
      expect(largest).toBeLessThan(2 ** (laneBits - 1))
      expect(largest).toBeGreaterThan(0.5 * Math.min(2 ** (laneBits - 1), 15 * 12 * 7))
    }
  })
})
