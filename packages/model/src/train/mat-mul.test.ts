import { grad, mul, sum, type Tensor2D, tensor2d, matMul as tfMatMul } from '@tensorflow/tfjs-core'
import { beforeAll, expect, test } from 'vitest'
import { useBackend } from './backend.ts'
import { matMul } from './mat-mul.ts'

beforeAll(() => useBackend('cpu'))

test('value and both gradients are those of tfjs', () => {
  const x = tensor2d([1, 2, 3, 4, 5, 6], [2, 3])
  const w = tensor2d([1, -1, 2, 0.5, -2, 3], [3, 2])
  const weigh = tensor2d([1, 10, 100, 1000], [2, 2])
  expect([...matMul(x, w).dataSync()]).toEqual([...tfMatMul(x, w).dataSync()])
  for (const by of ['x', 'w'] as const) {
    const gradient = (multiply: (a: Tensor2D, b: Tensor2D) => Tensor2D) =>
      grad((v) => sum(mul(by === 'x' ? multiply(v as Tensor2D, w) : multiply(x, v as Tensor2D), weigh)))(
        by === 'x' ? x : w,
      ).dataSync()
    expect([...gradient(matMul)]).toEqual([...gradient((a, b) => tfMatMul(a, b) as Tensor2D)])
  }
})
