import { makeModel } from './format/make-model.ts'
import { makeTreeModel } from './make-tree-model.ts'
import { makeTensor } from './tensor/tensor.ts'
import type { LayerModel, TreeModel } from './types.ts'

/**
 * A tree small enough to check by hand, for tests: two features from 0 to 2.
 *
 *     x0 <= 0 ?  yes: [9, 1]   no: x1 <= 1 ?  yes: [2, 2]   no: [0, 7]
 */
export function handTree(): TreeModel {
  return makeTreeModel({
    name: 'hand',
    input: {
      length: 2,
      packing: 'u8',
      min: [0, 0],
      max: [2, 2],
      features: ['a', 'b'],
      scale: { num: 2, den: 1 },
    },
    tree: {
      nodes: [
        { feature: 0, threshold: 0, left: 1, right: 2 },
        { scores: [9, 1] },
        { feature: 1, threshold: 1, left: 3, right: 4 },
        { scores: [2, 2] },
        { scores: [0, 7] },
      ],
    },
    labels: ['safe', 'phishing'],
    provenance: { data: 'by hand', rows: 21 },
  })
}

/** A net small enough to check by hand: two inputs of a byte, two hidden values, two scores. */
export function handMlp(): LayerModel {
  return makeModel({
    kind: 'mlp',
    name: 'hand-mlp',
    input: {
      length: 2,
      packing: 'u8',
      min: [0, 0],
      max: [255, 255],
      features: ['a', 'b'],
      scale: [
        { num: 2, den: 1 },
        { num: 1, den: 2 },
      ],
      zeroPoint: [0, 3],
    },
    layers: [
      {
        type: 'dense',
        weights: makeTensor('i8', [2, 2], [1, 2, -1, 3]),
        bias: makeTensor('i32', [2], [-4, 2]),
        activation: 'relu',
        requantize: {
          multiplier: makeTensor('i32', [1], [3]),
          shift: makeTensor('u8', [1], [1]),
          zeroPoint: 0,
          min: 0,
          max: 127,
        },
      },
      {
        type: 'dense',
        weights: makeTensor('i8', [2, 2], [1, -1, 0, 2]),
        bias: makeTensor('i32', [2], [0, 5]),
        activation: 'none',
      },
    ],
    output: { labels: ['left', 'right'] },
    provenance: { data: 'by hand' },
  })
}

/** A convolution and a pool small enough to check by hand: 3 x 3 values, four scores. */
export function handCnn(): LayerModel {
  return makeModel({
    kind: 'cnn',
    name: 'hand-cnn',
    input: {
      length: 9,
      packing: 'u4',
      min: new Array(9).fill(0),
      max: new Array(9).fill(15),
      features: Array.from({ length: 9 }, (_, i) => `pixel ${i}`),
      scale: { num: 1, den: 1 },
    },
    layers: [
      {
        type: 'conv2d',
        input: [3, 3, 1],
        weights: makeTensor('i8', [1, 2, 2, 1], [1, 1, 1, 1]),
        bias: makeTensor('i32', [1], [0]),
        stride: [1, 1],
        padding: [0, 0, 1, 0],
        activation: 'none',
        requantize: {
          multiplier: makeTensor('i32', [1], [2]),
          shift: makeTensor('u8', [1], [1]),
          zeroPoint: 0,
          min: -128,
          max: 127,
        },
      },
      { type: 'maxpool2d', input: [3, 2, 1], size: [2, 1], stride: [1, 1] },
    ],
    output: { labels: ['a', 'b', 'c', 'd'] },
    provenance: { data: 'by hand' },
  })
}
