import type { CircuitBuilder } from '../circuit/builder.ts'
import { addScaled, constant, type Linear, subtract } from '../circuit/linear.ts'
import { CircuitError } from '../errors.ts'
import { choose, lessThan } from './compare.ts'

/**
 * Index of the highest score; the lowest index wins a tie, as in the contract.
 *
 * @param differenceBits any two scores differ by less than 2^differenceBits.
 */
export function argmax(builder: CircuitBuilder, scores: readonly Linear[], differenceBits: number): Linear {
  if (scores.length === 0) throw new CircuitError('argmax of no scores.')
  let best = scores[0]!
  let index = constant(0)
  for (let i = 1; i < scores.length; i++) {
    builder.within(`argmax, score ${i}`, () => {
      // Only a higher score takes over: an equal one leaves the lower index.
      const higher = lessThan(builder, best, scores[i]!, differenceBits, 'higher than the best so far')
      index = addScaled(index, builder.multiply(higher, subtract(constant(i), index), 'index'), 1n)
      if (i + 1 < scores.length) best = choose(builder, higher, scores[i]!, best, 'best')
    })
  }
  return index
}
