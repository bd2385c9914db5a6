import { bitsFor, type Lane, packLanes, type Word, wrap } from './lanes.ts'
import type { Network } from './network.ts'
import { head, hex, lines } from './rust-text.ts'

export interface LaneOptions {
  doc: string[]
  /** `winograd` takes inputs in pairs in the hidden layer. */
  product: 'plain' | 'winograd'
  /** Scale and clamp of each neuron alone, or of several in a word. */
  finish: 'single' | 'packed'
  /** Lanes of the hidden layer; worked out from the network where they are left out. */
  lanes?: Lane[][]
}

/** v5 to v8: several sums in a word. */
export function emitLanes(network: Network, options: LaneOptions): string {
  const { hidden, output } = network
  const scale = hidden.requantize
  if (!scale) throw new Error('the hidden layer has no requantization')
  // The hidden layer hands on its value minus the smallest one, so that it is never below 0.
  const low = Math.max(scale.min, scale.zeroPoint)
  const shifted = {
    ...output,
    bias: output.weights.map(
      (row, o) => (output.bias[o] as number) + low * row.reduce((sum, weight) => sum + weight, 0),
    ),
  }
  const hiddenWords = packLanes(hidden, network.max, options.lanes)
  const outputWords = packLanes(shifted, output.weights[0]?.map(() => scale.max - low) as number[])
  const winograd = options.product === 'winograd'
  const sums = hiddenWords.map((word, k) => `    let w${k} = ${winograd ? pairs(word) : plain(word, 'x')};`)
  const outs = outputWords.map((word, k) => `    let w${k} = ${plain(word, 'h')};`)
  const body = options.finish === 'packed' ? packed(network, hiddenWords, low) : single(hiddenWords, low)
  return `${head(options.doc, network.name)}use crate::lanes::{${imports(options)}};
use crate::model::{HIDDEN, INPUTS, OUTPUTS};

/// The hidden layer, minus its smallest value.
#[inline]
pub(crate) fn hidden(x: &[u64; INPUTS]) -> [u64; HIDDEN] {
${winograd ? `    let pairs = pair_products(x);\n` : ''}${sums.join('\n')}
${body}
}

/// The scores.
#[inline]
pub(crate) fn output(h: &[u64; HIDDEN]) -> [i32; OUTPUTS] {
${outs.join('\n')}
    [
${byOutput(outputWords, (lane, k) => `        ${read(lane, k, outputWords)} as i32 + (${lane.low}),`)}
    ]
}
`
}

function imports({ product, finish }: LaneOptions): string {
  const names = finish === 'packed' ? ['clamp_lanes', 'lane', 'scaled'] : ['lane', 'single']
  if (product === 'winograd') names.push('pair_products', 'paired')
  return [...names, 'sums'].sort().join(', ')
}

/** Inputs times constants, one after the other. A constant of 0 costs nothing: a block of weights that was pruned. */
function plain(word: Word, from: string): string {
  const terms = word.constants.flatMap((constant, i) => (constant === 0n ? [] : [`${i} * ${hex(constant)}`]))
  return `sums!(${from}; ${hex(word.start)};\n${lines(terms)}\n    )`
}

/**
 * Winograd's inner product: `x1 W1 + x2 W2 = (x1 + W2)(x2 + W1) - x1 x2 - W1 W2`. One multiplication for two inputs;
 * the products of inputs are shared by all words, those of weights are known here.
 */
function pairs(word: Word): string {
  const { constants } = word
  if (constants.length % 2 !== 0) throw new Error('Winograd needs an even number of inputs')
  let start = word.start
  const terms: string[] = []
  for (let i = 0; i < constants.length; i += 2) {
    const [a, b] = [constants[i] as bigint, constants[i + 1] as bigint]
    start = wrap(start - a * b)
    terms.push(`${i} ${hex(a)} ${hex(b)}`)
  }
  return `paired!(x; pairs; ${hex(start)};\n${lines(terms)}\n    )`
}

function single(words: Word[], low: number): string {
  return `    [
${byOutput(words, (lane, k) => `        single(${lane.output}, ${read(lane, k, words)}, ${lane.low}, ${low}),`)}
    ]`
}

/** The lane's content; the highest lane of a word needs no mask. */
function read(lane: Lane, k: number, words: Word[]): string {
  const isTop = (words[k] as Word).lanes.every((other) => other.shift <= lane.shift)
  return `lane(w${k}, ${lane.shift}, ${isTop ? 64 - lane.shift : lane.bits})`
}

function byOutput(words: Word[], text: (lane: Lane, word: number) => string): string {
  return words
    .flatMap((word, k) => word.lanes.map((lane) => ({ output: lane.output, text: text(lane, k) })))
    .sort((a, b) => a.output - b.output)
    .map(({ text }) => text)
    .join('\n')
}

/**
 * Scales each neuron alone, then clamps as many as fit a word together. In its lane a neuron stands as value + 2^k,
 * where every value lies in -2^k..2^k; one bit more catches the carry of the comparison.
 */
function packed(network: Network, words: Word[], low: number): string {
  const { requantize, bias } = network.hidden
  if (!requantize) throw new Error('the hidden layer has no requantization')
  const { multiplier, shift, zeroPoint, max } = requantize
  const lanes = words.flatMap((word, k) => word.lanes.map((lane) => ({ ...lane, k })))
  lanes.sort((a, b) => a.output - b.output)
  const top = max - low
  const ends = lanes.map((lane) => {
    const m = BigInt(multiplier[lane.output] as number)
    const s = BigInt(shift[lane.output] as number)
    const at = (acc: number) => Number((BigInt(acc) * m + (1n << (s - 1n))) >> s) + zeroPoint - low
    return { from: at(lane.low), to: at(lane.low + 2 ** lane.bits - 1) }
  })
  const k = Math.max(...ends.map(({ from, to }) => bitsFor(Math.max(-from - 1, to, top, 0))))
  const width = k + 2
  const count = Math.floor(64 / width)
  const text: string[] = []
  for (let group = 0; group * count < bias.length; group++) {
    const members = lanes.slice(group * count, group * count + count)
    const parts = members.map((lane, j) => {
      const m = BigInt(multiplier[lane.output] as number)
      const s = BigInt(shift[lane.output] as number)
      const add =
        BigInt(lane.low) * m + (1n << (s - 1n)) + ((BigInt(zeroPoint - low) + (1n << BigInt(k))) << s)
      const value = `scaled(${read(lane, lane.k, words)}, ${m}, ${add}, ${s})`
      return j === 0 ? value : `${value} << ${width * j}`
    })
    text.push(
      `    let c${group} = clamp_lanes::<${k}, ${top}, ${members.length}>(\n        ${parts.join('\n        | ')},\n    );`,
    )
  }
  const values = lanes.map((_, o) => {
    const [group, j] = [Math.floor(o / count), o % count]
    return `        lane(c${group}, ${width * j}, ${bitsFor(top)}),`
  })
  return `${text.join('\n')}\n    [\n${values.join('\n')}\n    ]`
}
