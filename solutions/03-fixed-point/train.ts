/**
 * From floats to integers: scale and zero point of each column, int8 weights, a model file, and the error of it
 * all in LSB. Run it: `npm run lab -- run labs/03-fixed-point/train.ts` (a second; with `--train` it learns the
 * float weights anew, which takes about 20 seconds).
 */
import { readFile, writeFile } from 'node:fs/promises'
// biome-ignore lint/correctness/noUnusedImports: the starter's stubs throw it, lab:drop
import { Todo } from '@inkling/lab'
import {
  formatModel,
  formatVectors,
  type LayerModel,
  makeFolds,
  makeModel,
  makeTensor,
  makeVectors,
  parseCsv,
  predict,
  quantizeInput,
  type Ratio,
} from '@inkling/model'
import { toMultiplier } from '@inkling/model/quantize'
import {
  type FloatWeights,
  FOLDS,
  floatScore,
  floatSigmoid,
  SETTINGS,
  type Trained,
  train,
  type Weights,
} from './floats.ts'
import { cellsToRust, modelToRust } from './to-rust.ts'

/** Values are 0 to 127, weights -127 to 127: both fit a signed byte. */
export const VALUE_MAX = 127
export const WEIGHT_MAX = 127
/** Logits have 8 fractional bits and reach to -8 and 8; probabilities have 15. */
export const LOGIT_BITS = 8
export const LOGIT_REACH = 8
export const PROBABILITY_BITS = 15

/** How one column becomes integers: value times `scale`, rounded, plus `zeroPoint`. */
export interface Column {
  scale: Ratio
  zeroPoint: number
}

/** The largest ratio with three digits that is not above `value`, so that it reads well in the model file. */
export function ratioBelow(value: number): Ratio {
  const exponent = Math.floor(Math.log10(value)) - 2
  let num = Math.floor(value / 10 ** exponent)
  if (exponent >= 0) return { num: num * 10 ** exponent, den: 1 }
  let den = 10 ** -exponent
  while (num % 10 === 0 && den >= 10) [num, den] = [num / 10, den / 10]
  return { num, den }
}

/** Spreads a column over 0 to VALUE_MAX: its lowest value becomes 0. A column has at least two different values. */
export function columnOf(values: number[]): Column {
  // #region task-3-1
  const min = Math.min(...values)
  const max = Math.max(...values)
  const scale = ratioBelow(VALUE_MAX / (max - min))
  const zeroPoint = -Math.round((min * scale.num) / scale.den)
  return { scale, zeroPoint }
  // #endregion task-3-1
  //|   // TODO(3.1): the scale that fits the range into VALUE_MAX, and the zero point that moves the lowest value to 0.
  //|   void values
  //|   throw Todo('3.1')
}

/** Integer weights and bias for integer values. One integer of the sum is worth `unit` of the float score. */
export interface IntegerWeights {
  weights: number[]
  bias: number
  unit: number
}

/** The float sum as a sum of integers: the same score, counted in units. */
export function quantizeWeights({ weights, bias }: FloatWeights, columns: Column[]): IntegerWeights {
  // #region task-3-2
  const perStep = weights.map((w, i) => (w * columns[i]!.scale.den) / columns[i]!.scale.num)
  const unit = Math.max(...perStep.map(Math.abs)) / WEIGHT_MAX
  const rounded = perStep.map((w) => Math.round(w / unit))
  const fromZeroPoints = rounded.reduce((sum, w, i) => sum + w * columns[i]!.zeroPoint, 0)
  return { weights: rounded, bias: Math.round(bias / unit) - fromZeroPoints, unit }
  // #endregion task-3-2
  //|   // TODO(3.2): weights a step, one unit for all of them, round; the zero points go into the bias.
  //|   void [weights, bias, columns, WEIGHT_MAX]
  //|   throw Todo('3.2')
}

/** How far integers are from the exact values they stand for, in LSB. */
export interface Errors {
  worst: number
  mean: number
  /** Share of the values that are within one LSB. */
  withinOne: number
}

/** Compares integers that have `bits` fractional bits with the exact values. */
export function errorsInLsb(got: number[], exact: number[], bits: number): Errors {
  // #region task-3-6
  const errors = got.map((value, i) => Math.abs(value - exact[i]! * 2 ** bits))
  const sum = errors.reduce((total, error) => total + error, 0)
  return {
    worst: Math.max(...errors),
    mean: sum / errors.length,
    withinOne: errors.filter((error) => error <= 1).length / errors.length,
  }
  // #endregion task-3-6
  //|   // TODO(3.6): how many LSB each integer is away; then the worst, the mean, and the share of at most 1.
  //|   void [got, exact, bits]
  //|   throw Todo('3.6')
}

/** Columns, weights, the factor to a logit, and the curve: a model file with its hash. */
export function makeLinearModel(
  about: { name: string; labels: string[]; data: string; features: string[] },
  x: number[][],
  float: FloatWeights,
): LayerModel {
  const columns = about.features.map((_, i) => columnOf(x.map((row) => row[i]!)))
  const { weights, bias, unit } = quantizeWeights(float, columns)
  const { multiplier, shift } = toMultiplier(unit * 2 ** LOGIT_BITS)
  const end = LOGIT_REACH * 2 ** LOGIT_BITS
  // 64 steps over the whole reach; a half is taken off, so that above 0 means label 1.
  const step = (2 * end) / 64
  const curve = Array.from({ length: 65 }, (_, i) =>
    Math.round((floatSigmoid((i * step - end) / 2 ** LOGIT_BITS) - 0.5) * 2 ** PROBABILITY_BITS),
  )
  const length = columns.length
  return makeModel({
    kind: 'linear',
    name: about.name,
    input: {
      length,
      packing: 'u8',
      min: new Array(length).fill(0),
      max: new Array(length).fill(VALUE_MAX),
      features: about.features,
      scale: columns.map((column) => column.scale),
      zeroPoint: columns.map((column) => column.zeroPoint + 0),
    },
    layers: [
      {
        type: 'dense',
        weights: makeTensor(
          'i8',
          [1, length],
          weights.map((w) => w + 0),
        ),
        bias: makeTensor('i32', [1], [bias]),
        activation: 'none',
        requantize: {
          multiplier: makeTensor('i32', [1], [multiplier]),
          shift: makeTensor('u8', [1], [shift]),
          zeroPoint: 0,
          min: -end,
          max: end,
        },
      },
      {
        type: 'table',
        values: makeTensor(
          'i16',
          [curve.length],
          curve.map((value) => value + 0),
        ),
        offset: -end,
        shift: Math.log2(step),
        interpolation: 'linear',
      },
    ],
    output: { labels: about.labels, rule: 'sign' },
    provenance: { data: about.data, rows: x.length, method: 'logistic regression, int8 after training' },
  })
}

export const VOTES = { name: 'vote-forecast', labels: ['Clinton', 'Dole'], data: 'data/anes96.csv' }
export const CELLS = { name: 'benign-cells', labels: ['malignant', 'benign'], data: 'data/breast-cancer.csv' }

/** Share of rows labelled right by integer models of weights that did not see them: mean of five folds. */
export function accuracy(about: typeof VOTES, csv: string, trained: Trained): number {
  const { features, x, y } = parseCsv(csv)
  const shares = makeFolds(x.length, FOLDS.count, FOLDS.seed).map(({ train, test }, k) => {
    const rows = train.map((row) => x[row]!)
    const model = makeLinearModel({ ...about, features }, rows, trained.folds[k]!)
    // A row may lie a little outside the range of the rows it was not trained with.
    const label = (row: number[]) => predict(model, quantizeInput(model.input, row, 'clamp')).label
    return test.filter((row) => label(x[row]!) === y[row]).length / test.length
  })
  return shares.reduce((sum, share) => sum + share, 0) / shares.length
}

/** Errors of the model's probabilities on these rows, beside the float model. */
export function probabilityErrors(model: LayerModel, float: FloatWeights, x: number[][]) {
  const rows = x.map((row) => quantizeInput(model.input, row, 'clamp'))
  const got = rows.map((row) => predict(model, row).scores[0]!)
  const exact = x.map((row) => floatSigmoid(floatScore(float, row)) - 0.5)
  return errorsInLsb(got, exact, PROBABILITY_BITS)
}

// The grader imports this file; what follows happens when you run it.
if (import.meta.main) {
  const here = (path: string) => new URL(path, import.meta.url)
  const read = (path: string) => readFile(here(path), 'utf8')
  const csv = { anes96: await read('data/anes96.csv'), 'breast-cancer': await read('data/breast-cancer.csv') }
  if (process.argv.includes('--train')) {
    const weights: Weights = {
      anes96: await train(csv.anes96, SETTINGS.anes96),
      'breast-cancer': await train(csv['breast-cancer'], SETTINGS['breast-cancer']),
    }
    await writeFile(here('data/weights.json'), `${JSON.stringify(weights, null, 1)}\n`)
  }
  const weights: Weights = JSON.parse(await read('data/weights.json'))
  for (const [about, table, file] of [
    [VOTES, 'anes96', 'model'],
    [CELLS, 'breast-cancer', 'cells'],
  ] as const) {
    const { features, x } = parseCsv(csv[table])
    const model = makeLinearModel({ ...about, features }, x, weights[table].all)
    await writeFile(here(`data/${file}.json`), formatModel(model))
    await writeFile(
      here(`data/${file}.vectors.json`),
      formatVectors(makeVectors(model, { count: 500, seed: 7 })),
    )
    const rust = file === 'model' ? modelToRust(model) : cellsToRust(model)
    await writeFile(here(`contract/core/src/${file}.rs`), rust)
    const share = accuracy(about, csv[table], weights[table])
    const { worst, mean } = probabilityErrors(model, weights[table].all, x)
    console.log(
      `${about.name.padEnd(14)} ${(share * 100).toFixed(1)} % on rows left out, mean of ${FOLDS.count} folds`,
    )
    console.log(`${''.padEnd(14)} probability off by ${mean.toFixed(0)} LSB, at worst ${worst.toFixed(0)}`)
    console.log(`${''.padEnd(14)} sha256 ${model.sha256.slice(0, 16)}...`)
  }
}
