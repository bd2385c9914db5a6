import { type Model, makeModel, makeTensor, rng } from '../../packages/model/src/index.ts'

/** Kinds of net that the cost calculator knows, by how their weights are kept. */
export const VARIANTS = {
  int8: { words: '8-bit input, 8-bit weights', inputMax: 255, weightMax: 127, keep: 1 },
  int4: { words: '4-bit input, 4-bit weights', inputMax: 15, weightMax: 7, keep: 1 },
  sparse: {
    words: '4-bit input, 4-bit weights, pruned in blocks',
    inputMax: 15,
    weightMax: 7,
    /** Share of the first layer's blocks (one input by five neurons) that are kept. */
    keep: 0.15,
  },
} as const

export type Variant = keyof typeof VARIANTS

export const CALCULATOR_OUTPUTS = 10
const BLOCK = 5

/**
 * A net without a task for the calculator's tables: hidden layers with ReLU and a pure shift, weights with the bell
 * shape that training gives. The same arguments give the same net.
 *
 * @param hidden units of the hidden layer, or of each of several
 */
export function calculatorNet(
  inputs: number,
  hidden: number | readonly number[],
  variant: Variant,
  labels: number = CALCULATOR_OUTPUTS,
): Model {
  const { inputMax, weightMax, keep } = VARIANTS[variant]
  const sizes = typeof hidden === 'number' ? [hidden] : hidden
  const random = rng(inputs * 10_000 + sizes[0]! + Object.keys(VARIANTS).indexOf(variant) * 7)
  const weight = () => {
    const sum = random() + random() + random() + random() - 2
    return Math.max(-weightMax, Math.min(weightMax, Math.round(sum * weightMax * 0.41)))
  }
  const layers = sizes.map((units, at) => {
    const from = at === 0 ? inputs : sizes[at - 1]!
    const weights = new Array<number>(units * from).fill(0)
    for (let i = 0; i < from; i++)
      for (let first = 0; first < units; first += BLOCK) {
        if (random() >= keep) continue
        for (let o = first; o < Math.min(units, first + BLOCK); o++) weights[o * from + i] = weight()
      }
    // About two deviations of a sum fill an activation. A weight's deviation is 0.24 of its largest, an input's 0.58.
    const deviation = 0.24 * weightMax * 0.58 * inputMax * Math.sqrt(from * keep)
    const shift = Math.max(1, Math.round(Math.log2((2 * deviation) / inputMax)))
    return {
      type: 'dense' as const,
      weights: makeTensor('i8', [units, from], weights),
      bias: makeTensor('i32', [units], new Array<number>(units).fill(0)),
      activation: 'relu' as const,
      requantize: {
        multiplier: makeTensor('i32', [1], [1]),
        shift: makeTensor('u8', [1], [shift]),
        zeroPoint: 0,
        min: 0,
        max: inputMax,
      },
    }
  })
  const all = (value: number) => new Array<number>(inputs).fill(value)
  const last = sizes.at(-1)!
  return makeModel({
    kind: 'mlp',
    name: `calculator-${[inputs, ...sizes, labels].join('-')}-${variant}`,
    input: {
      length: inputs,
      packing: inputMax > 15 ? 'u8' : 'u4',
      min: all(0),
      max: all(inputMax),
      features: Array.from({ length: inputs }, (_, i) => `x${i}`),
      scale: { num: 1, den: 1 },
    },
    layers: [
      ...layers,
      {
        type: 'dense',
        weights: makeTensor('i8', [labels, last], Array.from({ length: labels * last }, weight)),
        bias: makeTensor('i32', [labels], new Array<number>(labels).fill(0)),
        activation: 'none',
      },
    ],
    output: { labels: Array.from({ length: labels }, (_, i) => String(i)) },
    provenance: { made: 'for the cost calculator; random weights' },
  })
}

/** Features of the calculator's trees, one byte each. */
export const FOREST_FEATURES = 16

/** Trees without a task: all leaves at the same depth, questions and scores at random, two labels. */
export function calculatorForest(trees: number, depth: number): Model {
  const random = rng(trees * 100 + depth)
  const below = (most: number) => Math.floor(random() * most)
  const inner = 2 ** depth - 1
  const tree = () => ({
    nodes: Array.from({ length: 2 * inner + 1 }, (_, at) =>
      at < inner
        ? { feature: below(FOREST_FEATURES), threshold: 1 + below(253), left: 2 * at + 1, right: 2 * at + 2 }
        : { scores: [below(64), below(64)] },
    ),
  })
  const all = (value: number) => new Array<number>(FOREST_FEATURES).fill(value)
  return makeModel({
    kind: 'forest',
    name: `calculator-${trees}x${depth}`,
    input: {
      length: FOREST_FEATURES,
      packing: 'u8',
      min: all(0),
      max: all(255),
      features: Array.from({ length: FOREST_FEATURES }, (_, i) => `x${i}`),
      scale: { num: 1, den: 1 },
    },
    trees: Array.from({ length: trees }, tree),
    base: [0, 0],
    output: { labels: ['0', '1'] },
    provenance: { made: 'for the cost calculator; random trees' },
  })
}
