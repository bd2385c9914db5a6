import { SYMBOLS } from '../alphabet.ts'
import { NamesError } from '../errors.ts'
import { weightOf } from '../weights-table.ts'
import {
  ATTENTION_OCTAVE,
  ATTENTION_OCTAVES,
  type IntegerAttention,
  MIDDLE,
  POSITIONS,
  SCORE_STEP,
} from './types.ts'

/**
 * The 27 weights of what comes after some symbols, the first of which is 0 for the start of a name. Integers only.
 *
 * One layer without normalization: queries, keys and values depend on a letter and its position alone, so they are sums of two
 * table rows. A head weighs the values by `(64 + e mod 64) << (e div 64)` with `e = max(u - largest u + 768, 0)`, which is
 * 2^(e / 64) drawn with straight lines; their mean is rounded half up.
 *
 * @throws NamesError for no symbols, more than 13, or one outside 0 to 26.
 */
export function attentionWeights(net: IntegerAttention, symbols: readonly number[]): number[] {
  return Array.from(attentionScores(net, symbols), weightOf)
}

/** The scores behind the weights, before clamping. */
export function attentionScores(net: IntegerAttention, symbols: readonly number[]): Int32Array {
  if (symbols.length === 0 || symbols.length > POSITIONS)
    throw new NamesError(`${symbols.length} symbols stand before a letter, not 1 to ${POSITIONS}`)
  if (!symbols.every((s) => Number.isInteger(s) && s >= 0 && s < SYMBOLS))
    throw new NamesError(`symbols are integers from 0 to ${SYMBOLS - 1}, not [${symbols}]`)
  const { width, hidden } = net
  const last = symbols.length - 1
  const letter = symbols[last]!
  const attended = attend(net, symbols)
  const neurons = new Int32Array(hidden)
  const half = 2 ** (net.hiddenShift - 1)
  for (let j = 0; j < hidden; j++) {
    let sum = half
    for (let d = 0; d < width; d++) sum += net.hiddenAttention[d * hidden + j]! * attended[d]!
    const near = net.hiddenLetter[letter * hidden + j]! + net.hiddenPosition[last * hidden + j]!
    neurons[j] = Math.min(Math.max(near + (sum >> net.hiddenShift), 0), 127)
  }
  const halfScore = 2 ** (net.outputShift - 1)
  return Int32Array.from({ length: SYMBOLS }, (_, y) => {
    let sum = halfScore
    for (let d = 0; d < width; d++) sum += net.outputAttention[d * SYMBOLS + y]! * attended[d]!
    for (let j = 0; j < hidden; j++) sum += net.outputHidden[j * SYMBOLS + y]! * neurons[j]!
    const near = net.outputLetter[letter * SYMBOLS + y]! + net.outputPosition[last * SYMBOLS + y]!
    return MIDDLE + SCORE_STEP * near + (sum >> net.outputShift)
  })
}

/** What the heads bring to the last position: weighted means of values. */
function attend(net: IntegerAttention, symbols: readonly number[]): Int32Array {
  const { width, heads, scoreShift } = net
  const each = width / heads
  const last = symbols.length - 1
  const half = 2 ** (scoreShift - 1)
  const at = (letters: Int32Array, positions: Int32Array, i: number, d: number) =>
    letters[symbols[i]! * width + d]! + positions[i * width + d]!
  const out = new Int32Array(width)
  for (let from = 0; from < width; from += each) {
    const scores = symbols.map((_, i) => {
      let product = 0
      for (let d = from; d < from + each; d++)
        product += at(net.queryLetter, net.queryPosition, last, d) * at(net.keyLetter, net.keyPosition, i, d)
      return (product + half) >> scoreShift
    })
    const top = Math.max(...scores)
    const weights = scores.map((score) => {
      const e = Math.max(score - top + ATTENTION_OCTAVES * ATTENTION_OCTAVE, 0)
      return (ATTENTION_OCTAVE + (e % ATTENTION_OCTAVE)) * 2 ** Math.floor(e / ATTENTION_OCTAVE)
    })
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    for (let d = from; d < from + each; d++) {
      // Values plus 128, so that the division is one of unsigned numbers; all sums stay below 2^32.
      const sum = weights.reduce(
        (all, weight, i) => all + weight * (at(net.valueLetter, net.valuePosition, i, d) + 128),
        Math.floor(total / 2),
      )
      out[d] = Math.floor(sum / total) - 128
    }
  }
  return out
}
