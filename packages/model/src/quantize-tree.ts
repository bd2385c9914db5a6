import { type FloatTree, isSplit, type Ratio, type Tree } from './types.ts'

/**
 * Moves a float threshold to the quantized scale so that no data value changes sides.
 *
 * A data value x becomes the integer q = x * num / den. `x <= t` is `q <= t * num / den`, and because q is an
 * integer that is `q <= floor(t * num / den)`. Rounding to nearest would send some values the other way. For data
 * that are rounded to integers it is the split nearest to t.
 */
export function quantizeThreshold(threshold: number, scale: Ratio): number {
  return Math.floor((threshold * scale.num) / scale.den)
}

/**
 * The same tree with integer thresholds; `x <= t` still goes left.
 *
 * @param scale one for all features, or one each; `zeroPoint` likewise one each, all 0 when left out.
 */
export function quantizeTree(tree: FloatTree, scale: Ratio | Ratio[], zeroPoint?: number[]): Tree {
  const quantize = (feature: number, threshold: number) =>
    quantizeThreshold(threshold, Array.isArray(scale) ? scale[feature]! : scale) + (zeroPoint?.[feature] ?? 0)
  return {
    nodes: tree.nodes.map((node) =>
      isSplit(node)
        ? { ...node, threshold: quantize(node.feature, node.threshold) }
        : { scores: [...node.scores] },
    ),
  }
}
