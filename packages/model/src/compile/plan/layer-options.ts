/** Choices for one linear layer. All give the same numbers; the planner takes the cheapest set that fits. */
export interface LayerOptions {
  /** `lanes`: several outputs in a word, times a value. `dot`: several values in a word, for one output. */
  sum: 'lanes' | 'dot'
  pairs: boolean
  open: boolean
  /** How the values that go on are clamped: whole words of two forms, packed for it, or one by one. */
  clamp: 'signed' | 'exact' | 'pack' | 'scalar'
  /** Fields a packed word at most; fewer leave more room for `dot` in the next layer. */
  most: number
  /** A convolution's words never mix positions, so that all positions are packed alike. */
  alike: boolean
  /** Values in locals at once. Up to about 120 each has a short index, which saves bytes; sums go part by part. */
  atOnce: number
}

export const DEFAULT_OPTIONS: LayerOptions = {
  sum: 'lanes',
  pairs: true,
  open: true,
  clamp: 'scalar',
  most: 64,
  alike: false,
  atOnce: 260,
}
