import { mul, ones, tensor2d, tidy, zeros } from '@tensorflow/tfjs-core'
import { beforeAll, expect, test } from 'vitest'
import { useBackend } from '../backend.ts'
import { chooseBlocks, inputImportance } from './choose-blocks.ts'
import type { SparseSettings } from './settings.ts'
import { startParameters } from './sparse-parameters.ts'
import { projectParameters, sparseStep } from './sparse-step.ts'

const settings: SparseSettings = {
  hidden: 6,
  group: 3,
  blocks: [3, 2],
  inputMax: 15,
  weightMax: [7, 7],
  shift: 3,
  hiddenMax: 15,
  laneBits: 12,
  steps: 1,
  batch: 2,
  rate: 0.1,
  smoothing: 0,
  seed: 4,
}
const x = () => tensor2d([15, 3, 9, 0, 2, 11, 1, 8], [2, 4])
const target = () => tensor2d([1, 0, 0, 0, 0, 1], [2, 3])
const kept = (values: ArrayLike<number>) => Array.from(values).filter((v) => v === 1).length

beforeAll(() => useBackend('cpu'))

test('the number of dropped blocks grows to its target', () => {
  const p = startParameters(4, 3, settings)
  chooseBlocks(p, settings, new Float32Array(4).fill(1), 0)
  expect(kept(p.mask1.dataSync())).toBe(24)
  chooseBlocks(p, settings, new Float32Array(4).fill(1), 0.5)
  expect(kept(p.mask1.dataSync())).toBe(3 * Math.round(3 + 5 / 8))
  chooseBlocks(p, settings, new Float32Array(4).fill(1), 1)
  expect(kept(p.mask1.dataSync())).toBe(9)
  expect(kept(p.mask2.dataSync())).toBe(6)
  const first = Array.from(p.mask2.dataSync()).filter((_, k) => k % 3 === 0)
  expect(first).toEqual([0, 0, 0, 0, 0, 0])
})

test('dark inputs count less', () => {
  const importance = inputImportance(Float32Array.from([9, 0, 4, 9, 0, 4]), 3)
  expect([...importance].map((v) => Math.round(100 * v))).toEqual([300, 70, 200])
})

test('dropped weights get gradients, and fade', () => {
  const p = startParameters(4, 3, settings)
  p.mask1 = zeros([4, 6])
  p.b1.assign(ones([6]))
  const before = p.w1.dataSync()
  const gradient = tidy(() => {
    const { gradients, fit } = sparseStep(p, settings, x(), target())
    projectParameters(p, settings, fit)
    return gradients[0]!.dataSync()
  })
  expect(gradient.some((v) => v !== 0)).toBe(true)
  for (const [k, v] of p.w1.dataSync().entries()) expect(v).toBeCloseTo(before[k]! * 0.999, 5)
})

test('weights shrink until the worst case fits the lane', () => {
  const narrow = { ...settings, laneBits: 9 }
  const p = startParameters(4, 3, narrow)
  p.w1.assign(mul(ones([4, 6]), 7))
  tidy(() => projectParameters(p, narrow, sparseStep(p, narrow, x(), target()).fit))
  const column = Array.from(p.w1.dataSync()).filter((_, k) => k % 6 === 0)
  const worst = 15 * column.reduce((a, b) => a + b, 0)
  expect(worst).toBeLessThan(256 - 4)
  expect(worst).toBeGreaterThan(240)
})
