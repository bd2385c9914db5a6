import { walkTree } from '../predict-tree.ts'
import type { Layer, Model } from '../types.ts'
import { checkValues } from './check-values.ts'
import { convSums } from './conv2d.ts'
import { denseSums } from './dense.ts'
import { maxPool } from './maxpool2d.ts'
import { requantizeAll } from './requantize-all.ts'
import { applyTable } from './table.ts'

/** What one layer, or one tree, gives. */
export interface LayerResult {
  /** `layers[0] dense`, `trees[3]`. */
  name: string
  /** int32 sums before activation and requantization; only dense and conv2d have them. */
  acc?: Int32Array
  /** Values handed to the next layer; for a tree the scores of the leaf it reached. */
  output: Int32Array
}

/**
 * Every layer's result for one input: to find the first layer where another implementation differs.
 * The last layer's output is the scores; for an ensemble the scores are its base plus all trees' outputs.
 *
 * @throws WrongLengthError, OutOfRangeError.
 */
export function predictLayers(model: Model, input: ArrayLike<number>): LayerResult[] {
  checkValues(model.input, input)
  if ('trees' in model)
    return model.trees.map((tree, i) => ({
      name: `trees[${i}]`,
      output: Int32Array.from(walkTree(tree, input)),
    }))
  const results: LayerResult[] = []
  let values: ArrayLike<number> = input
  for (const [i, layer] of model.layers.entries()) {
    const result = runLayer(layer, values)
    results.push({ name: `layers[${i}] ${layer.type}`, ...result })
    values = result.output
  }
  return results
}

/** One layer on the values of the layer before. Values are not checked. */
export function runLayer(layer: Layer, x: ArrayLike<number>): { acc?: Int32Array; output: Int32Array } {
  if (layer.type === 'table') return { output: applyTable(layer, x) }
  if (layer.type === 'maxpool2d') return { output: maxPool(layer, x) }
  const acc = layer.type === 'dense' ? denseSums(layer, x) : convSums(layer, x)
  const output = requantizeAll(acc, layer.weights.shape[0]!, layer.activation, layer.requantize)
  return { acc, output }
}
