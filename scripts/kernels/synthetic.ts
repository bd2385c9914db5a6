import { type LayerModel, makeModel, makeTensor, rng } from '../../packages/model/src/index.ts'

/** A net of the digits' shape with seeded random weights: for tests of the generator. */
export function syntheticModel(inputs: number, hidden: number, outputs: number, seed = 1): LayerModel {
  const random = rng(seed)
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1))
  const many = (n: number, low: number, high: number) => Array.from({ length: n }, () => between(low, high))
  return makeModel({
    kind: 'mlp',
    name: `synthetic-${inputs}-${hidden}-${outputs}`,
    input: {
      length: inputs,
      packing: 'u8',
      min: many(inputs, 0, 0),
      max: many(inputs, 16, 16),
      features: Array.from({ length: inputs }, (_, i) => `x${i}`),
      scale: { num: 1, den: 1 },
    },
    layers: [
      {
        type: 'dense',
        weights: makeTensor('i8', [hidden, inputs], many(hidden * inputs, -127, 127)),
        bias: makeTensor('i32', [hidden], many(hidden, -2000, 2000)),
        activation: 'relu',
        requantize: {
          multiplier: makeTensor('i32', [hidden], many(hidden, 2 ** 30, 2 ** 31 - 1)),
          shift: makeTensor('u8', [hidden], many(hidden, 37, 38)),
          zeroPoint: 0,
          min: 0,
          max: 127,
        },
      },
      {
        type: 'dense',
        weights: makeTensor('i8', [outputs, hidden], many(outputs * hidden, -127, 127)),
        bias: makeTensor('i32', [outputs], many(outputs, -2000, 2000)),
        activation: 'none',
      },
    ],
    output: { labels: Array.from({ length: outputs }, (_, i) => String(i)) },
    provenance: { data: 'seeded random weights', seed },
  })
}
