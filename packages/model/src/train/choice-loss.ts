import { add, logSumExp, mean, mul, type Scalar, sub, type Tensor2D } from '@tensorflow/tfjs-core'

/**
 * Loss when any of several answers is right: minus the log of the softmax probability of all of them together.
 * `targets` is 1 at each right answer, else 0. The net is free to choose one of them, which cross entropy with equal
 * shares would punish.
 */
export function choiceLoss(logits: Tensor2D, targets: Tensor2D): Scalar {
  const wrongAway = add(logits, mul(sub(targets, 1), 1e4)) as Tensor2D
  return mean(sub(logSumExp(logits, 1), logSumExp(wrongAway, 1))) as Scalar
}
