import { bitsFor, wrap } from './lanes.ts'
import { hex } from './rust-text.ts'

/** One output of a dense part: the weights of the values that come in, and what is added. */
export interface Sum {
  output: number
  weights: number[]
  plus: number
}

export interface InputRange {
  low: number
  high: number
}

/** Where a sum stands: in a word of 64 bits, from bit `shift`, as the sum less `low`. */
export interface PlacedSum extends Sum {
  low: number
  high: number
  bits: number
  word: number
  shift: number
}

/** Which sums share a word: the widest first, each into the fullest word with room. `step` divides each low end. */
export function placeSums(sums: Sum[], inputs: InputRange[], step: number): PlacedSum[] {
  const ranged = sums.map((sum) => {
    let [low, high] = [sum.plus, sum.plus]
    for (const [i, weight] of sum.weights.entries()) {
      const ends = [weight * inputs[i]!.low, weight * inputs[i]!.high]
      low += Math.min(...ends)
      high += Math.max(...ends)
    }
    low = Math.floor(low / step) * step
    return { ...sum, low, high, bits: bitsFor(high - low) }
  })
  ranged.sort((a, b) => b.bits - a.bits || a.output - b.output)
  const used: number[] = []
  return ranged.map((sum) => {
    const fits = [...used.keys()].filter((w) => used[w]! + sum.bits <= 64)
    const word = fits.sort((a, b) => used[b]! - used[a]!)[0] ?? used.push(0) - 1
    const shift = used[word]!
    used[word] = shift + sum.bits
    return { ...sum, word, shift }
  })
}

/** Rust that adds up every word, from the inputs' names. */
export function sumsText(lanes: PlacedSum[], prefix: string, inputs: string[]): string {
  return Array.from({ length: wordsOf(lanes) }, (_, w) => {
    const terms = inputs.flatMap((input, i) => {
      const constant = packed(lanes, w, (lane) => lane.weights[i]!)
      return constant === 0n ? [] : [`\n        .wrapping_add(${input}.wrapping_mul(${hex(constant)}))`]
    })
    const start = packed(lanes, w, (lane) => lane.plus - lane.low)
    return `    let ${prefix}${w} = ${hex(start)}_u64${terms.join('')};`
  }).join('\n')
}

/** Rust of a lane, shifted right: the sum less its `low`. */
export function sumField(prefix: string, lane: PlacedSum, lanes: PlacedSum[], shift: number): string {
  const top = lanes.every((other) => other.word !== lane.word || other.shift <= lane.shift)
  const moved = `${prefix}${lane.word} >> ${lane.shift + shift}`
  return top ? moved : `(${moved}) & ${hex((1n << BigInt(lane.bits - shift)) - 1n)}`
}

const wordsOf = (lanes: PlacedSum[]) => 1 + Math.max(...lanes.map((lane) => lane.word))

const packed = (lanes: PlacedSum[], word: number, part: (lane: PlacedSum) => number) =>
  wrap(
    lanes
      .filter((lane) => lane.word === word)
      .reduce((total, lane) => total + (BigInt(part(lane)) << BigInt(lane.shift)), 0n),
  )
