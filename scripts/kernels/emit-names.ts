import {
  allContexts,
  type FoldedNames,
  hiddenSums,
  scoresOf,
} from '../../packages/model/src/names/fold-names.ts'
import { OCTAVE, OCTAVES } from '../../packages/model/src/names/weights-table.ts'
import { bitsFor, wrap } from './lanes.ts'
import { head, hex } from './rust-text.ts'

const SYMBOLS = 27
/** Hidden sums of a word, and what a lane holds for a sum of 0. */
const LANES = 8
const ZERO = 128

interface OutputLane {
  output: number
  low: number
  high: number
  bits: number
  word: number
  shift: number
}

/**
 * The names model as straight-line code. How wide a lane has to be is not estimated: there are 18,279 contexts, and
 * the sums of all of them are computed here.
 *
 * @throws Error where a hidden sum doesn't fit eight bits.
 */
export function emitNames(net: FoldedNames, name: string): string {
  const words = net.hidden / LANES
  const lanes = outputLanes(net)
  const count = 1 + Math.max(...lanes.map((lane) => lane.word))
  const rows = [0, 1, 2].flatMap((p) =>
    Array.from({ length: SYMBOLS }, (_, c) => ({ p, c, words: tableRow(net, p, c) })),
  )
  const stores = rows.flatMap((row) =>
    row.words.map((word, w) => `    TABLE[${row.p}][${row.c}][${w}].store(${hex(word)}, Relaxed);`),
  )
  const hidden = Array.from({ length: words }, (_, w) => [
    `    let s = a[${w}].load(Relaxed).wrapping_add(b[${w}].load(Relaxed)).wrapping_add(c[${w}].load(Relaxed));`,
    `    let positive = (s >> 7) & 0x0101_0101_0101_0101;`,
    `    let s = s & ((positive << 7) - positive);`,
    ...Array.from({ length: LANES }, (_, l) => {
      const shifted = l === 0 ? 's' : `(s >> ${8 * l})`
      return `    let h${w * LANES + l} = ${l === LANES - 1 ? `s >> ${8 * l}` : `${shifted} & 127`};`
    }),
  ]).flat()
  const sums = Array.from({ length: count }, (_, w) => {
    const own = lanes.filter((lane) => lane.word === w)
    const constant = (part: (lane: OutputLane) => number) =>
      wrap(own.reduce((total, lane) => total + (BigInt(part(lane)) << BigInt(lane.shift)), 0n))
    const start = constant(({ output, low }) => net.outputBias[output]! - low)
    const terms = Array.from({ length: net.hidden }, (_, j) =>
      constant(({ output }) => net.weights[output * net.hidden + j]!),
    ).flatMap((weight, j) =>
      weight === 0n ? [] : [`        .wrapping_add(h${j}.wrapping_mul(${hex(weight)}))`],
    )
    return `    let w${w} = ${hex(start)}_u64\n${terms.join('\n')};`
  })
  const weights = lanes
    .toSorted((a, b) => a.output - b.output)
    .map((lane) => `        ${weight(lane, lanes)},`)
  const doc = [
    "The letters' net as code: 27 rows a position of what a letter adds to the hidden sums, eight sums a word of 64",
    'bits, and the output layer as constants. Lanes are as wide as the sums of all 18,279 contexts ask for.',
  ]
  const helpers = ['clamped', 'not_above', 'not_below', 'weight'].filter((helper) =>
    weights.some((line) => line.includes(`${helper}(`)),
  )
  return `${head(doc, name)}use crate::weight::{${helpers.join(', ')}};
use core::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// Hidden sums that a letter adds, eight a word.
type Row = [AtomicU64; ${words}];

/// Position, letter, word. Zeroed memory, so no data segment; atomics because a safe \`static\` that is written has to
/// be, and on wasm32 a relaxed store is an \`i64.store\`. 32 rows, so that five bits are an index.
pub(crate) static TABLE: [[Row; 32]; 3] =
    [const { [const { [const { AtomicU64::new(0) }; ${words}] }; 32] }; 3];

/// Writes TABLE; a second time changes nothing.
#[inline]
pub(crate) fn store() {
${stores.join('\n')}
}

/// Weights of the end and of the letters a to z behind three letters.
#[inline(always)]
pub(crate) fn weights(letters: [u32; 3]) -> [u32; ${SYMBOLS}] {
    let [a, b, c] = letters.map(|letter| (letter & 31) as usize);
    let (a, b, c) = (&TABLE[0][a], &TABLE[1][b], &TABLE[2][c]);
${hidden.join('\n')}
${sums.join('\n')}
    [
${weights.join('\n')}
    ]
}
`
}

/** Words of one letter at one position; the first position's have the bias and the lanes' zero. */
function tableRow(net: FoldedNames, p: number, c: number): bigint[] {
  return Array.from({ length: net.hidden / LANES }, (_, w) => {
    let word = 0n
    for (let l = 0; l < LANES; l++) {
      const j = w * LANES + l
      const value = net.table[(p * SYMBOLS + c) * net.hidden + j]! + (p === 0 ? net.bias[j]! + ZERO : 0)
      word += BigInt(value) << BigInt(8 * l)
    }
    return wrap(word)
  })
}

/** Outputs in words of 64 bits, the widest first, each into the fullest word with room. */
function outputLanes(net: FoldedNames): OutputLane[] {
  const low = new Array<number>(SYMBOLS).fill(Number.POSITIVE_INFINITY)
  const high = new Array<number>(SYMBOLS).fill(Number.NEGATIVE_INFINITY)
  for (const context of allContexts()) {
    for (const sum of hiddenSums(net, context))
      if (sum < -ZERO || sum >= ZERO)
        throw new Error(`names: a hidden sum is ${sum} after ${context}, outside eight bits`)
    for (const [o, score] of scoresOf(net, context).entries()) {
      low[o] = Math.min(low[o]!, score)
      high[o] = Math.max(high[o]!, score)
    }
  }
  const wanted = low.map((lowest, output) => ({
    output,
    low: lowest,
    high: high[output]!,
    bits: bitsFor(high[output]! - lowest),
  }))
  wanted.sort((a, b) => b.bits - a.bits || a.output - b.output)
  const used: number[] = []
  return wanted.map((lane) => {
    const fits = [...used.keys()].filter((w) => used[w]! + lane.bits <= 64)
    const word = fits.sort((a, b) => used[b]! - used[a]!)[0] ?? used.push(0) - 1
    const shift = used[word]!
    used[word] = shift + lane.bits
    return { ...lane, word, shift }
  })
}

/** A lane's score as a weight; clamped only where some context asks for it. */
function weight(lane: OutputLane, lanes: OutputLane[]): string {
  const top = lanes.every((other) => other.word !== lane.word || other.shift <= lane.shift)
  const shifted = lane.shift === 0 ? `w${lane.word}` : `(w${lane.word} >> ${lane.shift})`
  const field = top ? `${shifted} as u32` : `(${shifted} & ${hex((1n << BigInt(lane.bits)) - 1n)}) as u32`
  const score = lane.low === 0 ? field : `(${field}).wrapping_add_signed(${lane.low})`
  const from = lane.low < 0
  const to = lane.high > OCTAVES * OCTAVE
  const name = from && to ? 'clamped' : from ? 'not_below' : to ? 'not_above' : 'weight'
  return `${name}(${score})`
}
