import type { Steps } from './contexts.ts'
import { type FoldedNames, weightsOf } from './fold-names.ts'

/** How well the integer weights foretell steps of names: nats a symbol, and the share where the largest is right. */
export function judgeNames(net: FoldedNames, steps: Steps): { nats: number; accuracy: number } {
  let nats = 0
  let right = 0
  for (const [i, next] of steps.next.entries()) {
    const weights = weightsOf(net, steps.contexts.subarray(3 * i, 3 * i + 3))
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    nats -= Math.log(weights[next]! / total)
    if (weights.indexOf(Math.max(...weights)) === next) right++
  }
  return { nats: nats / steps.next.length, accuracy: right / steps.next.length }
}
