/**
 * The checks of lab 3. Expected values come from the TypeScript reference on the model files, and from the
 * quantization that `packages/model` uses for its own models.
 */
import {
  type Check,
  type CheckContext,
  deploysModel,
  eachCase,
  measureDearest,
  outcomeInWords,
} from '@inkling/lab'
import {
  type DenseLayer,
  type LayerModel,
  loadModel,
  packU8,
  parseCsv,
  predict,
  predictLayers,
  quantizeInput,
  readTensor,
  requantize,
  runLayer,
  type TableLayer,
  unpackU8,
} from '@inkling/model'
import { columnInput, quantizeLayers } from '@inkling/model/quantize'
import type { Hex } from 'viem'

const ORACLE = 'TypeScript reference'
const CORE = 'contract/core/src/lib.rs'
const TRAIN = 'train.ts'
const TABLES = { votes: 'data/anes96.csv', cells: 'data/breast-cancer.csv' }

const fitsTheColumn: Check = {
  id: '3.1/column',
  task: '3.1',
  name: 'the lowest value of a column becomes 0, the highest 127 at most',
  async run(ctx) {
    const { columnOf } = await ctx.module(TRAIN)
    const columns = await realColumns(ctx)
    for (let i = 0; i < 24; i++) {
      // From thousandths to thousands, below 0, above 0, and on both sides of it.
      const size = 10 ** (i % 7) / 100
      const from = (ctx.rng() * 4 - 2) * size
      columns.push([0, ...spread(ctx, 5), 1].map((part) => Number((from + part * size).toPrecision(6))))
    }
    await eachCase(ctx, columns, async (values, at) => {
      const { scale, zeroPoint } = columnInput(
        ['column'],
        values.map((value) => [value]),
        128,
      )
      const [low, high] = [Math.min(...values), Math.max(...values)]
      const got = columnOf([...values])
      const opts = { ...at, input: `a column from ${low} to ${high}`, oracle: ORACLE, where: TRAIN }
      const { num, den } = (scale as { num: number; den: number }[])[0]!
      ctx.expectEqual(`${got?.scale?.num}/${got?.scale?.den}`, `${num}/${den}`, {
        ...opts,
        input: `${opts.input}: the scale`,
      })
      ctx.expectEqual(plain(got.zeroPoint), zeroPoint![0], {
        ...opts,
        input: `${opts.input}, scale ${num}/${den}: the zero point`,
        unit: 'LSB',
      })
    })
  },
}

const sameScore: Check = {
  id: '3.2/weights',
  task: '3.2',
  name: 'weights, bias and unit of float weights, to the integer',
  async run(ctx) {
    const { quantizeWeights } = await ctx.module(TRAIN)
    const cases = Array.from({ length: 40 }, (_, i) => {
      const length = 1 + Math.floor(ctx.rng() * 12)
      const weights = spread(ctx, length).map((r) => (r * 2 - 1) * 10 ** ((i % 5) - 2))
      const columns = weights.map(() => ({
        scale: { num: 100 + Math.floor(ctx.rng() * 900), den: 10 ** Math.floor(ctx.rng() * 4) },
        // The first cases are without zero points, so that each part of the task can fail by itself.
        zeroPoint: i < 8 ? 0 : Math.floor(ctx.rng() * 120) - 80,
      }))
      return { weights, bias: ctx.rng() * 4 - 2, columns }
    })
    await eachCase(ctx, cases, async ({ weights, bias, columns }, at) => {
      const want = referenceWeights(weights, bias, columns)
      const got = quantizeWeights({ weights: [...weights], bias }, columns)
      const zeros = columns.every((column) => column.zeroPoint === 0) ? ', all zero points 0' : ''
      const input = `${weights.length} weights, the largest ${Math.max(...weights.map(Math.abs)).toPrecision(3)}${zeros}`
      const opts = { ...at, oracle: ORACLE, where: TRAIN }
      ctx.expectEqual(got?.weights?.map?.(plain), want.weights, { ...opts, input: `${input}: the weights` })
      ctx.expectEqual(plain(got.bias), want.bias, { ...opts, input: `${input}: the bias`, unit: 'LSB' })
      ctx.expectTrue(
        Math.abs(got.unit / want.unit - 1) < 1e-9,
        `unit is ${got.unit}; the largest weight a step is 127 units, so expected ${want.unit}`,
        { ...opts, input },
      )
    })
  },
}

const isAccurate: Check = {
  id: '3.2/accuracy',
  task: '3.2',
  name: 'right on rows left out of training: 89 % of the votes, 97 % of the cells',
  async run(ctx) {
    const { accuracy, VOTES, CELLS } = await ctx.module(TRAIN)
    const weights = JSON.parse(await ctx.text('data/weights.json'))
    const votes = accuracy(VOTES, await ctx.text(TABLES.votes), weights.anes96)
    const cells = accuracy(CELLS, await ctx.text(TABLES.cells), weights['breast-cancer'])
    ctx.metric('accuracy', votes, 'ratio')
    ctx.metric('accuracy.cells', cells, 'ratio')
    const percent = (share: number) => `${(share * 100).toFixed(1)} %`
    for (const [name, share, floor] of [
      ['votes', votes, 0.89],
      ['cells', cells, 0.97],
    ] as const)
      ctx.expectTrue(
        share >= floor,
        `${name}: ${percent(share)} of the rows left out of training are right, at least ${percent(floor)} are needed`,
        { where: TRAIN },
      )
    ctx.note(`accuracy: votes ${percent(votes)}, cells ${percent(cells)} (mean of 5 fixed folds)`)
  },
}

const sumsEveryRow: Check = {
  id: '3.3/sum',
  task: '3.3',
  name: 'the sum equals the reference: extremes, 944 votes and 569 cells',
  async run(ctx) {
    const steps = await ctx.contract('steps')
    const cases: { fn: string; hex: Hex; want: number }[] = []
    for (const [fn, file, csv] of [
      ['dot', 'data/model.json', TABLES.votes],
      ['dotCells', 'data/cells.json', TABLES.cells],
    ] as const) {
      const model = await theModel(ctx, file)
      const rows = [
        model.input.min,
        model.input.max,
        ...extremes(model),
        ...(await dataRows(ctx, model, csv)),
      ]
      for (const row of rows)
        cases.push({ fn, hex: packU8(row), want: predictLayers(model, row)[0]!.acc![0]! })
    }
    await eachCase(ctx, cases, async ({ fn, hex, want }, at) => {
      const got = outcomeInWords(await ctx.call(steps, fn, [hex]), Number)
      ctx.expectEqual(got, want, { ...at, input: `${fn}(${hex})`, oracle: ORACLE, where: CORE })
    })
  },
}

const roundsOnce: Check = {
  id: '3.4/rounding',
  task: '3.4',
  name: 'the product in 64 bits, rounded to nearest with halves up, clamped',
  async run(ctx) {
    const steps = await ctx.contract('steps')
    const model = await theModel(ctx)
    const { min, max, ...factor } = (model.layers[0] as DenseLayer).requantize!
    const own = [readTensor(factor.multiplier)[0]!, readTensor(factor.shift)[0]!] as const
    const cases: [number, number, number][] = [
      [12, 3, 3], // 4.5, a half above 0
      [-12, 3, 3], // -4.5, a half below 0
      [10, 3, 3],
      [-10, 3, 3],
      [0, 1, 1],
      [1, 1, 1],
      [-1, 1, 1],
      [2 ** 31 - 1, 2 ** 31 - 1, 62],
      [-(2 ** 31), 2 ** 31 - 1, 62],
      [2 ** 31 - 1, 2 ** 31 - 1, 1],
      [-(2 ** 31), 2 ** 31 - 1, 1],
      [3, 2 ** 31 - 1, 62],
    ]
    // The model's own factor, over every sum it can have.
    for (let i = 0; i < 120; i++)
      cases.push([Math.floor((ctx.rng() * 2 - 1) * (i % 2 ? 3_000 : 40_000)), ...own])
    for (let i = 0; i < 120; i++) {
      const multiplier = 1 + Math.floor(ctx.rng() * (2 ** 31 - 2))
      // A shift that leaves results inside the clamp.
      const sum = Math.floor((ctx.rng() * 2 - 1) * 2 ** (8 + (i % 22)))
      const bits = Math.log2(Math.abs(sum * multiplier) + 1)
      cases.push([sum, multiplier, Math.min(62, Math.max(1, Math.floor(bits) - 9))])
    }
    await eachCase(ctx, cases, async ([sum, multiplier, shift], at) => {
      const got = outcomeInWords(await ctx.call(steps, 'requantize', [sum, multiplier, shift]), Number)
      const exact = (sum * multiplier) / 2 ** shift
      ctx.expectEqual(got, requantize(sum, multiplier, shift, 0, min, max), {
        ...at,
        input: `sum ${sum}, multiplier ${multiplier}, shift ${shift}: ${Number(exact.toPrecision(7))} before rounding`,
        unit: 'LSB',
        oracle: ORACLE,
        where: CORE,
      })
    })
  },
}

const followsTheLine: Check = {
  id: '3.5/curve',
  task: '3.5',
  name: 'on the entries, between them and at both ends',
  async run(ctx) {
    const steps = await ctx.contract('steps')
    const model = await theModel(ctx)
    const table = model.layers[1] as TableLayer
    const entries = Array.from({ length: 65 }, (_, i) => -2048 + 64 * i)
    const between = Array.from({ length: 200 }, () => Math.floor(ctx.rng() * 4097) - 2048)
    const cases = [...entries, -2047, -1, 1, 31, 32, 33, 2047, ...between]
    let before: { logit: number; value: number } | undefined
    await eachCase(ctx, cases, async (logit, which) => {
      const got = outcomeInWords(await ctx.call(steps, 'sigmoid', [logit]), Number)
      ctx.expectEqual(got, runLayer(table, [logit]).output[0], {
        ...which,
        input: `logit ${logit}, which is ${logit / 256}`,
        unit: 'LSB',
        oracle: ORACLE,
        where: CORE,
      })
      if (before !== undefined && which.case < entries.length)
        ctx.expectTrue(
          (got as number) >= before.value,
          `sigmoid(${logit}) is ${got}, below sigmoid(${before.logit}) = ${before.value}: the curve never falls`,
          { ...which, where: CORE },
        )
      before = { logit, value: got as number }
    })
    ctx.note(`${cases.length} logits of ${model.name}: every value equals the ${ORACLE}`)
  },
}

const agreesEverywhere: Check = {
  id: '3.5/agreement',
  task: '3.5',
  name: 'label and score equal the reference on all 944 rows and 500 vectors',
  async run(ctx) {
    const model = await theModel(ctx)
    const contract = await ctx.contract()
    ctx.expectEqual((await ctx.call(contract, 'inputLength')).value, model.input.length, {
      input: 'inputLength()',
      where: 'contract',
    })
    ctx.expectEqual((await ctx.call(contract, 'modelHash')).value, `0x${model.sha256}`, {
      input: 'modelHash(): model.rs and data/model.json come from the same run of train.ts',
      where: 'contract/core/src/model.rs',
    })
    const rows = await dataRows(ctx, model, TABLES.votes)
    const vectors = (await ctx.vectors('model')).input as Hex[]
    const distinct = [...new Set([...rows.map((row) => packU8(row)), ...vectors])]
    await eachCase(ctx, distinct, async (hex, at) => {
      const want = predict(model, unpackU8(hex))
      const opts = { ...at, input: hex, oracle: ORACLE, where: CORE }
      const scores = outcomeInWords(await ctx.call(contract, 'scores', [hex]), (value) =>
        (value as number[]).map(Number),
      )
      ctx.expectEqual(scores, want.scores, opts)
      const label = outcomeInWords(await ctx.call(contract, 'classify', [hex]), Number)
      ctx.expectEqual(label, want.label, { ...opts, unit: 'label' })
    })
    ctx.note(`${distinct.length} different inputs: every label and score equals the ${ORACLE}`)
  },
}

const refusesBadInput: Check = {
  id: '3.5/errors',
  task: '3.5',
  name: 'classify and scores refuse bad input with the typed errors',
  async run(ctx) {
    const contract = await ctx.contract()
    const { length } = (await theModel(ctx)).input
    const row = (changes: Record<number, number>) =>
      packU8(Array.from({ length }, (_, i) => changes[i] ?? Math.floor(ctx.rng() * 128)))
    const cases: [Hex, string][] = [
      ['0x', `reverts with WrongLength(${length}, 0)`],
      [packU8(new Array(length - 1).fill(0)), `reverts with WrongLength(${length}, ${length - 1})`],
      [packU8(new Array(length + 1).fill(255)), `reverts with WrongLength(${length}, ${length + 1})`],
      [row({ 0: 128 }), 'reverts with OutOfRange(0, 128)'],
      [row({ 4: 255, 8: 200 }), 'reverts with OutOfRange(4, 255)'],
    ]
    await eachCase(ctx, cases, async ([hex, want], at) => {
      for (const fn of ['classify', 'scores'])
        ctx.expectEqual(outcomeInWords(await ctx.call(contract, fn, [hex])), want, {
          ...at,
          input: `${fn}(${hex})`,
          where: CORE,
        })
    })
  },
}

const costs: Check = {
  id: '3.5/cost',
  task: '3.5',
  name: 'classify stays within its budgets',
  async run(ctx) {
    const model = await theModel(ctx)
    const contract = await ctx.contract()
    // Both ends of the sum, and every twentieth person.
    const rows = (await dataRows(ctx, model, TABLES.votes)).filter((_, i) => i % 20 === 0)
    const corpus = [...extremes(model), ...rows].map((row) => packU8(row))
    await measureDearest(ctx, contract, 'classify', corpus)
    ctx.note(`cost: worst of ${corpus.length} rows, both ends of the sum among them`)
  },
}

const measuresErrors: Check = {
  id: '3.6/lsb',
  task: '3.6',
  name: 'worst and mean error in LSB, and the share within one',
  async run(ctx) {
    const { errorsInLsb } = await ctx.module(TRAIN)
    const cases = Array.from({ length: 24 }, (_, i) => {
      const bits = [0, 4, 8, 15][i % 4]!
      // Binary fractions: every error is exact, and some are exactly 1 LSB.
      const errors = i === 0 ? [0, 1, -1, 1.5] : spread(ctx, 8).map((r) => Math.floor(r * 17 - 8) / 4)
      const got = errors.map(() => Math.floor(ctx.rng() * 2000) - 1000)
      return { bits, got, exact: got.map((value, k) => (value + errors[k]!) / 2 ** bits), errors }
    })
    await eachCase(ctx, cases, async ({ bits, got, exact, errors }, at) => {
      const sizes = errors.map(Math.abs)
      const want = {
        worst: Math.max(...sizes),
        mean: sizes.reduce((sum, size) => sum + size, 0) / sizes.length,
        withinOne: sizes.filter((size) => size <= 1).length / sizes.length,
      }
      const result = errorsInLsb([...got], [...exact], bits)
      for (const key of ['worst', 'mean', 'withinOne'] as const)
        ctx.expectEqual(result?.[key], want[key], {
          ...at,
          input: `${bits} fractional bits, ${got.length} values: ${key}`,
          oracle: ORACLE,
          where: TRAIN,
        })
    })
  },
}

const knowsItsError: Check = {
  id: '3.6/probability',
  task: '3.6',
  name: 'the probability of a vote is within 2 points of the float model on all 944 rows',
  async run(ctx) {
    const { probabilityErrors } = await ctx.module(TRAIN)
    const model = await theModel(ctx)
    const weights = JSON.parse(await ctx.text('data/weights.json')).anes96.all
    const { x } = parseCsv(await ctx.text(TABLES.votes))
    const { worst, mean } = probabilityErrors(model, weights, x)
    const points = (lsb: number) => ((lsb / 2 ** 15) * 100).toFixed(2)
    ctx.expectTrue(
      worst > 1 && worst <= 0.02 * 2 ** 15,
      `the worst error is ${worst} LSB, ${points(worst)} points of probability; expected 2 to 655 LSB`,
      { where: TRAIN },
    )
    ctx.note(
      `beside the float model: ${mean.toFixed(0)} LSB on average, ${worst.toFixed(0)} at worst (${points(worst)} points)`,
    )
  },
}

export const checks: Check[] = [
  fitsTheColumn,
  sameScore,
  isAccurate,
  sumsEveryRow,
  roundsOnce,
  followsTheLine,
  agreesEverywhere,
  refusesBadInput,
  costs,
  deploysModel('3.5'),
  measuresErrors,
  knowsItsError,
]
export default checks

async function theModel(ctx: CheckContext, file = 'data/model.json'): Promise<LayerModel> {
  return loadModel(await ctx.text(file)) as LayerModel
}

/** Rows of a table as the model's integers, in order. */
async function dataRows(ctx: CheckContext, model: LayerModel, csv: string): Promise<number[][]> {
  return parseCsv(await ctx.text(csv)).x.map((row) => quantizeInput(model.input, row, 'clamp'))
}

/** Every column of both tables. */
async function realColumns(ctx: CheckContext): Promise<number[][]> {
  const tables = await Promise.all(Object.values(TABLES).map(async (csv) => parseCsv(await ctx.text(csv))))
  return tables.flatMap(({ x, features }) => features.map((_, i) => x.map((row) => row[i]!)))
}

/** The rows with the largest and the smallest sum. */
function extremes(model: LayerModel): number[][] {
  const { min, max } = model.input
  const sum = (row: number[]) => predictLayers(model, row)[0]!.acc![0]!
  const zero = sum(min)
  const up = min.map((_, i) => sum(min.map((low, k) => (k === i ? max[k]! : low))) > zero)
  return [
    up.map((rises, i) => (rises ? max[i]! : min[i]!)),
    up.map((rises, i) => (rises ? min[i]! : max[i]!)),
  ]
}

/** The quantization that `packages/model` uses for its own models. */
function referenceWeights(
  weights: number[],
  bias: number,
  columns: { scale: { num: number; den: number }; zeroPoint: number }[],
) {
  const { length } = weights
  const { layers, units } = quantizeLayers(
    {
      layers: [
        {
          inputs: length,
          outputs: 1,
          weights: weights as unknown as Float32Array,
          bias: [bias] as unknown as Float32Array,
          activation: 'none',
        },
      ],
    },
    {
      input: {
        length,
        packing: 'u8',
        min: new Array(length).fill(0),
        max: new Array(length).fill(127),
        features: weights.map((_, i) => `x${i}`),
        scale: columns.map((column) => column.scale),
        zeroPoint: columns.map((column) => column.zeroPoint),
      },
    },
  )
  const [{ weights: w, bias: b }] = layers as [DenseLayer]
  return { weights: Array.from(readTensor(w)), bias: readTensor(b)[0]!, unit: units[0]![0]! }
}

/** Seeded numbers from 0 to 1. */
function spread(ctx: CheckContext, count: number): number[] {
  return Array.from({ length: count }, () => ctx.rng())
}

/** 0 for -0, which equality tells apart. */
function plain(value: number): number {
  return value + 0
}
