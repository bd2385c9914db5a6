import {
  add,
  cast,
  clipByValue,
  div,
  floor,
  greater,
  less,
  logicalAnd,
  matMul,
  minimum,
  mul,
  neg,
  relu,
  reshape,
  round,
  softmax,
  sub,
  sum,
  type Tensor,
  type Tensor2D,
  transpose,
} from '@tensorflow/tfjs-core'
import type { SparseSettings } from './settings.ts'
import type { SparseParameters } from './sparse-parameters.ts'

/** What is left of a dropped weight after a step, so that only blocks with a steady gradient come back. */
const droppedDecay = 0.999

/** Gradients of a batch, and the factor that makes each hidden neuron fit its lane. Call inside `tidy`. */
export interface StepResult {
  /** Of w1, b1, w2, b2. Adam takes their scale out, so constant factors are left out. */
  gradients: Tensor[]
  fit: Tensor
}

/**
 * Forward through the integer net, backward straight through its rounding. Dropped weights get gradients too.
 *
 * The gradients are written out: tfjs differentiates a product through transposed operands, which its wasm backend
 * computes ten times slower, and needs a pass more for the masks.
 *
 * @param x [batch x positions, inputs].
 */
export function sparseStep(
  p: SparseParameters,
  settings: SparseSettings,
  x: Tensor2D,
  target: Tensor2D,
): StepResult {
  const { hidden, positions = 1, hiddenMax, shift } = settings
  const [max1, max2] = settings.weightMax
  const unit = 2 ** shift
  const masked = mul(p.w1, p.mask1)
  const fit = laneFit(masked, mul(p.b1, unit), settings)
  const q1 = round(mul(masked, fit)) as Tensor2D
  const q2 = round(mul(mul(p.w2, p.mask2), max2 / max1)) as Tensor2D
  const before = add(div(matMul(x, q1), unit), p.b1)
  const places = before.shape[0]!
  const h = reshape(clipByValue(floor(add(before, 0.5)), 0, hiddenMax), [
    places / positions,
    positions * hidden,
  ]) as Tensor2D
  const scores = add(matMul(h, q2), mul(p.b2, max2))
  const error = sub(softmax(mul(scores, 1 / (8 * max2))), target) as Tensor2D
  const inside = logicalAnd(greater(before, -0.5), less(before, hiddenMax + 0.5))
  const toHidden = reshape(matMul(error, transpose(q2)), [places, hidden])
  const back = mul(toHidden, cast(inside, 'float32')) as Tensor2D
  const gradients = [
    mul(matMul(transpose(x), back), fit),
    sum(back, 0),
    matMul(transpose(h), error),
    sum(error, 0),
  ]
  return { gradients, fit }
}

/** For each hidden neuron the factor, at most 1, that brings its worst case over all inputs into its lane. */
function laneFit(weights: Tensor, bias: Tensor, { laneBits, shift, inputMax }: SparseSettings): Tensor {
  const room = 2 ** (laneBits - 1) - 1
  const above = div(sub(room - 2 ** shift / 2, bias), add(sum(relu(weights), 0), 1e-6))
  const below = div(add(room, bias), add(sum(relu(neg(weights)), 0), 1e-6))
  return minimum(minimum(div(above, inputMax), div(below, inputMax)), 1)
}

/** After a step: weights shrink into their lanes and ranges, dropped ones fade, and biases stay small. */
export function projectParameters(p: SparseParameters, settings: SparseSettings, fit: Tensor): void {
  const max = settings.weightMax[0]
  const limit = (2 ** (settings.laneBits - 1) - 1) / (4 * 2 ** settings.shift)
  const fade = add(mul(p.mask1, 1 - droppedDecay), droppedDecay)
  p.w1.assign(clipByValue(mul(mul(p.w1, fit), fade), -max, max))
  p.b1.assign(clipByValue(p.b1, -limit, limit))
  p.w2.assign(clipByValue(p.w2, -max, max))
}
