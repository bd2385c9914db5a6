import { NAME_MAX_LENGTH } from '../../packages/model/src/names/alphabet.ts'
import {
  type IntegerAttention,
  MIDDLE,
  POSITIONS,
  SCORE_STEP,
} from '../../packages/model/src/names/attention/types.ts'
import { type InputRange, type PlacedSum, placeSums, sumField, sumsText } from './attention-sums.ts'
import { type BytePart, byteTables, type Group } from './attention-tables.ts'
import { head, hex } from './rust-text.ts'

const SYMBOLS = 27
/** Bits between the three lanes of a query, and between the two of a value. */
const QUERY_LANE = 21
const VALUE_LANE = 32

/**
 * The one-layer transformer as Rust: bytes of letters and positions, and the two dense parts behind the attention as
 * straight-line code, several sums a word of 64 bits.
 *
 * @throws Error where a letter and a position don't fit eight bits, or a head isn't a whole number of pairs.
 */
export function emitAttention(net: IntegerAttention, name: string): string {
  const { width, heads, hidden, hiddenShift, outputShift } = net
  const each = width / heads
  if (each % 2 !== 0) throw new Error(`attention: a head of ${each} numbers has no whole number of pairs`)
  const column = (matrix: Int32Array, columns: number, output: number) =>
    Array.from({ length: matrix.length / columns }, (_, r) => matrix[r * columns + output]!)
  // Attended values stand as value + 128, and lie between the ends of what they are means of.
  const attended: InputRange[] = Array.from({ length: width }, (_, d) => {
    const letters = column(net.valueLetter, width, d)
    const positions = column(net.valuePosition, width, d)
    return {
      low: Math.min(...letters) + Math.min(...positions) + 128,
      high: Math.max(...letters) + Math.max(...positions) + 128,
    }
  })
  const neurons: InputRange[] = Array.from({ length: hidden }, () => ({ low: 0, high: 127 }))
  const shifted = (weights: number[]) => -128 * weights.reduce((sum, weight) => sum + weight, 0)
  const first = placeSums(
    Array.from({ length: hidden }, (_, output) => {
      const weights = column(net.hiddenAttention, hidden, output)
      return { output, weights, plus: shifted(weights) + 2 ** (hiddenShift - 1) }
    }),
    attended,
    2 ** hiddenShift,
  )
  const second = placeSums(
    Array.from({ length: SYMBOLS }, (_, output) => {
      const near = column(net.outputAttention, SYMBOLS, output)
      const weights = [...near, ...column(net.outputHidden, SYMBOLS, output)]
      return { output, weights, plus: shifted(near) + 2 ** (outputShift - 1) }
    }),
    [...attended, ...neurons],
    2 ** outputShift,
  )
  // Three numbers of a query and the same of a key, in the other order, in one product: their dot product is its lane 2.
  const triples = Array.from({ length: heads }, (_, h) =>
    Array.from({ length: Math.ceil(each / 3) }, (_, p) =>
      [0, 1, 2].map((i) => (3 * p + i < each ? h * each + 3 * p + i : undefined)),
    ),
  ).flat()
  const reversed = triples.map((triple) => triple.toReversed())
  const pairs = Array.from({ length: width / 2 }, (_, p) => [2 * p, 2 * p + 1])
  const single = (count: number) => Array.from({ length: count }, (_, i) => [i])
  const part = (
    what: 'query' | 'key' | 'value' | 'hidden' | 'output',
    groups: BytePart['groups'],
    pitch: number,
  ) => ({
    letters: startFolded(net[`${what}Letter`], net[`${what}Position`]),
    positions: positionsDrawn(net[`${what}Position`]),
    groups,
    pitch,
  })
  const tables = byteTables([
    part('query', triples, QUERY_LANE),
    part('key', reversed, QUERY_LANE),
    part('value', pairs, VALUE_LANE),
    part('hidden', single(hidden), 64),
    part('output', single(SYMBOLS), 64),
  ])
  const [queries, keys, values, hiddenBytes, outputBytes] = tables.parts as [
    string[],
    string[],
    string[],
    string[],
    string[],
  ]
  const inputs = [...attended.keys()].map((d) => `a${d}`)
  const all = [...inputs, ...neurons.keys().map((j) => `h${j}`)]
  const inOrder = (lanes: PlacedSum[]) => lanes.toSorted((a, b) => a.output - b.output)
  const list = (items: string[]) => items.map((item) => `        ${item},`).join('\n')
  const signed = (texts: string[], groups: Group[]) =>
    list(
      texts.map((text, i) => {
        const zero = groups[i]!.map((d, lane) => (d === undefined ? 0n : 128n << BigInt(QUERY_LANE * lane)))
        return `(${text}).wrapping_sub(${hex(zero.reduce((a, b) => a + b))})`
      }),
    )
  const doc = [
    'A transformer of one layer as tables and code. What a letter and a position add is bytes, of which a letter has the',
    '128 that is 0; the sums behind the attention are as wide as their weights and ranges ask for.',
  ]
  return `${head(doc, name)}use crate::weight::clamped;
use core::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// Numbers of a query, a key and a value, all heads together.
pub(crate) const WIDTH: usize = ${width};
/// Heads, each with its part of them.
pub(crate) const HEADS: usize = ${heads};
/// Words of a query: three numbers each.
pub(crate) const TRIPLES: usize = ${triples.length};
/// An attention score is a product shifted by this.
pub(crate) const SCORE_SHIFT: u32 = ${net.scoreShift};

/// Bytes of a letter or a position.
pub(crate) type Row = [u64; ${tables.words}];

/// Zeroed memory, so no data segment; atomics because a safe \`static\` that is written has to be, and on wasm32 a relaxed
/// store is an \`i64.store\`.
static LETTERS: [[AtomicU64; ${tables.words}]; ${tables.letters.length}] =
    [const { [const { AtomicU64::new(0) }; ${tables.words}] }; ${tables.letters.length}];
static POSITIONS: [[AtomicU64; ${tables.words}]; ${tables.positions.length}] =
    [const { [const { AtomicU64::new(0) }; ${tables.words}] }; ${tables.positions.length}];

/// Writes the tables; a second time changes nothing.
#[inline]
pub(crate) fn store() {
${tables.stores('LETTERS', tables.letters)}
${tables.stores('POSITIONS', tables.positions)}
}

/// The bytes of a letter at a position.
#[inline(always)]
pub(crate) fn row(letter: usize, position: usize) -> Row {
    let (l, p) = (&LETTERS[letter], &POSITIONS[position]);
    [
${list(Array.from({ length: tables.words }, (_, w) => `l[${w}].load(Relaxed).wrapping_add(p[${w}].load(Relaxed))`))}
    ]
}

/// The query: lanes of 21 bits, signed.
#[inline(always)]
pub(crate) fn query(r: &Row) -> [u64; TRIPLES] {
    [
${signed(queries, triples)}
    ]
}

/// The key, its lanes in the other order.
#[inline(always)]
pub(crate) fn key(r: &Row) -> [u64; TRIPLES] {
    [
${signed(keys, reversed)}
    ]
}

/// The value plus 128: lanes of 32 bits.
#[inline(always)]
pub(crate) fn value(r: &Row) -> [u64; WIDTH / 2] {
    [
${list(values)}
    ]
}

/// Weights of the end and of the letters, behind what attends to these values (plus 128).
#[inline(always)]
pub(crate) fn behind(r: &Row, attended: &[u64; WIDTH]) -> [u32; ${SYMBOLS}] {
    let [${inputs.join(', ')}] = *attended;
${sumsText(first, 'w', inputs)}
${inOrder(first)
  .map((lane) => {
    const sum = `(${sumField('w', lane, first, hiddenShift)}) + (${hiddenBytes[lane.output]})`
    return `    let h${lane.output} = neuron(${sum}, ${lane.low / 2 ** hiddenShift - 128});`
  })
  .join('\n')}
${sumsText(second, 's', all)}
    [
${inOrder(second)
  .map((lane) => {
    const sum = `(${sumField('s', lane, second, outputShift)}) + ${SCORE_STEP} * (${outputBytes[lane.output]})`
    const low = lane.low / 2 ** outputShift + MIDDLE - 128 * SCORE_STEP
    return `        clamped(((${sum}) as u32).wrapping_add_signed(${low})),`
  })
  .join('\n')}
    ]
}

/// A sum less \`low\`, as a neuron of 0 to 127.
#[inline(always)]
const fn neuron(value: u64, low: i64) -> u64 {
    let t = (value as i64).wrapping_add(low);
    let t = (t & !(t >> 62)) - 127;
    (127 + (t & (t >> 62))) as u64
}
`
}

/** The start stands at the first position and nothing else does, so the letter's row of the start is both. */
function startFolded(letters: Int32Array, positions: Int32Array): Int32Array {
  const columns = letters.length / SYMBOLS
  return letters.map((value, i) => (i < columns ? value + positions[i]! : value))
}

/** Positions of which something is drawn: a name with twelve letters is over. The first one's row is the start's. */
function positionsDrawn(positions: Int32Array): Int32Array {
  const columns = positions.length / POSITIONS
  return positions.slice(0, NAME_MAX_LENGTH * columns).fill(0, 0, columns)
}
