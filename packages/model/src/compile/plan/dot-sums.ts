import { add, and, i64, mul, type Node, shrS, sum } from '../ir/nodes.ts'
import type { LinearOutput } from './linear-layer.ts'
import type { Field, FieldWord, Source } from './source.ts'

/** Sums of one output each: `node` = output + offset, from `min` to `max` with the offset. */
export interface ScalarSum {
  node: Node
  offset: bigint
  min: bigint
  max: bigint
}

export interface DotSums {
  sums: ScalarSum[]
  note: string
}

/**
 * Sums of a linear layer over packed words: word times reversed packed weights. In the product the coefficient at
 * bit P is the dot product of the word's fields; what lies above P leaves the 64 bits, what lies below is made
 * positive by a constant and must stay below 2^P, which is checked with the real weights. Words whose products
 * together would pass 2^P go into another sum.
 *
 * @returns undefined if a single word's product does not fit.
 */
export function dotSums(outputs: readonly LinearOutput[], source: Source): DotSums | undefined {
  let multiplications = 0
  let groups = 0
  const halves = new Map<FieldWord, FieldWord[]>()
  const sums: ScalarSum[] = []
  for (const output of outputs) {
    const weightOf = new Map(output.index.map((i, k) => [i, BigInt(output.weight[k]!)]))
    const products: Product[] = []
    for (const word of source.words) {
      const used = word.fields.filter(({ index }) => (weightOf.get(index) ?? 0n) !== 0n)
      if (used.length === 0) continue
      const whole = product(word, weightOf, source)
      if (whole) products.push(whole)
      else {
        const parts = halves.get(word) ?? split(word)
        halves.set(word, parts)
        for (const part of parts) {
          const made = product(part, weightOf, source)
          if (!made) return undefined
          if (made.factor !== 0n) products.push(made)
        }
      }
    }
    const made = addUp(products, BigInt(output.bias))
    multiplications += products.length
    groups += made.groups
    sums.push(made.sum)
  }
  const note = `${outputs.length} outputs from ${source.words.length} packed words, ${multiplications.toLocaleString('en-US')} multiplications in ${groups} sums`
  return { sums, note }
}

interface Product {
  node: Node
  factor: bigint
  /** Bit of the coefficient that is wanted. */
  at: number
  /** Range of everything below it, and of the coefficient itself. */
  low: { min: bigint; max: bigint }
  top: { min: bigint; max: bigint }
}

/** Two words with every other field, so that products have twice the room. */
function split(word: FieldWord): FieldWord[] {
  return [0, 1].map((parity) => {
    const fields = word.fields.filter((_, k) => k % 2 === parity)
    const mask = fields.reduce((m, f) => m | (((1n << BigInt(f.bits)) - 1n) << BigInt(f.pos)), 0n)
    return { node: and(word.node, i64(mask)), fields }
  })
}

/** Where the wanted coefficient goes: as low as possible, but high enough that nothing is left above it. */
function place(fields: Field[]): number {
  const top = fields.at(-1)!.pos
  let gap = 64
  for (let k = 1; k < fields.length; k++) gap = Math.min(gap, fields[k]!.pos - fields[k - 1]!.pos)
  return fields.length === 1 ? top : Math.max(top, 64 - gap)
}

function product(word: FieldWord, weightOf: Map<number, bigint>, source: Source): Product | undefined {
  const at = place(word.fields)
  let factor = 0n
  for (const { index, pos } of word.fields) factor += (weightOf.get(index) ?? 0n) << BigInt(at - pos)
  // each field as a factor of what lies below P, exactly
  const low = { min: 0n, max: 0n }
  const top = { min: 0n, max: 0n }
  const extend = (range: { min: bigint; max: bigint }, w: bigint, lo: bigint, hi: bigint) => {
    range.min += w > 0n ? w * lo : w * hi
    range.max += w > 0n ? w * hi : w * lo
  }
  for (const field of word.fields) {
    const value = source.values[field.index]!
    const lo = BigInt(value.lo)
    const hi = BigInt(value.hi)
    let below = 0n
    for (const other of word.fields) {
      if (other.pos > field.pos)
        below += (weightOf.get(other.index) ?? 0n) << BigInt(at + field.pos - other.pos)
    }
    extend(low, below, lo, hi)
    extend(top, weightOf.get(field.index) ?? 0n, lo, hi)
  }
  if (low.max - low.min >= 1n << BigInt(at) || !fitsTop(top.min, top.max, at)) return undefined
  return { node: word.node, factor: BigInt.asIntN(64, factor), at, low, top }
}

function fitsTop(min: bigint, max: bigint, at: number): boolean {
  const half = 1n << BigInt(63 - at)
  return min >= -half && max < half
}

function addUp(products: Product[], bias: bigint): { sum: ScalarSum; groups: number } {
  let min = bias
  let max = bias
  let constant = bias
  const tops: Node[] = []
  const open = [...products]
  while (open.length > 0) {
    const group: Product[] = []
    const { at } = open[0]!
    const low = { min: 0n, max: 0n }
    const top = { min: 0n, max: 0n }
    for (const p of [...open]) {
      if (p.at !== at) continue
      if (low.max + p.low.max - low.min - p.low.min >= 1n << BigInt(at)) continue
      if (!fitsTop(top.min + p.top.min, top.max + p.top.max, at)) continue
      low.min += p.low.min
      low.max += p.low.max
      top.min += p.top.min
      top.max += p.top.max
      group.push(p)
      open.splice(open.indexOf(p), 1)
    }
    let start = -low.min
    // the first sum takes the bias along where there is room
    if (constant !== 0n && fitsTop(top.min + constant, top.max + constant, at)) {
      start += constant << BigInt(at)
      constant = 0n
    }
    const terms = group.map((p) => mul(p.node, i64(p.factor)))
    tops.push(shrS(add(sum(terms), i64(start)), at))
    min += top.min
    max += top.max
  }
  const groups = tops.length
  return { sum: { node: add(sum(tops), i64(constant)), offset: 0n, min, max }, groups }
}
