import { concat, ones, type Tensor, tensor2d, type Variable, variable, zeros } from '@tensorflow/tfjs-core'
import { rng } from '../../rng.ts'
import type { SparseSettings } from './settings.ts'

/**
 * What training moves. Layer-1 weights [inputs, hidden] are in units of the integers they become; their bias
 * in units of 2^shift. Layer-2 weights [positions x hidden, outputs] have the range of layer 1, so that one rate serves both, and
 * their bias is in units of weightMax[1].
 */
export interface SparseParameters {
  w1: Variable
  b1: Variable
  w2: Variable
  b2: Variable
  /** 1 where a weight is kept; the shapes of w1 and w2. */
  mask1: Tensor
  mask2: Tensor
}

/** Seeded normal weights, zero biases; only the weights of the first output are dropped. */
export function startParameters(inputs: number, outputs: number, settings: SparseSettings): SparseParameters {
  const { hidden, positions = 1 } = settings
  const features = hidden * positions
  const max = settings.weightMax[0]
  const random = rng(settings.seed)
  const normal = (rows: number, columns: number, spread: number) =>
    variable(
      tensor2d(
        Float32Array.from({ length: rows * columns }, () => spread * gauss(random)),
        [rows, columns],
      ),
    )
  return {
    w1: normal(inputs, hidden, max / 7),
    b1: variable(zeros([hidden])),
    w2: normal(features, outputs, max / 8),
    b2: variable(zeros([outputs])),
    mask1: ones([inputs, hidden]),
    // scores may all move by one amount, so the first output needs no weights
    mask2: concat([zeros([features, 1]), ones([features, outputs - 1])], 1),
  }
}

/** The four variables, in the order of their gradients. */
export function variablesOf({ w1, b1, w2, b2 }: SparseParameters): Variable[] {
  return [w1, b1, w2, b2]
}

/** Box and Muller, 1958. */
function gauss(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
