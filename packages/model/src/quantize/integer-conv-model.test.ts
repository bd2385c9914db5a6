import { describe, expect, test } from 'vitest'
import { picker } from '../../test/random-model.ts'
import { imageInput } from '../recipes/image-input.ts'
import { predictLayers } from '../reference/predict-layers.ts'
import type { IntegerMlp } from '../train/integer-mlp.ts'
import { type PatchShape, patches, placesPerSide } from '../train/patches.ts'
import { integerConvModel } from './integer-conv-model.ts'

test('patches: worked, a 2x2 kernel over 3x3 pixels with zeros around', () => {
  const shape: PatchShape = { side: 3, kernel: 2, stride: 2, padding: 1 }
  expect(placesPerSide(shape)).toBe(2)
  expect([...patches([1, 2, 3, 4, 5, 6, 7, 8, 9], shape)]).toEqual(
    [
      [0, 0, 0, 1],
      [0, 0, 2, 3],
      [0, 4, 0, 7],
      [5, 6, 8, 9],
    ].flat(),
  )
})

describe.each([
  { side: 14, kernel: 5, stride: 2, padding: 0 },
  { side: 7, kernel: 3, stride: 2, padding: 1 },
  { side: 6, kernel: 4, stride: 1, padding: 2 },
])('kernel $kernel, stride $stride, padding $padding', (shape) => {
  test('the file computes what training computed on patches', () => {
    const pick = picker(shape.kernel)
    const draw = (length: number) => Int32Array.from({ length }, () => pick(-7, 7))
    const taps = shape.kernel ** 2
    const places = placesPerSide(shape) ** 2
    const net: IntegerMlp = {
      inputMax: 15,
      layers: [
        { inputs: taps, outputs: 5, weights: draw(5 * taps), bias: draw(5), shift: 3, max: 15 },
        { inputs: places * 5, outputs: 4, weights: draw(places * 20), bias: draw(4) },
      ],
    }
    const model = integerConvModel(net, shape, {
      name: 'c',
      input: imageInput(shape.side, 15, { num: 1, den: 17 }),
      labels: ['a', 'b', 'c', 'd'],
      provenance: { data: 'random' },
    })
    for (let n = 0; n < 20; n++) {
      const image = Array.from({ length: shape.side ** 2 }, () => pick(0, 15))
      const seen = patches(image, shape)
      const [first, second] = net.layers as [(typeof net.layers)[0], (typeof net.layers)[0]]
      const hidden = Array.from({ length: places * 5 }, (_, k) => {
        const place = Math.floor(k / 5)
        const channel = k % 5
        let sum = first.bias[channel]!
        for (let t = 0; t < taps; t++) sum += first.weights[channel * taps + t]! * seen[place * taps + t]!
        return Math.min(15, Math.max(0, Math.floor((sum + 4) / 8)))
      })
      const scores = Array.from({ length: 4 }, (_, o) =>
        hidden.reduce((sum, h, i) => sum + h * second.weights[o * hidden.length + i]!, second.bias[o]!),
      )
      expect([...predictLayers(model, image).at(-1)!.output]).toEqual(scores)
    }
  })
})
