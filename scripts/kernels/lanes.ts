import { accumulatorRange, type Layer } from './network.ts'

/** Where one output's sum stands in a word: `bits` wide from bit `shift`, as the sum minus `low`. */
export interface Lane {
  output: number
  shift: number
  bits: number
  low: number
}

/** Several sums in 64 bits. */
export interface Word {
  lanes: Lane[]
  /** Biases minus lowest sums: what the word is before any input. */
  start: bigint
  /** One constant an input: its weights for all lanes. */
  constants: bigint[]
}

export const wrap = (value: bigint): bigint => BigInt.asUintN(64, value)

/** Which outputs share a word, and where: widest lanes first, each into the fullest word that has room. */
export function assignLanes(layer: Layer, max: number[]): Lane[][] {
  const wanted = layer.weights.map((weights, output) => {
    const { low, high } = accumulatorRange(weights, layer.bias[output] as number, max)
    return { output, low, bits: bitsFor(high - low) }
  })
  wanted.sort((a, b) => b.bits - a.bits || a.output - b.output)
  const words: Lane[][] = []
  const used = (lanes: Lane[]) => lanes.reduce((sum, lane) => sum + lane.bits, 0)
  for (const { output, low, bits } of wanted) {
    const fits = words.filter((lanes) => used(lanes) + bits <= 64)
    let lanes = fits.sort((a, b) => used(b) - used(a))[0]
    if (!lanes) {
      lanes = []
      words.push(lanes)
    }
    lanes.push({ output, low, bits, shift: used(lanes) })
  }
  return words
}

/**
 * Packs a layer's sums into words, exact for every input from 0 to `max`.
 *
 * A sum of products modulo 2^64 only has to end in its lane: what happens on the way may borrow from the lane above.
 * Each lane is as wide as its own range asks for, from the real weights.
 *
 * @param lanes where they stand; those of a net that this one was pruned from still fit, as its ranges are narrower
 */
export function packLanes(layer: Layer, max: number[], lanes = assignLanes(layer, max)): Word[] {
  return lanes.map((word) => wordOf(layer, word))
}

function wordOf(layer: Layer, lanes: Lane[]): Word {
  const sum = (part: (lane: Lane) => number) =>
    wrap(lanes.reduce((total, lane) => total + (BigInt(part(lane)) << BigInt(lane.shift)), 0n))
  const inputs = (layer.weights[0] as number[]).length
  return {
    lanes,
    start: sum((lane) => (layer.bias[lane.output] as number) - lane.low),
    constants: Array.from({ length: inputs }, (_, i) =>
      sum((lane) => layer.weights[lane.output]?.[i] as number),
    ),
  }
}

/** Bits that hold 0 to `value`. */
export function bitsFor(value: number): number {
  return value.toString(2).length
}
