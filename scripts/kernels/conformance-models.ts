import { type LayerModel, type Model, makeModel, makeTensor } from '../../packages/model/src/index.ts'
import {
  anInput,
  picker,
  randomCnn,
  randomDense,
  randomEnsemble,
  randomMlp,
  randomTree,
} from '../../packages/model/test/random-model.ts'

/**
 * Seeded random models of every kind, layer and packing: what the trained models may not use (padding, strides, tables,
 * left shifts, an odd number of 4-bit values) is in one of these.
 */
export function conformanceModels(): Model[] {
  return [
    randomMlp(1, [7, 5, 3]),
    randomMlp(2, [16, 24, 9, 4]),
    shiftMlp(),
    linearWithTable(),
    ...[3, 4, 5, 6].map(randomCnn),
    randomEnsemble(7, 'forest', 9),
    randomEnsemble(8, 'gbdt', 20),
    tree(),
  ]
}

/** One shift for the layer, as in the nets that are made together with their kernel. */
function shiftMlp(): LayerModel {
  const pick = picker(21)
  const hidden = randomDense(pick, 11, 8, false)
  return makeModel({
    kind: 'mlp',
    name: 'random-shift',
    input: anInput(11, 'u4', 0, 15),
    layers: [
      {
        ...hidden,
        activation: 'relu',
        requantize: {
          multiplier: makeTensor('i32', [1], [1]),
          shift: makeTensor('u8', [1], [9]),
          zeroPoint: 0,
          min: 0,
          max: 15,
        },
      },
      randomDense(pick, 8, 3, true),
    ],
    output: { labels: ['a', 'b', 'c'] },
    provenance: { seed: 21 },
  })
}

/** One score, a table behind it, the sign as the label. */
function linearWithTable(): LayerModel {
  const pick = picker(22)
  const values = Array.from({ length: 9 }, () => pick(-30_000, 30_000))
  return makeModel({
    kind: 'linear',
    name: 'random-linear',
    input: anInput(12, 'u8', 0, 255),
    layers: [
      { ...randomDense(pick, 12, 1, false), activation: 'none' },
      {
        type: 'table',
        values: makeTensor('i16', [9], values),
        offset: -128,
        shift: 5,
        interpolation: 'linear',
      },
    ],
    output: { labels: ['no', 'yes'], rule: 'sign' },
    provenance: { seed: 22 },
  })
}

function tree(): Model {
  const pick = picker(23)
  const leaf = () => [pick(-99, 99), pick(-99, 99)]
  return makeModel({
    kind: 'tree',
    name: 'random-tree',
    input: { ...anInput(5, 'i8', -128, 127), scale: { num: 1, den: 1 } },
    trees: [randomTree(pick, 5, 6, leaf)],
    output: { labels: ['a', 'b'] },
    provenance: { seed: 23 },
  })
}
