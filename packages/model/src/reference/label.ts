import { argmax } from '../argmax.ts'
import type { ModelOutput } from '../types.ts'

/** Index of the label the scores stand for. `argmax`: lowest index wins a tie. `sign`: 1 when the score is above 0. */
export function labelOf(output: ModelOutput, scores: ArrayLike<number>): number {
  return output.rule === 'sign' ? Number(scores[0]! > 0) : argmax(scores)
}
