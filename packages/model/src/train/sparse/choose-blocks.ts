import { concat, dispose, tensor2d, tidy, transpose, zeros } from '@tensorflow/tfjs-core'
import { blockMask } from './block-mask.ts'
import { blockCounts, type SparseSettings } from './settings.ts'
import type { SparseParameters } from './sparse-parameters.ts'

/**
 * Chooses the blocks that stay, by norm. `progress` from 0 to 1: the number of dropped blocks grows as
 * 1 - (1 - progress)^3, fast at first, when there is much to drop (Zhu and Gupta 2017).
 *
 * @param importance one factor an input, see `inputImportance`.
 */
export function chooseBlocks(
  p: SparseParameters,
  settings: SparseSettings,
  importance: Float32Array,
  progress: number,
): void {
  const { hidden, group, positions = 1 } = settings
  const features = hidden * positions
  const inputs = importance.length
  const outputs = p.b2.size
  const share = (1 - Math.min(1, progress)) ** 3
  const [keep1, keep2] = blockCounts(inputs, outputs, settings).map((all, layer) => {
    const kept = settings.blocks[layer]!
    return Math.round(kept + share * (all - kept))
  }) as [number, number]
  const mask1 = blockMask(p.w1.dataSync(), importance, hidden, group, keep1)
  // by output, without the first, which has no weights
  const byOutput = tidy(() => transpose(p.w2).dataSync()).slice(features)
  const mask2 = blockMask(byOutput, new Float32Array(outputs - 1).fill(1), features, group, keep2)
  dispose([p.mask1, p.mask2])
  p.mask1 = tensor2d(mask1, [inputs, hidden])
  p.mask2 = tidy(() => transpose(concat([zeros([1, features]), tensor2d(mask2, [outputs - 1, features])])))
}

/** How much a weight of each input counts: the root of the input's root mean square, so that dark pixels go first. */
export function inputImportance(x: Float32Array, inputs: number): Float32Array {
  const sums = new Float64Array(inputs)
  for (let k = 0; k < x.length; k++) sums[k % inputs]! += x[k]! * x[k]!
  return Float32Array.from(sums, (sum) => Math.max(0.7, (sum / (x.length / inputs)) ** 0.25))
}
