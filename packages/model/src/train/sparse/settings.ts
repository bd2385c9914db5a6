/**
 * A net of two dense layers made for its kernel: small integer weights, one shift, and whole blocks of weights
 * left out. A block of layer 1 is one input by `group` hidden neurons; of layer 2, `group` hidden neurons by one
 * output. Each kept block costs one 64-bit multiplication.
 */
export interface SparseSettings {
  /** Hidden neurons; of a convolution its channels. */
  hidden: number
  /**
   * Where layer 1 is a convolution: how many places its kernel is laid on. A row then holds its inputs place after
   * place, layer 1 has `inputs` taps that all places share, and layer 2 reads places x channels. 1 when left out.
   */
  positions?: number
  /** Neurons that share a 64-bit word. */
  group: number
  /** Blocks kept in layer 1 and in layer 2. The first output never gets weights: scores may all move by one amount. */
  blocks: [number, number]
  /** Inputs are integers 0 ... inputMax. */
  inputMax: number
  /** Weights lie in -max ... max, by layer. */
  weightMax: [number, number]
  /** Hidden value = clamp((acc + 2^(shift-1)) >> shift, 0, hiddenMax). */
  shift: number
  hiddenMax: number
  /**
   * Bits of a hidden neuron's lane: over all inputs, -2^(laneBits-1) <= accumulator and
   * accumulator + 2^(shift-1) < 2^(laneBits-1).
   */
  laneBits: number
  steps: number
  batch: number
  /** Peak learning rate, in units of a layer-1 weight; falls along half a cosine. */
  rate: number
  /** Share of each target spread evenly over all labels. */
  smoothing: number
  seed: number
}

/** Blocks there are in layer 1 and in layer 2. */
export function blockCounts(
  inputs: number,
  outputs: number,
  { hidden, group, positions = 1 }: Pick<SparseSettings, 'hidden' | 'group' | 'positions'>,
): [number, number] {
  return [Math.ceil(hidden / group) * inputs, Math.ceil((hidden * positions) / group) * (outputs - 1)]
}
