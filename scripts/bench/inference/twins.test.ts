import { describe, expect, test } from 'vitest'
import {
  type Activation,
  type LayerModel,
  type Model,
  makeModel,
  makeTensor,
  packInput,
  predict,
  type Requantize,
  rng,
} from '../../../packages/model/src/index.ts'
import { twinsOf } from './twins.ts'

const random = rng(11)
const int = (min: number, max: number) => min + Math.floor(random() * (max - min + 1))
const ints = (count: number, min: number, max: number) => Array.from({ length: count }, () => int(min, max))

interface NetShape {
  widths: number[]
  weight: number
  packing: Model['input']['packing']
  min: number
  max: number
  /** One multiplier and shift an output, or a shift alone. */
  perChannel: boolean
  rule?: 'sign'
  sparse?: boolean
}

function net({ widths, weight, packing, min, max, perChannel, rule, sparse }: NetShape): LayerModel {
  const length = widths[0]!
  const layers = widths.slice(1).map((outputs, l) => {
    const inputs = widths[l]!
    const last = l === widths.length - 2
    const requantize: Requantize | undefined = last
      ? undefined
      : perChannel
        ? {
            multiplier: makeTensor('i32', [outputs], ints(outputs, 2 ** 29, 2 ** 30)),
            shift: makeTensor('i32', [outputs], ints(outputs, 36, 38)),
            zeroPoint: 3,
            min: 3,
            max: 130,
          }
        : {
            multiplier: makeTensor('i32', [1], [1]),
            shift: makeTensor('i32', [1], [3]),
            zeroPoint: 0,
            min: 0,
            max: 15,
          }
    return {
      type: 'dense' as const,
      weights: makeTensor(
        'i8',
        [outputs, inputs],
        ints(outputs * inputs, -weight, weight).map((w) => (sparse && random() < 0.7 ? 0 : w)),
      ),
      bias: makeTensor('i32', [outputs], ints(outputs, -500, 500)),
      activation: (last ? 'none' : 'relu') as Activation,
      ...(requantize && { requantize }),
    }
  })
  return makeModel({
    kind: 'mlp',
    name: 'twin',
    input: {
      length,
      packing,
      min: ints(length, min, min),
      max: ints(length, max, max),
      features: Array.from({ length }, (_, i) => `f${i}`),
      scale: { num: 1, den: 1 },
    },
    layers,
    output: {
      labels: Array.from({ length: rule ? 2 : widths.at(-1)! }, (_, i) => `l${i}`),
      ...(rule && { rule }),
    },
    provenance: { data: 'random' },
  } as never) as Model as LayerModel
}

async function compare(model: Model, rows: number, most?: number) {
  const inputs = Array.from({ length: rows }, () =>
    model.input.min.map((min, i) => int(min, model.input.max[i]!)),
  )
  inputs.push(model.input.min, model.input.max)
  const { twins } = await twinsOf(model, { forms: most === 1 ? ['evm-packed'] : undefined })
  expect(twins.map(({ name }) => name)).toContain('evm-packed')
  for (const twin of twins) {
    for (const input of inputs)
      expect(`${twin.name} ${await twin.label(packInput(model, input))}`).toBe(
        `${twin.name} ${predict(model, input).label}`,
      )
    const good = packInput(model, inputs[0]!)
    await expect(twin.label(good.slice(0, -2) as never)).rejects.toThrow()
    await expect(twin.label(`${good}00`)).rejects.toThrow()
  }
  return twins
}

describe('twins of nets give the labels of the reference', () => {
  test('int8, a multiplier a channel, per-feature range', async () => {
    const model = net({ widths: [40, 12, 5], weight: 127, packing: 'u8', min: 0, max: 255, perChannel: true })
    await compare(model, 12)
  })

  test('signed input, three layers, sign rule', async () => {
    const model = net({
      widths: [9, 7, 6, 1],
      weight: 20,
      packing: 'i8',
      min: -100,
      max: 90,
      perChannel: true,
      rule: 'sign',
    })
    const twins = await compare(model, 12)
    const bad = packInput({ input: { ...model.input, max: model.input.max.map(() => 127) } }, ints(9, 91, 91))
    for (const twin of twins) await expect(twin.label(bad)).rejects.toThrow()
  })

  test('4-bit input, shift only, sparse: clamped together', async () => {
    const model = net({
      widths: [67, 50, 10],
      weight: 7,
      packing: 'u4',
      min: 0,
      max: 15,
      perChannel: false,
      sparse: true,
    })
    await compare(model, 12)
  })

  test('more words than one contract holds', async () => {
    const model = net({
      widths: [196, 64, 10],
      weight: 127,
      packing: 'u8',
      min: 0,
      max: 255,
      perChannel: true,
    })
    await compare(model, 6, 1)
  })
})

test('twins of a boosted model', async () => {
  const tree = () => ({
    nodes: [
      { feature: int(0, 39), threshold: int(0, 200), left: 1, right: 2 },
      { scores: ints(3, -9000, 9000) },
      { feature: int(0, 39), threshold: int(0, 200), left: 3, right: 4 },
      { scores: ints(3, -9000, 9000) },
      { scores: ints(3, -9000, 9000) },
    ],
  })
  const model = makeModel({
    kind: 'gbdt',
    name: 'twin',
    input: {
      length: 40,
      packing: 'u8',
      min: new Array(40).fill(1),
      max: ints(40, 100, 255),
      features: Array.from({ length: 40 }, (_, i) => `f${i}`),
      scale: { num: 1, den: 1 },
    },
    trees: Array.from({ length: 8 }, tree),
    base: [5, -7, 0],
    output: { labels: ['a', 'b', 'c'] },
    provenance: { data: 'random' },
  })
  const twins = await compare(model, 20)
  for (const bad of [model.input.max.map((max) => Math.min(255, max + 1)), model.input.min.map(() => 0)]) {
    const packed = packInput(
      { input: { ...model.input, min: model.input.min.map(() => 0), max: model.input.max.map(() => 255) } },
      bad,
    )
    for (const twin of twins) await expect(twin.label(packed)).rejects.toThrow()
  }
})
