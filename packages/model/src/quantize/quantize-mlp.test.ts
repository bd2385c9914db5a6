import { expect, test } from 'vitest'
import { compareWithFloat } from '../evaluate/layer-errors.ts'
import { quantizeInput } from '../input/quantize-input.ts'
import { predict } from '../reference/predict.ts'
import { rng } from '../rng.ts'
import { readTensor } from '../tensor/tensor.ts'
import { type FloatMlp, runFloat } from '../train/float-mlp.ts'
import type { ModelInput } from '../types.ts'
import { QuantizationError } from './errors.ts'
import { quantizeLayers } from './quantize-layers.ts'
import { quantizeLinear } from './quantize-linear.ts'
import { quantizeMlp } from './quantize-mlp.ts'

const provenance = { data: 'by hand' }

function input(length: number, scale = { num: 10, den: 1 }, zeroPoint?: number[]): ModelInput {
  const features = Array.from({ length }, (_, i) => `x${i}`)
  return {
    length,
    packing: 'u8',
    min: features.map(() => 0),
    max: features.map(() => 255),
    features,
    scale,
    zeroPoint,
  }
}

function randomNet(widths: number[], seed: number): FloatMlp {
  const random = rng(seed)
  const draw = (length: number) => Float32Array.from({ length }, () => random() * 2 - 1)
  return {
    layers: widths.slice(1).map((outputs, l) => ({
      inputs: widths[l]!,
      outputs,
      weights: draw(widths[l]! * outputs),
      bias: draw(outputs),
      activation: l < widths.length - 2 ? 'relu' : 'none',
    })),
  }
}

test('worked: 2 a - b + 0.52 with a zero point', () => {
  const net: FloatMlp = {
    layers: [
      {
        inputs: 2,
        outputs: 1,
        weights: Float32Array.of(2, -1),
        bias: Float32Array.of(0.52),
        activation: 'none',
      },
    ],
  }
  const model = quantizeLinear(net, {
    name: 'hand',
    input: input(2, { num: 10, den: 1 }, [0, 100]),
    labels: ['no', 'yes'],
    provenance,
  })
  const layer = model.layers[0]!
  if (layer.type !== 'dense') throw new Error('not dense')
  // A weight of 2 a unit is 0.2 an integer: the largest, 127. So one integer stands for 0.2 / 127.
  expect([...readTensor(layer.weights)]).toEqual([127, -63])
  // 0.52 * 127 / 0.2 = 330.2, and the zero point of b: - (-63 * 100).
  expect([...readTensor(layer.bias)]).toEqual([330 + 6300])
  expect(model.output.rule).toBe('sign')
  // a = 1, b = 3: -0.48; a = 2: 1.52.
  expect(predict(model, quantizeInput(model.input, [1, 3])).label).toBe(0)
  expect(predict(model, quantizeInput(model.input, [2, 3])).label).toBe(1)
})

test('a net of three layers stays near its float, each layer within a few LSB', () => {
  const net = randomNet([12, 16, 8, 4], 5)
  const random = rng(9)
  const rows = Array.from({ length: 200 }, () =>
    Array.from({ length: 12 }, () => Math.floor(random() * 256) / 10),
  )
  const options = { input: input(12), calibration: rows }
  const model = quantizeMlp(net, { ...options, name: 'random', labels: ['a', 'b', 'c', 'd'], provenance })
  const { layers, agreement } = compareWithFloat(model, net, quantizeLayers(net, options).units, rows)
  expect(layers.map((layer) => layer.name)).toEqual(['layers[0] dense', 'layers[1] dense', 'layers[2] dense'])
  expect(layers[0]!.max).toBeLessThan(3)
  expect(layers[1]!.mean).toBeLessThan(2)
  expect(agreement).toBeGreaterThan(0.95)
  // The logits have one scale: their differences mean the same for every label.
  const logits = predict(model, quantizeInput(model.input, rows[0]!)).scores
  const float = runFloat(net, rows[0]!).at(-1)!.after
  const unit = quantizeLayers(net, options).units[2]![0]!
  for (const [o, logit] of logits.entries()) expect(Math.abs(logit * unit - float[o]!)).toBeLessThan(1)
})

test('per layer and per channel differ in the number of multipliers', () => {
  const net = randomNet([4, 3, 2], 1)
  const options = { input: input(4), calibration: [[1, 2, 3, 4]] }
  const shapes = [true, false].map(
    (perChannel) => quantizeLayers(net, { ...options, perChannel }).layers[0]!.requantize!.multiplier.shape,
  )
  expect(shapes).toEqual([[3], [1]])
})

test('int4 weights stay within -7 to 7', () => {
  const { layers } = quantizeLayers(randomNet([4, 3, 2], 1), {
    input: input(4),
    calibration: [[1, 2, 3, 4]],
    weightMax: 7,
  })
  for (const layer of layers) expect(Math.max(...readTensor(layer.weights).map(Math.abs))).toBe(7)
})

test.each([
  [
    'NaN weight',
    (net: FloatMlp) => (net.layers[1]!.weights[2] = Number.NaN),
    'layers[1] dense: weight 2 is NaN',
  ],
  [
    'infinite bias',
    (net: FloatMlp) => (net.layers[0]!.bias[1] = -Infinity),
    'layers[0] dense: bias 1 is -Infinity',
  ],
  [
    'missing weights',
    (net: FloatMlp) => (net.layers[0]!.weights = new Float32Array(3)),
    '3 outputs of 4 inputs need 12',
  ],
  ['sizes apart', (net: FloatMlp) => (net.layers[1]!.inputs = 5), 'takes 5 values, the layer before gives 3'],
])('%s is refused by layer', (_, spoil, message) => {
  const net = randomNet([4, 3, 2], 1)
  spoil(net)
  const quantize = () => quantizeLayers(net, { input: input(4), calibration: [[1, 2, 3, 4]] })
  expect(quantize).toThrow(QuantizationError)
  expect(quantize).toThrow(message)
})

test('no calibration rows, and rows of another width', () => {
  const net = randomNet([4, 3, 2], 1)
  expect(() => quantizeLayers(net, { input: input(4) })).toThrow('calibration: there are no rows')
  expect(() => quantizeLayers(net, { input: input(4), calibration: [[1]] })).toThrow('row 0 has 1 values')
  expect(() => quantizeLayers(net, { input: input(5), calibration: [] })).toThrow("the model's input has 5")
})

test('a hidden layer that is never active still has a scale', () => {
  const net = randomNet([2, 2, 2], 3)
  net.layers[0]!.weights.fill(-1)
  net.layers[0]!.bias.fill(-1)
  const model = quantizeMlp(net, {
    input: input(2),
    calibration: [[1, 1]],
    name: 'dead',
    labels: ['a', 'b'],
    provenance,
  })
  expect(predict(model, [9, 9]).scores).toHaveLength(2)
})

test('sigmoid: the score is a probability with 2^15 for a whole', () => {
  const net: FloatMlp = {
    layers: [
      { inputs: 1, outputs: 1, weights: Float32Array.of(1), bias: Float32Array.of(-10), activation: 'none' },
    ],
  }
  const model = quantizeLinear(net, {
    name: 'p',
    input: input(1),
    labels: ['no', 'yes'],
    provenance,
    sigmoid: true,
  })
  for (const x of [0, 5, 8.5, 9.9, 10.4, 12, 25.5]) {
    const { scores, label } = predict(model, quantizeInput(model.input, [x]))
    expect(scores[0]! / 2 ** 15 + 0.5).toBeCloseTo(1 / (1 + Math.exp(10 - x)), 2)
    expect(label).toBe(x > 10 ? 1 : 0)
  }
})
