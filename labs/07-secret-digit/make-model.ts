/**
 * Writes `data/model.json`, its test vectors and `contract/core/src/model.rs` from the float net in `data/float-8x8.json`:
 * `npm run lab -- run labs/07-secret-digit/make-model.ts`. The same bits on every machine.
 *
 * The net is the 8x8 one of lab 5, quantized so that a proof is short: one scale for all weights of a layer, chosen so
 * that from sums to activations is a shift alone.
 */
import { readFile, writeFile } from 'node:fs/promises'
import {
  type DenseLayer,
  formatModel,
  formatVectors,
  makeModel,
  makeTensor,
  makeVectors,
} from '@inkling/model'
import { DIGITS, joinRows, loadDigits8, type Rows } from '@inkling/model/data'
import { accuracy } from '@inkling/model/evaluate'
import { imageInput } from '@inkling/model/recipes'
import { type FloatLayer, runFloat } from '@inkling/model/train'
import { parseFloatNet } from './float-net.ts'
import { layerHashesToRust } from './layer-bytes.ts'

const WEIGHT_MAX = 127
const ACTIVATION_MAX = 127

const here = (path: string) => new URL(path, import.meta.url)
const net = parseFloatNet(await readFile(here('data/float-8x8.json'), 'utf8'))
const { train, validation, test } = loadDigits8()
const [hidden, last] = net.layers as [FloatLayer, FloatLayer]

let top = 0
for (const row of rowsOf(joinRows(train, validation)))
  for (const value of runFloat(net, row)[0]!.after) top = Math.max(top, value)
const largest = Math.max(...hidden.weights.map(Math.abs))
const shift = Math.floor(Math.log2((top * WEIGHT_MAX) / (ACTIVATION_MAX * largest)))
// What one integer of the hidden layer stands for, and what one of its weights does: 2^shift apart.
const unit = top / ACTIVATION_MAX
const first: DenseLayer = {
  ...dense(hidden, unit / 2 ** shift, 1),
  activation: 'relu',
  requantize: {
    multiplier: makeTensor('i32', [1], [1]),
    shift: makeTensor('u8', [1], [shift]),
    zeroPoint: 0,
    min: 0,
    max: ACTIVATION_MAX,
  },
}
const second = dense(last, Math.max(...last.weights.map(Math.abs)) / WEIGHT_MAX, unit)

const model = makeModel({
  kind: 'mlp',
  name: 'digits-8x8-64-32-10-shift',
  input: imageInput(8, 16, { num: 1, den: 1 }),
  layers: [first, second],
  output: { labels: DIGITS },
  provenance: {
    data: 'packages/model/data/digits-8x8.bin.gz',
    recipe: 'int8 after training, one shift a layer',
  },
})
await writeFile(here('data/model.json'), formatModel(model))
await writeFile(here('data/model.vectors.json'), formatVectors(makeVectors(model, { count: 500, seed: 7 })))
await writeFile(here('contract/core/src/model.rs'), layerHashesToRust(model))
console.log(`shift ${shift}, ${(100 * accuracy(model, test)).toFixed(2)} % of ${test.rows} held-out images`)

/** One layer in integers. `inputUnit` is what one integer of its input stands for. */
function dense({ inputs, outputs, weights, bias }: FloatLayer, scale: number, inputUnit: number): DenseLayer {
  const whole = (value: number) => Math.round(value) + 0
  return {
    type: 'dense',
    weights: makeTensor(
      'i8',
      [outputs, inputs],
      Array.from(weights, (w) => whole(w / scale)),
    ),
    bias: makeTensor(
      'i32',
      [outputs],
      Array.from(bias, (b) => whole(b / (scale * inputUnit))),
    ),
    activation: 'none',
  }
}

function rowsOf(rows: Rows): Uint8Array[] {
  return Array.from({ length: rows.rows }, (_, r) => rows.x.subarray(r * rows.length, (r + 1) * rows.length))
}
