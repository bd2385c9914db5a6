/**
 * From float nets to integers: ranges from calibration, weights with a scale a channel, multipliers and shifts.
 * Run it: `npm run lab -- run labs/05-int8-mlp/quantize.ts`. It reads `data/float-*.json` and writes
 * `data/model-*.json`, their test vectors, and `contract/core/src/model.rs`.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { Todo } from '@inkling/lab'
import {
  type DenseLayer,
  formatModel,
  formatVectors,
  type LayerModel,
  makeModel,
  makeTensor,
  makeVectors,
} from '@inkling/model'
import { DIGITS, joinRows, type Rows } from '@inkling/model/data'
import { accuracy } from '@inkling/model/evaluate'
import { type FloatLayer, type FloatMlp, runFloat } from '@inkling/model/train'
import { parseFloatNet } from './float-net.ts'
import { netsToRust } from './net-to-rust.ts'
import { NETS, type NetPlan } from './nets.ts'

/** Integers of a weight are -127 ... 127, of a hidden activation 0 ... 255. */
export const WEIGHT_MAX = 127
export const ACTIVATION_MAX = 255

/** The largest activation of each hidden layer on these rows: the end of its integer range. */
export function calibrate(net: FloatMlp, rows: ArrayLike<number>[]): number[] {
  const hidden = net.layers.length - 1
  // TODO(5.1): run the float net on every row; keep the largest activation of each hidden layer.
  void [rows, hidden, runFloat]
  throw Todo('5.1')
}

/** Weights as integers, and the scale: what one integer stands for. The largest becomes 127 or -127. */
export function quantizeWeights(weights: ArrayLike<number>): { scale: number; integers: number[] } {
  // TODO(5.2): the scale that makes the largest weight 127 in size; then every weight by it, rounded.
  void [weights, WEIGHT_MAX]
  throw Todo('5.2')
}

/** A positive real as `multiplier / 2^shift`, the multiplier as large as 31 bits allow: 2^30 to 2^31 - 1. */
export function fixedPoint(factor: number): { multiplier: number; shift: number } {
  // TODO(5.3): the shift for which factor * 2^shift, rounded, has 31 bits.
  void factor
  throw Todo('5.3')
}

/** The first layer: a scale for each hidden neuron, and from its sums to 0 ... 255 with a factor of its own. */
function hiddenLayer(layer: FloatLayer, top: number): DenseLayer {
  const { inputs, outputs, weights, bias } = layer
  const rows = Array.from({ length: outputs }, (_, o) => {
    const { scale, integers } = quantizeWeights(weights.subarray(o * inputs, (o + 1) * inputs))
    // Inputs are the pixels themselves, so a sum counts in units of `scale`, an activation in top / 255.
    const factor = scale / ((top || 1) / ACTIVATION_MAX)
    return { integers, bias: Math.round(bias[o]! / scale), ...fixedPoint(factor) }
  })
  return {
    type: 'dense',
    weights: makeTensor(
      'i8',
      [outputs, inputs],
      rows.flatMap(({ integers }) => integers.map((w) => w + 0)),
    ),
    bias: makeTensor(
      'i32',
      [outputs],
      rows.map((row) => row.bias + 0),
    ),
    activation: 'relu',
    requantize: {
      multiplier: makeTensor(
        'i32',
        [outputs],
        rows.map((row) => row.multiplier),
      ),
      shift: makeTensor(
        'u8',
        [outputs],
        rows.map((row) => row.shift),
      ),
      zeroPoint: 0,
      min: 0,
      max: ACTIVATION_MAX,
    },
  }
}

/** The last layer: one scale for all ten, so that its sums can be compared. */
function lastLayer(layer: FloatLayer, top: number): DenseLayer {
  const { inputs, outputs, weights, bias } = layer
  const unit = (top || 1) / ACTIVATION_MAX
  const { scale, integers } = quantizeWeights(Float64Array.from(weights, (weight) => weight * unit))
  return {
    type: 'dense',
    weights: makeTensor(
      'i8',
      [outputs, inputs],
      integers.map((w) => w + 0),
    ),
    bias: makeTensor(
      'i32',
      [outputs],
      Array.from(bias, (b) => Math.round(b / scale) + 0),
    ),
    activation: 'none',
  }
}

/** Images to calibrate on: the first 500 of those that training saw. */
export function calibrationRows(images: Rows): Uint8Array[] {
  return Array.from({ length: Math.min(500, images.rows) }, (_, r) =>
    images.x.subarray(r * images.length, (r + 1) * images.length),
  )
}

/** Float net to a sealed model file of integers. */
export function quantizeNet(plan: NetPlan, net: FloatMlp, rows: ArrayLike<number>[]): LayerModel {
  const top = calibrate(net, rows)[0]!
  return makeModel({
    kind: 'mlp',
    name: plan.model,
    input: plan.input,
    layers: [hiddenLayer(net.layers[0]!, top), lastLayer(net.layers[1]!, top)],
    output: { labels: DIGITS },
    provenance: { data: plan.source, method: 'quantized after training, a multiplier a channel' },
  })
}

// The grader imports this file; what follows happens when you run it.
if (import.meta.main) {
  const here = (path: string) => new URL(path, import.meta.url)
  const models: LayerModel[] = []
  for (const plan of Object.values(NETS)) {
    const net = parseFloatNet(await readFile(here(`data/float-${plan.name}.json`), 'utf8'))
    const { train, validation, test } = plan.load()
    const model = quantizeNet(plan, net, calibrationRows(joinRows(train, validation)))
    const vectors = makeVectors(model, { count: 500, seed: 7 })
    await writeFile(here(`data/model-${plan.name}.json`), formatModel(model))
    await writeFile(here(`data/model-${plan.name}.vectors.json`), formatVectors(vectors))
    models.push(model)
    const share = (100 * accuracy(model, test)).toFixed(2)
    console.log(
      `${plan.name}  ${share} % of ${test.rows} held-out images, sha256 ${model.sha256.slice(0, 16)}...`,
    )
  }
  const [SMALL, LARGE] = models
  await writeFile(here('contract/core/src/model.rs'), netsToRust({ SMALL: SMALL!, LARGE: LARGE! }))
}
