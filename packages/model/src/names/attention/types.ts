import { OCTAVE, OCTAVES } from '../weights-table.ts'

/** Tokens a name can have in front of the one that is drawn: its start and twelve letters. */
export const POSITIONS = 13
/** Units of an attention score that double a weight, and octaves that are told apart. */
export const ATTENTION_OCTAVE = 64
export const ATTENTION_OCTAVES = 12
/** The score of a symbol that nothing speaks for or against: half of the range that is told apart. */
export const MIDDLE = (OCTAVES / 2) * OCTAVE
/** Units of a score that a letter's or a position's number stands for. */
export const SCORE_STEP = 16

/** Widths of the net. */
export interface AttentionShape {
  /** Numbers of a query, key and value, all heads together. */
  width: number
  heads: number
  /** Neurons of the layer behind the attention. */
  hidden: number
}

/** Tables and matrices of a transformer with one layer, all of -127 to 127. Rows are letters (27), positions (13) or inputs. */
export interface IntegerAttention extends AttentionShape {
  /** Query, key and value of a letter, and what its position adds: [27, width] and [13, width]. */
  queryLetter: Int32Array
  queryPosition: Int32Array
  keyLetter: Int32Array
  keyPosition: Int32Array
  valueLetter: Int32Array
  valuePosition: Int32Array
  /** An attention score is the product shifted by this, rounded half up. */
  scoreShift: number
  /** What a letter and a position add to a neuron: [27, hidden] and [13, hidden]. */
  hiddenLetter: Int32Array
  hiddenPosition: Int32Array
  /** What the attention adds: [width, hidden], in units of which 2^hiddenShift are one of a neuron. */
  hiddenAttention: Int32Array
  /** A neuron is clamp(letter + position + ((sum + half) >> shift), 0, 127). */
  hiddenShift: number
  /** What a letter and a position add to the 27 scores: [27, 27] and [13, 27], in steps of 16. */
  outputLetter: Int32Array
  outputPosition: Int32Array
  /** What the attention and the neurons add: [width, 27] and [hidden, 27]. */
  outputAttention: Int32Array
  outputHidden: Int32Array
  /**
   * A score is MIDDLE + 16 * (letter + position) + ((sum + half) >> shift), in units of which 512 double a weight.
   */
  outputShift: number
}

/** The matrices of the file, in its order, with their rows and columns. */
export function matrixShapes({
  width,
  hidden,
}: AttentionShape): Record<
  Exclude<keyof IntegerAttention, keyof AttentionShape | 'scoreShift' | 'hiddenShift' | 'outputShift'>,
  [number, number]
> {
  return {
    queryLetter: [27, width],
    queryPosition: [POSITIONS, width],
    keyLetter: [27, width],
    keyPosition: [POSITIONS, width],
    valueLetter: [27, width],
    valuePosition: [POSITIONS, width],
    hiddenLetter: [27, hidden],
    hiddenPosition: [POSITIONS, hidden],
    hiddenAttention: [width, hidden],
    outputLetter: [27, 27],
    outputPosition: [POSITIONS, 27],
    outputAttention: [width, 27],
    outputHidden: [hidden, 27],
  }
}
