import { grad, mul, sum, type Tensor1D, tensor1d } from '@tensorflow/tfjs-core'
import { beforeAll, expect, test } from 'vitest'
import { useBackend } from './backend.ts'
import { clampThrough, roundThrough } from './straight-through.ts'

let x: Tensor1D
let weigh: Tensor1D

beforeAll(async () => {
  await useBackend('cpu')
  x = tensor1d([-2.5, -0.5, 0.49, 0.5, 3])
  weigh = tensor1d([1, 2, 3, 4, 5])
})

test('rounds half up, and the gradient does not see it', () => {
  expect([...roundThrough(x).dataSync()]).toEqual([-2, 0, 0, 1, 3])
  expect([...grad((v) => sum(mul(roundThrough(v), weigh)))(x).dataSync()]).toEqual([1, 2, 3, 4, 5])
})

test('clamps, and the gradient stops outside', () => {
  expect([...clampThrough(x, -0.5, 1).dataSync()]).toEqual([-0.5, -0.5, Math.fround(0.49), 0.5, 1])
  expect([...grad((v) => sum(mul(clampThrough(v, -0.5, 1), weigh)))(x).dataSync()]).toEqual([0, 2, 3, 4, 0])
})
