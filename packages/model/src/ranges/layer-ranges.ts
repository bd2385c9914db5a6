import { maxPool } from '../reference/maxpool2d.ts'
import { requantizeAll } from '../reference/requantize-all.ts'
import type { Layer, Model } from '../types.ts'
import { checkSums } from './check-sums.ts'
import { convRange, denseRange } from './linear-range.ts'
import { tableRange } from './table-range.ts'
import { treeRange } from './tree-range.ts'
import type { LayerRange, Range } from './types.ts'

const known = new WeakMap<Model, LayerRange[]>()

/**
 * What each layer's numbers can be, from the real weights and the input's range. For a tree or an ensemble one entry
 * a tree, over the leaves that some input reaches. Computed once for each model object.
 *
 * @throws OverflowError at the first layer where a partial sum, in some order of adding, could leave int32.
 */
export function layerRanges(model: Model): LayerRange[] {
  const before = known.get(model)
  if (before) return before
  let range: Range = { min: Float64Array.from(model.input.min), max: Float64Array.from(model.input.max) }
  let results: LayerRange[]
  if ('trees' in model)
    results = model.trees.map((tree, i) => ({
      name: `trees[${i}]`,
      input: range,
      output: treeRange(tree, model.input),
    }))
  else {
    results = []
    for (const [i, layer] of model.layers.entries()) {
      const result = layerRange(layer, `layers[${i}] ${layer.type}`, range)
      results.push(result)
      range = result.output
    }
  }
  known.set(model, results)
  return results
}

/** The range of one layer fed by values within `input`. Throws OverflowError. */
export function layerRange(layer: Layer, name: string, input: Range): LayerRange {
  if (layer.type === 'table') return { name, input, output: tableRange(layer, input) }
  if (layer.type === 'maxpool2d')
    return {
      name,
      input,
      output: {
        min: Float64Array.from(maxPool(layer, input.min)),
        max: Float64Array.from(maxPool(layer, input.max)),
      },
    }
  const { acc, partial } = layer.type === 'dense' ? denseRange(layer, input) : convRange(layer, input)
  const channels = layer.weights.shape[0]!
  checkSums(name, channels, partial)
  // ReLU and requantization never decrease, because the multiplier is positive: the ends map to the ends.
  const through = (end: Float64Array) =>
    Float64Array.from(requantizeAll(Int32Array.from(end), channels, layer.activation, layer.requantize))
  return { name, input, acc, partial, output: { min: through(acc.min), max: through(acc.max) } }
}
