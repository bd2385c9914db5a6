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
 * A net without a task for the calculator's table: one hidden layer with ReLU and a pure shift, ten labels, weights
 * with the bell shape that training gives. The same arguments give the same net.
 */
export function calculatorNet(inputs: number, hidden: number, variant: Variant): Model {
  const { inputMax, weightMax, keep } = VARIANTS[variant]
  const random = rng(inputs * 10_000 + hidden + Object.keys(VARIANTS).indexOf(variant) * 7)
  const weight = () => {
    const sum = random() + random() + random() + random() - 2
    return Math.max(-weightMax, Math.min(weightMax, Math.round(sum * weightMax * 0.41)))
  }
  const first = new Array<number>(hidden * inputs).fill(0)
  for (let i = 0; i < inputs; i++)
    for (let from = 0; from < hidden; from += BLOCK) {
      if (random() >= keep) continue
      for (let o = from; o < Math.min(hidden, from + BLOCK); o++) first[o * inputs + i] = weight()
    }
  // About two deviations of a sum fill an activation. A weight's deviation is 0.24 of its largest, an input's 0.58.
  const deviation = 0.24 * weightMax * 0.58 * inputMax * Math.sqrt(inputs * keep)
  const shift = Math.max(1, Math.round(Math.log2((2 * deviation) / inputMax)))
  const all = (value: number) => new Array<number>(inputs).fill(value)
  return makeModel({
    kind: 'mlp',
    name: `calculator-${inputs}-${hidden}-${CALCULATOR_OUTPUTS}-${variant}`,
    input: {
      length: inputs,
      packing: inputMax > 15 ? 'u8' : 'u4',
      min: all(0),
      max: all(inputMax),
      features: Array.from({ length: inputs }, (_, i) => `x${i}`),
      scale: { num: 1, den: 1 },
    },
    layers: [
      {
        type: 'dense',
        weights: makeTensor('i8', [hidden, inputs], first),
        bias: makeTensor('i32', [hidden], new Array<number>(hidden).fill(0)),
        activation: 'relu',
        requantize: {
          multiplier: makeTensor('i32', [1], [1]),
          shift: makeTensor('u8', [1], [shift]),
          zeroPoint: 0,
          min: 0,
          max: inputMax,
        },
      },
      {
        type: 'dense',
        weights: makeTensor(
          'i8',
          [CALCULATOR_OUTPUTS, hidden],
          Array.from({ length: CALCULATOR_OUTPUTS * hidden }, weight),
        ),
        bias: makeTensor('i32', [CALCULATOR_OUTPUTS], new Array<number>(CALCULATOR_OUTPUTS).fill(0)),
        activation: 'none',
      },
    ],
    output: { labels: Array.from({ length: CALCULATOR_OUTPUTS }, (_, i) => String(i)) },
    provenance: { made: 'for the cost calculator; random weights' },
  })
}
