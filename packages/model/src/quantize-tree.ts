import { type FloatTree, isSplit, type Ratio, type Tree } from './types.ts'

/**
 * Moves a float threshold to the quantized scale so that no data value changes sides.
 *
 * A data value x becomes the integer q = x * num / den. `x <= t` is `q <= t * num / den`, and because q is an
 * integer that is `q <= floor(t * num / den)`. Rounding to nearest would send some values the other way.
 */
export function quantizeThreshold(threshold: number, scale: Ratio): number {
  return Math.floor((threshold * scale.num) / scale.den)
}

/** The same tree with integer thresholds; `x <= t` still goes left. */
export function quantizeTree(tree: FloatTree, scale: Ratio): Tree {
  return {
    nodes: tree.nodes.map((node) =>
      isSplit(node)
        ? { ...node, threshold: quantizeThreshold(node.threshold, scale) }
        : { scores: [...node.scores] },
    ),
  }
}
