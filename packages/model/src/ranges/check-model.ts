import type { Model } from '../types.ts'
import { checkSums } from './check-sums.ts'
import { layerRanges } from './layer-ranges.ts'
import type { Range } from './types.ts'

/**
 * Proves that no sum of the model can overflow int32, whatever the input within its range and the order of adding.
 * `loadModel` and `makeModel` call it; after them it is known to hold.
 *
 * @throws OverflowError with layer, channel, the sum that is reached, and the remedy.
 */
export function checkModel(model: Model): void {
  scoreRange(model)
}

/**
 * Smallest and largest of each score. For trees and nets a bound, because one input can't reach every extreme at once.
 *
 * @throws OverflowError, as `checkModel` does.
 */
export function scoreRange(model: Model): Range {
  const ranges = layerRanges(model)
  if (!('trees' in model) || model.kind === 'tree') return ranges.at(-1)!.output
  const sum = { min: Float64Array.from(model.base), max: Float64Array.from(model.base) }
  const partial = { min: sum.min.map((n) => Math.min(n, 0)), max: sum.max.map((n) => Math.max(n, 0)) }
  for (const { output } of ranges)
    for (let i = 0; i < sum.min.length; i++) {
      sum.min[i]! += output.min[i]!
      sum.max[i]! += output.max[i]!
      partial.min[i]! += Math.min(output.min[i]!, 0)
      partial.max[i]! += Math.max(output.max[i]!, 0)
    }
  checkSums(
    'trees',
    sum.min.length,
    partial,
    'Quantize the leaves with a smaller scale, or train fewer trees.',
  )
  return sum
}
