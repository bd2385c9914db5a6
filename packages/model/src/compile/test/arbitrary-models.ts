import fc from 'fast-check'
import { layerShape } from '../../format/layer-shape.ts'
import { makeModel } from '../../format/make-model.ts'
import { makeTensor } from '../../tensor/tensor.ts'
import type {
  EnsembleModel,
  Layer,
  LayerModel,
  Model,
  ModelInput,
  Requantize,
  TreeNode,
} from '../../types.ts'

const LIMITS = { u8: [0, 255], i8: [-128, 127], u4: [0, 15] } as const

function arbitraryInput(length: number): fc.Arbitrary<ModelInput> {
  return fc
    .record({
      packing: fc.constantFrom('u8', 'i8', 'u4' as const),
      ends: fc.array(
        fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
        {
          minLength: length,
          maxLength: length,
        },
      ),
      shape: fc.constantFrom('full', 'half', 'own'),
    })
    .map(({ packing, ends, shape }) => {
      const [least, most] = LIMITS[packing]
      const at = (share: number) => least + Math.floor(share * (most - least + 0.999))
      const own = ends.map(([a, b]) => [at(Math.min(a, b)), at(Math.max(a, b))])
      const pick = (end: 0 | 1, all: number) =>
        shape === 'own' ? own.map((pair) => pair[end]!) : ends.map(() => all)
      return {
        length,
        packing,
        min: pick(0, least),
        max: pick(1, shape === 'half' ? Math.floor(most / 2) : most),
        features: ends.map((_, i) => `x${i}`),
        scale: { num: 1, den: 1 },
      }
    })
}

const weights = (count: number, top: number): fc.Arbitrary<number[]> =>
  fc
    .record({ zeros: fc.integer({ min: 0, max: 9 }), top: fc.integer({ min: 1, max: top }) })
    .chain(({ zeros, top: t }) =>
      fc.array(
        fc
          .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: -t, max: t }))
          .map(([z, w]) => (z < zeros ? 0 : w)),
        { minLength: count, maxLength: count },
      ),
    )

function arbitraryRequantize(outputs: number): fc.Arbitrary<Requantize> {
  const whole = fc
    .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }))
    .map(([shift, bits]) => ({
      multiplier: makeTensor('i32', [1], [1]),
      shift: makeTensor('i32', [1], [shift]),
      zeroPoint: 0,
      min: 0,
      max: 2 ** bits - 1,
    }))
  const own = fc
    .record({
      multiplier: fc.array(fc.integer({ min: 1, max: 2 ** 31 - 1 }), {
        minLength: outputs,
        maxLength: outputs,
      }),
      shift: fc.array(fc.integer({ min: 30, max: 45 }), { minLength: outputs, maxLength: outputs }),
      zeroPoint: fc.integer({ min: -128, max: 127 }),
      ends: fc.tuple(fc.integer({ min: -128, max: 127 }), fc.integer({ min: -128, max: 255 })),
    })
    .map(({ multiplier, shift, zeroPoint, ends }) => ({
      multiplier: makeTensor('i32', [outputs], multiplier),
      shift: makeTensor('i32', [outputs], shift),
      zeroPoint,
      min: Math.min(...ends),
      max: Math.max(...ends),
    }))
  return fc.oneof(whole, own)
}

function arbitraryLinear(kind: 'dense' | 'conv', inputs: number, last: boolean): fc.Arbitrary<Layer> {
  if (kind === 'conv')
    return fc.integer({ min: 1, max: 4 }).chain((channels) =>
      fc
        .record({
          w: weights(channels * 9, 20),
          bias: fc.array(fc.integer({ min: -300, max: 300 }), { minLength: channels, maxLength: channels }),
          padding: fc.constantFrom<[number, number, number, number]>(
            [0, 0, 0, 0],
            [1, 1, 1, 1],
            [0, 1, 1, 0],
          ),
          stride: fc.constantFrom<[number, number]>([1, 1], [2, 1]),
          requantize: arbitraryRequantize(channels),
        })
        .map(({ w, bias, padding, stride, requantize }) => ({
          type: 'conv2d',
          input: [inputs / 5, 5, 1],
          weights: makeTensor('i8', [channels, 3, 3, 1], w),
          bias: makeTensor('i32', [channels], bias),
          stride,
          padding,
          activation: 'relu',
          requantize,
        })),
    )
  return fc.integer({ min: 1, max: 12 }).chain((outputs) =>
    fc
      .record({
        w: weights(outputs * inputs, 127),
        bias: fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: outputs, maxLength: outputs }),
        activation: fc.constantFrom('none' as const, 'relu' as const),
        requantize: arbitraryRequantize(outputs),
      })
      .map(({ w, bias, activation, requantize }) => ({
        type: 'dense',
        weights: makeTensor('i8', [outputs, inputs], w),
        bias: makeTensor('i32', [outputs], bias),
        activation: last ? 'none' : activation,
        ...(last ? {} : { requantize }),
      })),
  )
}

const arbitraryTable: fc.Arbitrary<Layer> = fc
  .record({
    dtype: fc.constantFrom('i8', 'u8', 'i16', 'i32' as const),
    values: fc.array(fc.integer({ min: 0, max: 127 }), { minLength: 1, maxLength: 20 }),
    offset: fc.integer({ min: -40, max: 40 }),
    shift: fc.integer({ min: 0, max: 4 }),
    interpolation: fc.constantFrom('nearest', 'linear' as const),
  })
  .map(({ dtype, values, ...rest }) => ({
    type: 'table',
    values: makeTensor(dtype, [values.length], dtype === 'u8' ? values : values.map((v) => v - 60)),
    ...rest,
  }))

/** Nets of a few small layers of all kinds. */
export const arbitraryNet: fc.Arbitrary<LayerModel> = fc
  .record({
    rows: fc.integer({ min: 3, max: 6 }),
    kinds: fc.constantFrom(
      ['dense'],
      ['dense', 'dense'],
      ['dense', 'dense', 'dense'],
      ['dense', 'table', 'dense'],
      ['dense', 'requantized'],
      ['dense', 'table'],
      ['conv', 'dense'],
      ['conv', 'pool', 'dense'],
      ['conv', 'conv1', 'dense'],
    ),
  })
  .chain(({ rows, kinds }) =>
    arbitraryInput(rows * 5).chain((input) => {
      const grow = (at: number, length: number, layers: Layer[]): fc.Arbitrary<Layer[]> => {
        const kind = kinds[at]
        if (kind === undefined) return fc.constant(layers)
        const then = (layer: Layer) => grow(at + 1, layerShape(layer, length).outputs, [...layers, layer])
        if (kind === 'table') return arbitraryTable.chain(then)
        if (kind === 'pool' || kind === 'conv1') {
          const before = layers.at(-1) as Extract<Layer, { type: 'conv2d' }>
          const channels = before.weights.shape[0]!
          const [, right, , left] = before.padding
          const width = 5 + left + right - 2
          const height = length / channels / width
          if (kind === 'pool')
            return then({
              type: 'maxpool2d',
              input: [height, width, channels],
              size: [1, 2],
              stride: [1, 2],
            })
          return fc.tuple(weights(2 * channels, 30), arbitraryRequantize(2)).chain(([w, requantize]) =>
            then({
              type: 'conv2d',
              input: [height, width, channels],
              weights: makeTensor('i8', [2, 1, 1, channels], w),
              bias: makeTensor('i32', [2], [5, -7]),
              stride: [1, 1],
              padding: [0, 0, 0, 0],
              activation: 'none',
              requantize,
            }),
          )
        }
        const last = at === kinds.length - 1 && kind === 'dense'
        const isLast = last || kinds[at + 1] === 'table'
        return arbitraryLinear(kind === 'conv' ? 'conv' : 'dense', length, isLast && kind === 'dense').chain(
          then,
        )
      }
      return grow(0, input.length, []).map((layers) => build(input, layers))
    }),
  )
  .filter((model): model is LayerModel => model !== undefined)

function build(input: ModelInput, layers: Layer[]): LayerModel | undefined {
  let length = input.length
  for (const layer of layers) length = layerShape(layer, length).outputs
  const sign = length === 1
  try {
    return makeModel({
      kind: layers.some((l) => l.type === 'conv2d')
        ? 'cnn'
        : layers.filter((l) => l.type === 'dense').length === 1
          ? 'linear'
          : 'mlp',
      name: 'random',
      input,
      layers,
      output: {
        labels: Array.from({ length: sign ? 2 : length }, (_, i) => `l${i}`),
        ...(sign ? { rule: 'sign' } : {}),
      },
      provenance: { made: 'random' },
    })
  } catch {
    // a shape or range that the format refuses
    return undefined
  }
}

/** Trees and sums of trees, 1 to 4 scores, up to depth 6. */
export const arbitraryTrees: fc.Arbitrary<Model> = fc
  .record({
    input: arbitraryInput(7),
    scores: fc.integer({ min: 1, max: 4 }),
    large: fc.boolean(),
    trees: fc.array(
      fc.record({
        depth: fc.integer({ min: 0, max: 6 }),
        numbers: fc.array(fc.integer({ min: 0, max: 2 ** 20 }), { minLength: 130, maxLength: 130 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(({ input, scores, large, trees }) => {
    const made = trees.map(({ depth, numbers }) => {
      const nodes: TreeNode[] = []
      const grow = (left: number): number => {
        const at = nodes.push({ scores: [] }) - 1
        const n = numbers[at]!
        if (left === 0 || n % 9 === 0)
          nodes[at] = {
            scores: Array.from({ length: scores }, (_, k) => ((n * (k + 3)) % (large ? 100_003 : 201)) - 100),
          }
        else
          nodes[at] = {
            feature: n % 7,
            threshold: (Math.floor(n / 7) % 300) - 20,
            left: grow(left - 1),
            right: grow(left - 1),
          }
        return at
      }
      grow(depth)
      return { nodes }
    })
    const labels = Array.from({ length: Math.max(2, scores) }, (_, i) => `l${i}`)
    return makeModel({
      kind: 'gbdt',
      name: 'random',
      input,
      trees: made,
      base: Array.from({ length: scores }, (_, k) => 7 * k - 11),
      output: { labels, ...(scores === 1 ? { rule: 'sign' as const } : {}) },
      provenance: { made: 'random' },
    }) as EnsembleModel
  })

/** Rows within a model's range: its ends first, then between them. */
export function rowsOf(model: Model, count: number, seed: number): number[][] {
  let state = seed | 1
  const random = () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9
    return (state >>> 0) / 2 ** 32
  }
  const { min, max } = model.input
  const rows = [min, max]
  for (let k = 2; k < count; k++)
    rows.push(
      min.map((lo, i) =>
        k % 3 === 0 ? (random() < 0.5 ? lo : max[i]!) : lo + Math.floor(random() * (max[i]! - lo + 1)),
      ),
    )
  return rows
}
