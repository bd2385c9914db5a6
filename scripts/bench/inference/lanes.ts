import type { DenseView, Span } from './net-view.ts'

const WORD = 256n
const MOD = 1n << WORD

/** An output's place in a 256-bit word: bits `position` to `position + width - 1` hold accumulator minus `offset`. */
export interface Lane {
  output: number
  position: number
  width: number
  offset: number
}

export interface LaneWord {
  lanes: Lane[]
  /** What the sum starts with: biases less offsets, by lane. */
  start: bigint
  /** The word an input is multiplied with, by input; 0 where no lane needs it. */
  weights: bigint[]
}

/** Bits that hold 0 to `most`. */
export const bitsFor = (most: number) => Math.max(1, most.toString(2).length)

/**
 * Lays outputs into words. Only final sums must fit their lanes: the sum is arithmetic mod 2^256, so no carry of an
 * intermediate sum survives.
 *
 * @param spans accumulator spans of the outputs
 * @param width of every lane, with `offset` from `offsetOf`; left out: each output's own exact width and offset
 */
export function packLayer(
  layer: DenseView,
  spans: readonly Span[],
  shared?: { width: number; offset: number },
): LaneWord[] {
  const lanes = spans.map(({ min, max }, output) => ({
    output,
    offset: shared?.offset ?? min,
    width: shared?.width ?? bitsFor(max - min),
  }))
  const bins: { free: number; lanes: Lane[] }[] = []
  // Best fit, widest first; equal widths keep their order, so that words stay blocks of neighbors.
  const order = shared ? lanes : [...lanes].sort((a, b) => b.width - a.width)
  for (const lane of order) {
    const fits = bins.filter(({ free }) => free >= lane.width).sort((a, b) => a.free - b.free)
    let bin = fits[0]
    if (!bin) {
      bin = { free: 256, lanes: [] }
      bins.push(bin)
    }
    bin.lanes.push({ ...lane, position: 256 - bin.free })
    bin.free -= lane.width
  }
  return bins.map((bin) => ({
    lanes: bin.lanes,
    start: wordOf(bin.lanes, ({ output, offset }) => layer.bias[output]! - offset),
    weights: Array.from({ length: layer.inputs }, (_, i) =>
      wordOf(bin.lanes, ({ output }) => layer.weights[output * layer.inputs + i]!),
    ),
  }))
}

/** The sum of the lanes' values at their places, mod 2^256. */
export function wordOf(lanes: readonly Lane[], value: (lane: Lane) => number): bigint {
  const sum = lanes.reduce((total, lane) => total + (BigInt(value(lane)) << BigInt(lane.position)), 0n)
  return ((sum % MOD) + MOD) % MOD
}
