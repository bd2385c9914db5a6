/**
 * The checks of lab 5. Expected values are computed by the TypeScript reference of `@inkling/model`, so nothing in
 * here gives an answer away.
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
  type LayerModel,
  labelOf,
  loadModel,
  packU8,
  predict,
  predictLayers,
  requantize,
  unpackU8,
} from '@inkling/model'
import { joinRows, type Rows } from '@inkling/model/data'
import { accuracy } from '@inkling/model/evaluate'
import { calibrate, quantizeLayers, toMultiplier } from '@inkling/model/quantize'
import type { FloatMlp } from '@inkling/model/train'
import type { Hex } from 'viem'
import { parseFloatNet } from './float-net.ts'
import { NETS, type NetName, type NetPlan } from './nets.ts'

const ORACLE = 'TypeScript reference'
const CORE = 'contract/core/src/lib.rs'
const QUANTIZE = 'quantize.ts'
/** Share of held-out images that each quantized net has to get right. */
const PASS: Record<NetName, number> = { '8x8': 0.955, '14x14': 0.97 }

const calibrates: Check = {
  id: '5.1/range',
  task: '5.1',
  name: 'the largest activation of each hidden layer, on any rows',
  async run(ctx) {
    const { calibrate: yours } = await ctx.module(QUANTIZE)
    const cases = [
      [4, 3, 2],
      [5, 8, 3],
      [6, 7, 5, 4],
      [3, 4, 4, 4, 2],
      [2, 1, 2],
    ].flatMap((widths) => [1, 2, 5, 40].map((rows) => ({ widths, rows })))
    await eachCase(ctx, cases, async ({ widths, rows: count }, at) => {
      const net = randomNet(ctx, widths)
      const rows = Array.from({ length: count }, () => draw(ctx, widths[0]!, 0, 16))
      const want = calibrate(net, rows).slice(0, -1)
      ctx.expectEqual(inDigits(yours(net, rows)), inDigits(want), {
        ...at,
        input: `a net ${widths.join('-')} and ${count} rows`,
        oracle: ORACLE,
        where: QUANTIZE,
      })
    })
  },
}

const quantizesWeights: Check = {
  id: '5.2/weights',
  task: '5.2',
  name: 'the largest weight becomes 127 or -127, the others keep their ratio to it',
  async run(ctx) {
    const { quantizeWeights } = await ctx.module(QUANTIZE)
    const rows: number[][] = [
      [0.5, -0.25, 0.1],
      [-1, 0.3, 0],
      [0, 0, 0],
      [2e-4, -1e-4, 5e-5],
    ]
    while (rows.length < 64) rows.push(draw(ctx, 2 + rows.length, -1, 1))
    await eachCase(ctx, rows, async (row, at) => {
      const net: FloatMlp = {
        layers: [
          {
            inputs: row.length,
            outputs: 1,
            weights: Float32Array.from(row),
            bias: new Float32Array(1),
            activation: 'none',
          },
        ],
      }
      const weights = net.layers[0]!.weights
      const { layers, units } = quantizeLayers(net, { input: plainInput(row.length) })
      const want = values(layers[0]!.weights.data)
      const result = quantizeWeights(weights)
      const input = `weights ${Array.from(weights.slice(0, 6), (w) => w.toPrecision(3)).join(', ')}${row.length > 6 ? ` and ${row.length - 6} more` : ''}`
      const opts = { ...at, input, oracle: ORACLE, where: QUANTIZE }
      ctx.expectEqual(
        Array.from(result?.integers ?? [], (q: number) => q + 0),
        want,
        { ...opts, unit: 'LSB' },
      )
      ctx.expectEqual(inDigits([result?.scale]), inDigits([units[0]![0]!]), {
        ...opts,
        input: `${input}: the scale`,
      })
    })
  },
}

const fitsThirtyOneBits: Check = {
  id: '5.3/factor',
  task: '5.3',
  name: 'multiplier and shift stand for the factor, with 31 bits',
  async run(ctx) {
    const { fixedPoint } = await ctx.module(QUANTIZE)
    const factors = [0.75, 1, 0.5, 3, 0.0003125, 1 - 2 ** -40, 2 ** -20, 1e-6]
    while (factors.length < 64) factors.push(2 ** (-24 * ctx.rng()) * (0.5 + ctx.rng()))
    await eachCase(ctx, factors, async (factor, at) => {
      const { multiplier, shift } = toMultiplier(factor)
      const result = fixedPoint(factor)
      ctx.expectEqual(`${result?.multiplier} / 2^${result?.shift}`, `${multiplier} / 2^${shift}`, {
        ...at,
        input: `factor ${factor}`,
        oracle: ORACLE,
        where: QUANTIZE,
      })
    })
  },
}

const sums: Check = {
  id: '5.4/sums',
  task: '5.4',
  name: 'the sums of a layer of six inputs and four outputs',
  async run(ctx) {
    const steps = await ctx.contract('steps')
    const whole = (count: number, low: number, high: number) =>
      draw(ctx, count, low, high + 1).map(Math.floor)
    const cases = [
      { w: new Array(24).fill(-128), b: [0, 1, -1, -1_000_000], x: new Array(6).fill(255) },
      { w: new Array(24).fill(127), b: [0, 0, 0, 0], x: new Array(6).fill(255) },
      { w: whole(24, -127, 127), b: [7, -7, 70_000, -70_000], x: new Array(6).fill(0) },
    ]
    while (cases.length < 64)
      cases.push({ w: whole(24, -127, 127), b: whole(4, -20_000, 20_000), x: whole(6, 0, 255) })
    await eachCase(ctx, cases, async ({ w, b, x }, at) => {
      const want = b.map((bias, o) =>
        x.reduce((sum, value, i) => (sum + Math.imul(w[6 * o + i]!, value)) | 0, bias),
      )
      const bytes = packU8([...w.map((v: number) => v & 255), ...b.flatMap(fourBytes), ...x])
      const got = outcomeInWords(await ctx.call(steps, 'dense', [bytes]), (hex) => int32s(hex as Hex))
      ctx.expectEqual(got, want, {
        ...at,
        input: `x = [${x.join(', ')}], bias = [${b.join(', ')}], first row of weights [${w.slice(0, 6).join(', ')}]`,
        oracle: ORACLE,
        where: CORE,
      })
    })
  },
}

const rounds: Check = {
  id: '5.5/rounding',
  task: '5.5',
  name: 'one rounding, half up, below zero too',
  async run(ctx) {
    const steps = await ctx.contract('steps')
    const cases: [number, number, number][] = [
      [5, 1, 1],
      [-5, 1, 1],
      [12_345, 1_374_389_535, 42],
      [-12_345, 1_374_389_535, 42],
      [-1873, 1_288_490_189, 38],
      [2 ** 31 - 1, 2 ** 31 - 1, 32],
      [-(2 ** 31), 2 ** 31 - 1, 32],
      [0, 2 ** 30, 62],
      [-1, 1, 62],
    ]
    while (cases.length < 128) {
      const acc = Math.floor((ctx.rng() - 0.5) * 2 ** (8 + 14 * ctx.rng()))
      cases.push([acc, 2 ** 30 + Math.floor(ctx.rng() * 2 ** 30), 34 + Math.floor(8 * ctx.rng())])
    }
    await eachCase(ctx, cases, async ([acc, multiplier, shift], at) => {
      const want = requantize(acc, multiplier, shift, 0, -(2 ** 31), 2 ** 31 - 1)
      const bytes = packU8([...fourBytes(acc), ...fourBytes(multiplier), shift])
      const got = outcomeInWords(await ctx.call(steps, 'requantize', [bytes]), (hex) => int64(hex as Hex))
      const exact = ((acc * multiplier) / 2 ** shift).toFixed(3)
      ctx.expectEqual(got, want, {
        ...at,
        input: `acc = ${acc}, multiplier = ${multiplier}, shift = ${shift}: ${exact} before rounding`,
        unit: 'LSB',
        oracle: ORACLE,
        where: CORE,
      })
    })
  },
}

const isAccurate: Check = {
  id: '5.6/accuracy',
  task: '5.6',
  name: 'your integers get 95.5 % (8x8) and 97 % (14x14) of the held-out images right',
  async run(ctx) {
    const { quantizeNet, calibrationRows } = await ctx.module(QUANTIZE)
    for (const plan of Object.values(NETS)) {
      const net = parseFloatNet(await ctx.text(`data/float-${plan.name}.json`))
      const { train, validation, test } = plan.load()
      const model: LayerModel = quantizeNet(plan, net, calibrationRows(joinRows(train, validation)))
      const share = accuracy(model, test)
      const words = `${plan.name}: ${(100 * share).toFixed(2)} % of ${test.rows} held-out images are right`
      ctx.metric(`accuracy.${plan.name}`, share, 'ratio')
      ctx.expectTrue(share >= PASS[plan.name], `${words}, at least ${100 * PASS[plan.name]} % are needed`, {
        where: QUANTIZE,
      })
      ctx.expectEqual(model.sha256, (await theModel(ctx, plan.name)).sha256, {
        input: `the model file that your quantize.ts makes of data/float-${plan.name}.json; run quantize.ts after a training of your own`,
        where: `data/model-${plan.name}.json`,
      })
      ctx.note(words)
    }
  },
}

const smallAgrees: Check = {
  id: '5.6/small',
  task: '5.6',
  name: '8x8: every layer equals the reference on all held-out digits and all test vectors',
  async run(ctx) {
    const model = await theModel(ctx, '8x8')
    const steps = await ctx.contract('steps')
    const { input } = await ctx.vectors('model-8x8')
    const cases = [...heldOut(NETS['8x8']), ...input]
    await eachCase(ctx, cases, async (hex, at) => {
      const want = predict(model, unpackU8(hex)).scores
      const got = outcomeInWords(await ctx.call(steps, 'layer', [2, hex]), (bytes) => int32s(bytes as Hex))
      const same = Array.isArray(got) && got.every((score, i) => score === want[i])
      ctx.expectEqual(got, want, {
        ...at,
        input: at.case < 450 ? `held-out digit ${at.case}` : `test vector ${at.case - 450}: ${hex}`,
        oracle: ORACLE,
        where: CORE,
        layer: same ? undefined : await ctx.firstLayer(steps, hex, layersOf(model, hex)),
      })
    })
    ctx.note(`8x8: ${cases.length} inputs, every score equals the ${ORACLE}`)
  },
}

const agrees: Check = {
  id: '5.6/agreement',
  task: '5.6',
  name: '14x14: label and scores equal the reference on all held-out digits and all test vectors',
  async run(ctx) {
    const model = await theModel(ctx, '14x14')
    const contract = await ctx.contract()
    ctx.expectEqual((await ctx.call(contract, 'inputLength')).value, model.input.length, {
      input: 'inputLength()',
      where: 'contract',
    })
    ctx.expectEqual((await ctx.call(contract, 'modelHash')).value, `0x${model.sha256}`, {
      input: 'modelHash(): model.rs and data/model-14x14.json come from the same run of quantize.ts',
      where: 'contract/core/src/model.rs',
    })
    const { input } = await ctx.vectors('model-14x14')
    const digits = heldOut(NETS['14x14'])
    const hidden = Array.from({ length: 100 }, () => packU8(draw(ctx, 196, 0, 256).map(Math.floor)))
    const cases = [...digits, ...input, ...hidden]
    await eachCase(ctx, cases, async (hex, at) => {
      const want = predict(model, unpackU8(hex))
      const what = at.case < digits.length ? `held-out digit ${at.case}` : `input ${hex}`
      const got = outcomeInWords(await ctx.call(contract, 'scores', [hex]), (value) =>
        (value as number[]).map(Number),
      )
      const same = Array.isArray(got) && got.every((score, i) => score === want.scores[i])
      ctx.expectEqual(got, want.scores, {
        ...at,
        input: what,
        oracle: ORACLE,
        where: CORE,
        layer: same
          ? undefined
          : await ctx.firstLayer(await ctx.contract('steps'), hex, layersOf(model, hex)),
      })
      // The label follows from the scores; a part of the images shows that the contract takes the first highest.
      if (at.case % 4 === 0)
        ctx.expectEqual(outcomeInWords(await ctx.call(contract, 'classify', [hex]), Number), want.label, {
          ...at,
          input: what,
          unit: 'label',
          oracle: ORACLE,
          where: CORE,
        })
    })
    ctx.note(`14x14: ${cases.length} inputs, every score equals the ${ORACLE}`)
  },
}

const refuses: Check = {
  id: '5.6/errors',
  task: '5.6',
  name: 'wrong lengths revert, and so does a pixel that cannot be',
  async run(ctx) {
    const contract = await ctx.contract()
    const lengths = [0, 1, 64, 195, 197, 196 * 32]
    for (const length of lengths)
      for (const fn of ['classify', 'scores'])
        ctx.expectEqual(
          outcomeInWords(await ctx.call(contract, fn, [packU8(new Array(length).fill(1))])),
          `reverts with WrongLength(196, ${length})`,
          { input: `${fn} of ${length} bytes`, where: CORE },
        )
    const steps = await ctx.contract('steps')
    for (const index of [0, 31, 63]) {
      const row = new Array(64).fill(16)
      row[index] = 17
      const got = outcomeInWords(await ctx.call(steps, 'layer', [2, packU8(row)]))
      ctx.expectEqual(got, `reverts with OutOfRange(${index}, 17)`, {
        input: `an 8x8 image whose pixel ${index} is 17`,
        where: CORE,
      })
    }
  },
}

const costs: Check = {
  id: '5.6/cost',
  task: '5.6',
  name: 'classify stays within its budgets',
  async run(ctx) {
    const contract = await ctx.contract()
    const corpus = heldOut(NETS['14x14']).slice(0, 20)
    await measureDearest(ctx, contract, 'classify', corpus)
    ctx.note(`cost: worst of ${corpus.length} held-out images`)
  },
}

export const checks: Check[] = [
  calibrates,
  quantizesWeights,
  fitsThirtyOneBits,
  sums,
  rounds,
  isAccurate,
  smallAgrees,
  agrees,
  refuses,
  costs,
  deploysModel('5.6'),
]
export default checks

/** Models by their text, images by their net: a diagnosis asks one check about many cases, and reads them once. */
const models = new Map<string, LayerModel>()
const images = new Map<NetName, Hex[]>()

async function theModel(ctx: CheckContext, name: NetName): Promise<LayerModel> {
  const text = await ctx.text(`data/model-${name}.json`)
  const model = models.get(text) ?? (loadModel(text) as LayerModel)
  models.set(text, model)
  return model
}

/** The held-out images as `bytes` arguments, in order. */
function heldOut(plan: NetPlan): Hex[] {
  const rows = images.get(plan.name) ?? rowsOf(plan.load().test).map((row) => packU8(Array.from(row)))
  images.set(plan.name, rows)
  return rows
}

function rowsOf(rows: Rows): Uint8Array[] {
  return Array.from({ length: rows.rows }, (_, r) => rows.x.subarray(r * rows.length, (r + 1) * rows.length))
}

/** What `layer(0)` ... `layer(3)` of the steps build should give. */
function layersOf(model: LayerModel, hex: Hex) {
  const results = predictLayers(model, unpackU8(hex))
  const [first, second] = results as [(typeof results)[0], (typeof results)[0]]
  return [
    { name: 'hidden layer, sums', want: [...first.acc!], type: 'i32' as const },
    { name: 'hidden layer, requantized', want: [...first.output], type: 'u8' as const },
    { name: 'last layer, scores', want: [...second.output], type: 'i32' as const },
    { name: 'label', want: [labelOf(model.output, second.output)], type: 'u8' as const },
  ]
}

function randomNet(ctx: CheckContext, widths: number[]): FloatMlp {
  return {
    layers: widths.slice(1).map((outputs, l) => ({
      inputs: widths[l]!,
      outputs,
      weights: Float32Array.from(draw(ctx, widths[l]! * outputs, -1, 1)),
      bias: Float32Array.from(draw(ctx, outputs, -1, 1)),
      activation: l < widths.length - 2 ? ('relu' as const) : ('none' as const),
    })),
  }
}

/** Uniform numbers from low to high. */
function draw(ctx: CheckContext, count: number, low: number, high: number): number[] {
  return Array.from({ length: count }, () => low + ctx.rng() * (high - low))
}

function plainInput(length: number) {
  return {
    length,
    packing: 'u8' as const,
    min: new Array<number>(length).fill(0),
    max: new Array<number>(length).fill(255),
    features: Array.from({ length }, (_, i) => `x${i}`),
    scale: { num: 1, den: 1 },
  }
}

/** int8 values of a tensor's base64. */
function values(data: string): number[] {
  return Array.from(new Int8Array(Buffer.from(data, 'base64')))
}

/** Floats to ten digits: how a sum is ordered is the learner's choice. */
function inDigits(list: unknown): string[] {
  return Array.from((list as number[]) ?? [], (value) => Number(value).toPrecision(10))
}

function fourBytes(value: number): number[] {
  return [value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >> 24) & 255]
}

function int32s(hex: Hex): number[] {
  const bytes = Buffer.from(hex.slice(2), 'hex')
  return Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readInt32LE(4 * i))
}

function int64(hex: Hex): number {
  return Number(Buffer.from(hex.slice(2), 'hex').readBigInt64LE(0))
}
