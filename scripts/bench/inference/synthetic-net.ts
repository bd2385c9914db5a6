import { type Model, makeModel, makeTensor, rng } from '../../../packages/model/src/index.ts'

/**
 * A net without a task, for scaling: 8-bit input, int8 weights with the bell shape that training gives, one hidden
 * layer with a pure shift, 10 labels. The same shape gives the same net.
 */
export function syntheticNet(inputs: number, hidden: number): Model {
  const random = rng(inputs * 10_000 + hidden)
  const bell = (count: number) =>
    Array.from({ length: count }, () => {
      const sum = random() + random() + random() + random() - 2
      return Math.max(-127, Math.min(127, Math.round(sum * 52)))
    })
  const zeros = (count: number) => new Array<number>(count).fill(0)
  // About two deviations of a sum fill the 8 bits of an activation.
  const shift = Math.max(1, Math.round(Math.log2((30 * 148 * Math.sqrt(inputs) * 2) / 255)))
  return makeModel({
    kind: 'mlp',
    name: `scaling-${inputs}-${hidden}-10`,
    input: {
      length: inputs,
      packing: 'u8',
      min: zeros(inputs),
      max: zeros(inputs).map(() => 255),
      features: Array.from({ length: inputs }, (_, i) => `x${i}`),
      scale: { num: 1, den: 1 },
    },
    layers: [
      {
        type: 'dense',
        weights: makeTensor('i8', [hidden, inputs], bell(hidden * inputs)),
        bias: makeTensor('i32', [hidden], zeros(hidden)),
        activation: 'relu',
        requantize: {
          multiplier: makeTensor('i32', [1], [1]),
          shift: makeTensor('u8', [1], [shift]),
          zeroPoint: 0,
          min: 0,
          max: 255,
        },
      },
      {
        type: 'dense',
        weights: makeTensor('i8', [10, hidden], bell(10 * hidden)),
        bias: makeTensor('i32', [10], zeros(10)),
        activation: 'none',
      },
    ],
    output: { labels: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] },
    provenance: { made: 'for the bench; random weights' },
  })
}
