import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  type DenseLayer,
  type LayerModel,
  labelOf,
  layerRanges,
  loadModel,
  makeFolds,
  packU8,
  parseCsv,
  predict,
  predictLayers,
  quantizeInput,
  readTensor,
} from '../../packages/model/src/index.ts'
import { quantizeLayers } from '../../packages/model/src/quantize/index.ts'
import type { Overlay } from '../test-steps/overlays.ts'
import { fixedPointCosts } from './fixed-point-costs.ts'

/** Every figure of lesson 3. */
export type FixedPointFigures = Awaited<ReturnType<typeof fixedPointFigures>>

interface Float {
  weights: number[]
  bias: number
}

/** One of the lab's two tables with its float weights and its model. */
interface Part {
  x: number[][]
  y: number[]
  features: string[]
  all: Float
  folds: Float[]
  model: LayerModel
}

/**
 * Measures lesson 3 on the solution of lab 3.
 *
 * @param lab its solution overlay
 * @throws Error when a worked example of the lesson no longer fits the model
 */
export async function fixedPointFigures(lab: Overlay, detail: (text: string) => void = () => {}) {
  const text = (file: string) => readFileSync(join(lab.dir, file), 'utf8')
  const train = await import(pathToFileURL(join(lab.dir, 'train.ts')).href)
  const floats = await import(pathToFileURL(join(lab.dir, 'floats.ts')).href)
  const weights = JSON.parse(text('data/weights.json'))
  const part = (table: string, file: string): Part => ({
    ...parseCsv(text(`data/${table}.csv`)),
    ...weights[table],
    model: loadModel(text(`data/${file}.json`)) as LayerModel,
  })
  const votes = part('anes96', 'model')
  const cells = part('breast-cancer', 'cells')
  detail('lab 3: accuracy at other widths')
  const int8 = {
    votes: train.accuracy(train.VOTES, text('data/anes96.csv'), weights.anes96),
    cells: train.accuracy(train.CELLS, text('data/breast-cancer.csv'), weights['breast-cancer']),
  }
  const widths = [127, 7, 3, 1].map((weightMax) => ({
    weightMax,
    votes: leftOut(votes, { weightMax }),
    cells: leftOut(cells, { weightMax }),
  }))
  const errors = train.probabilityErrors(votes.model, votes.all, votes.x)
  const curve = curveErrors(votes.model, train, floats.floatSigmoid)
  detail('lab 3: contracts')
  const costs = await fixedPointCosts(lab, votes.model, corpus(votes))
  return {
    rows: votes.x.length,
    cellRows: cells.x.length,
    accuracy: int8,
    float: { votes: floatAccuracy(votes, floats), cells: floatAccuracy(cells, floats) },
    oneScale: { cells: leftOut(cells, { oneScale: true }), votes: leftOut(votes, { oneScale: true }) },
    lostColumns: lostColumns(cells),
    columns: columnTops(cells),
    widths: Object.fromEntries(widths.map((width) => [`max${width.weightMax}`, width])),
    always: { votes: majority(votes.y), cells: majority(cells.y) },
    sums: { votes: sumRange(votes.model), cells: sumRange(cells.model) },
    spareIn16: 1 + sumRange(votes.model).min / 2 ** 15,
    errors: { ...errors, meanPoints: errors.mean / 2 ** 15, worstPoints: errors.worst / 2 ** 15 },
    curve,
    age: workedColumn(votes, 'age', 40),
    news: workedColumn(votes, 'TVnews', 4),
    unit: workedWeight(votes, train),
    person: person(votes, floats),
    costs,
    inputs: costs.reference.inputs,
  }
}

/** Mean over the folds of the share of right labels, quantized in other ways than the lab's. */
function leftOut({ x, y, features, folds }: Part, how: { weightMax?: number; oneScale?: boolean }): number {
  const shares = makeFolds(x.length, 5, 2026).map(({ train, test }, k) => {
    const columns = features.map((_, i) => train.map((row) => x[row]![i]!))
    const range = (values: number[]) => [Math.min(...values), Math.max(...values)] as const
    const [low, high] = range(columns.flat())
    const scales = columns.map((column) => {
      const [min, max] = how.oneScale ? [low, high] : range(column)
      // Nine digits are exact enough for a comparison.
      const num = Math.floor((127 / (max - min)) * 1e9)
      return { scale: { num, den: 1e9 }, zeroPoint: -Math.round((min * num) / 1e9) }
    })
    const input: LayerModel['input'] = {
      length: features.length,
      packing: 'u8',
      min: features.map(() => 0),
      max: features.map(() => 127),
      features,
      scale: scales.map(({ scale }) => scale),
      zeroPoint: scales.map(({ zeroPoint }) => zeroPoint),
    }
    const { weights, bias } = folds[k]!
    const net = {
      layers: [
        {
          inputs: features.length,
          outputs: 1,
          weights: Float32Array.from(weights),
          bias: Float32Array.from([bias]),
          activation: 'none' as const,
        },
      ],
    }
    const { layers } = quantizeLayers(net, { input, weightMax: how.weightMax })
    const model = { input, layers, output: { labels: ['0', '1'], rule: 'sign' } } as unknown as LayerModel
    const label = (row: number[]) => predict(model, quantizeInput(input, row, 'clamp')).label
    return test.filter((row) => label(x[row]!) === y[row]).length / test.length
  })
  return mean(shares)
}

function floatAccuracy(
  { x, y, folds }: Part,
  floats: { floatScore(weights: Float, row: number[]): number },
): number {
  return mean(
    makeFolds(x.length, 5, 2026).map(({ test }, k) => {
      const right = test.filter((row) => Number(floats.floatScore(folds[k]!, x[row]!) > 0) === y[row])
      return right.length / test.length
    }),
  )
}

/** Columns that one common scale squeezes into a single byte. */
function lostColumns({ x, features }: Part): number {
  const [low, high] = [Math.min(...x.flat()), Math.max(...x.flat())]
  const byte = (value: number) => Math.round(((value - low) * 127) / (high - low))
  return features.filter((_, i) => new Set(x.map((row) => byte(row[i]!))).size === 1).length
}

/** The highest value of the widest and of the narrowest column. */
function columnTops({ x, features }: Part) {
  const tops = features.map((_, i) => Math.max(...x.map((row) => row[i]!)))
  return {
    count: features.length,
    widest: Math.max(...tops),
    narrowest: `${Number(Math.min(...tops).toFixed(2))}`,
  }
}

function majority(y: number[]): number {
  const ones = mean(y)
  return Math.max(ones, 1 - ones)
}

function sumRange(model: LayerModel) {
  const { acc } = layerRanges(model)[0]!
  return { min: acc!.min[0]!, max: acc!.max[0]! }
}

/** What the table costs: beside the exact curve at every logit, with the lines and without them. */
function curveErrors(
  model: LayerModel,
  train: { errorsInLsb(got: number[], exact: number[], bits: number): { worst: number; mean: number } },
  sigmoid: (score: number) => number,
) {
  const table = model.layers[1]! as Extract<LayerModel['layers'][number], { type: 'table' }>
  const values = readTensor(table.values)
  const logits = Array.from({ length: 4097 }, (_, i) => i - 2048)
  const exact = logits.map((logit) => sigmoid(logit / 256) - 0.5)
  const read = (interpolation: 'nearest' | 'linear') => {
    const only = { ...model, layers: [{ ...table, interpolation }] } as LayerModel
    const input = {
      ...model.input,
      length: 1,
      min: [-2048],
      max: [2048],
      features: ['logit'],
      scale: { num: 1, den: 1 },
    }
    return logits.map(
      (logit) =>
        predict({ ...only, input, output: { labels: ['0', '1'], rule: 'sign' } }, [logit]).scores[0]!,
    )
  }
  return {
    entries: values.length,
    bytes: 2 * values.length,
    lines: train.errorsInLsb(read('linear'), exact, 15),
    nearest: train.errorsInLsb(read('nearest'), exact, 15),
    logits: logits.length,
    sample: readingOf(table, values, 40),
    /** Where the logits end. */
    end: (0.5 - Math.abs(values[0]! / 2 ** 15)) as number,
  }
}

/** One logit read from the table, step by step, as the lesson does it. */
function readingOf(
  table: { offset: number; shift: number },
  values: ArrayLike<number>,
  logit: number,
): Record<string, number | string> {
  const distance = logit - table.offset
  const entry = distance >> table.shift
  const past = distance - (entry << table.shift)
  const steps = 1 << table.shift
  const rise = values[entry + 1]! - values[entry]!
  const share = (rise * past) / steps
  return {
    logit,
    reach: -table.offset,
    distance,
    entry,
    value: values[entry]!,
    past,
    steps,
    next: values[entry + 1]!,
    rise,
    share: share.toFixed(1),
    rounded: Math.round(share),
    probability: (values[entry]! + Math.round(share)) / 2 ** 15 + 0.5,
  }
}

/** A column of the lesson's worked example, in words that a page can show. */
function workedColumn({ x, features, model }: Part, feature: string, value: number) {
  const i = features.indexOf(feature)
  const values = x.map((row) => row[i]!)
  const { num, den } = (model.input.scale as { num: number; den: number }[])[i]!
  const lowest = Math.min(...values)
  return {
    low: lowest,
    high: Math.max(...values),
    range: Math.max(...values) - lowest,
    perUnit: `${num / den}`,
    num,
    den,
    lowScaled: `${(lowest * num) / den}`,
    /** Whole steps below the lowest value, which nobody would use. */
    unused: Math.round((lowest * num) / den),
    zeroPoint: model.input.zeroPoint![i]!,
    value,
    scaled: `${Number(((value * num) / den).toFixed(3))}`,
    rounded: Math.round((value * num) / den),
    byte: Math.floor((value * num) / den + 0.5) + model.input.zeroPoint![i]!,
  }
}

function workedWeight(
  { features, all, model, x }: Part,
  train: {
    columnOf(values: number[]): never
    quantizeWeights(f: Float, c: never[]): { weights: number[]; bias: number; unit: number }
  },
) {
  const columns = features.map((_, i) => train.columnOf(x.map((row) => row[i]!)))
  const { weights, bias, unit } = train.quantizeWeights(all, columns)
  const scales = model.input.scale as { num: number; den: number }[]
  const largest = weights.findIndex((w) => Math.abs(w) === 127)
  const of = (i: number) => ({
    feature: features[i]!,
    float: `${Number(all.weights[i]!.toPrecision(4))}`,
    perStep: `${Number(((all.weights[i]! * scales[i]!.den) / scales[i]!.num).toPrecision(4))}`,
    units: weights[i]!,
  })
  const { multiplier, shift } = (model.layers[0] as DenseLayer).requantize!
  return {
    value: `${Number(unit.toPrecision(4))}`,
    bias,
    largest: of(largest),
    age: of(features.indexOf('age')),
    multiplier: readTensor(multiplier)[0]!,
    shift: readTensor(shift)[0]!,
    factor: `${Number((unit * 256).toPrecision(4))}`,
  }
}

/** One row of the data all the way: the last one whose probability is far from both ends. */
function person(
  { x, all, model }: Part,
  floats: { floatScore(w: Float, row: number[]): number; floatSigmoid(s: number): number },
) {
  const row = x.find((candidate) => {
    const p = floats.floatSigmoid(floats.floatScore(all, candidate))
    return p > 0.2 && p < 0.4
  })!
  const values = quantizeInput(model.input, row, 'clamp')
  const [dense, table] = predictLayers(model, values)
  const logit = dense!.output[0]!
  const score = table!.output[0]!
  return {
    bytes: packU8(values),
    sum: dense!.acc![0]!,
    logit,
    logitValue: `${Number((logit / 256).toFixed(3))}`,
    score,
    probability: score / 2 ** 15 + 0.5,
    float: floats.floatSigmoid(floats.floatScore(all, row)),
    label: model.output.labels[labelOf(model.output, [score])]!,
  }
}

/** Both ends of the sum, and every twentieth person: what the lab's cost check calls. */
function corpus({ x, model }: Part): `0x${string}`[] {
  const weights = readTensor((model.layers[0] as DenseLayer).weights)
  const ends = [1, -1].map((sign) => Array.from(weights, (w) => (w * sign > 0 ? 127 : 0)))
  const rows = x.filter((_, i) => i % 20 === 0).map((row) => quantizeInput(model.input, row, 'clamp'))
  return [...ends, ...rows].map((row) => packU8(row))
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
