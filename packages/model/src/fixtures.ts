import { makeTreeModel } from './make-tree-model.ts'
import type { TreeModel } from './types.ts'

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
