import { tensor2d } from '@tensorflow/tfjs-core'
import { beforeAll, expect, test } from 'vitest'
import { useBackend } from './backend.ts'
import { choiceLoss } from './choice-loss.ts'

beforeAll(() => useBackend('cpu'))

test('worked: two of three equal logits are right', () => {
  expect(choiceLoss(tensor2d([[0, 0, 0]]), tensor2d([[1, 1, 0]])).dataSync()[0]).toBeCloseTo(
    Math.log(3 / 2),
    5,
  )
})

test('sure of one right answer: no loss, however unlikely the other', () => {
  expect(choiceLoss(tensor2d([[20, -20, 0]]), tensor2d([[1, 1, 0]])).dataSync()[0]).toBeCloseTo(0, 5)
})
