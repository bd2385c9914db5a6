import {
  add,
  and,
  i64,
  load,
  mul,
  type Node,
  read,
  shl,
  shrU,
  sum,
  type Variable,
  variable,
} from '../../ir/nodes.ts'
import type { Statement } from '../../ir/program.ts'
import { extract, type Source } from '../source.ts'
import type { WeightFormat } from './weight-rows.ts'

/** Values packed for products with masked words of weights. */
export interface PackedValues {
  /** Values in a product: 1, 2 or 4. */
  lanes: number
  /** One a product: the values in reverse order, `64 / lanes` bits apart. `undefined` where there are none. */
  factors: (Variable | undefined)[]
  /** Fills the factors and `total`. */
  statements: Statement[]
  /** Sum of all values, where the least weight makes it needed. */
  total: Variable
}

/** How many values a product can take, so that the sum of products stays below its lane. */
export function lanesFor(rows: WeightFormat, most: number): number {
  for (const lanes of [4, 2])
    if (64 / lanes > rows.bits && lanes * rows.span * most < 2 ** (64 / lanes)) return lanes
  return 1
}

/**
 * The factors of some values: product j of a word takes the weights j, j + d, j + 2d ... with d = stride / bits, and
 * the values stand the other way round, so that the dot product is the highest lane of the product.
 *
 * @param first,count the values, a multiple of a word's weights apart from the end.
 * @param pool locals to use.
 */
export function packValues(
  source: Source,
  rows: WeightFormat,
  lanes: number,
  first: number,
  count: number,
  pool: Variable[],
): PackedValues {
  const nodes = new Map<number, Node>()
  for (const word of source.words)
    for (const [at, { index }] of word.fields.entries())
      if (index >= first && index < first + count) nodes.set(index, extract(word, at))
  const perWord = 64 / rows.bits
  const stride = 64 / lanes
  const step = stride / rows.bits
  const statements: Statement[] = []
  const factors: PackedValues['factors'] = []
  let used = 0
  const total = takeFrom(pool, used++)
  if (rows.least !== 0) statements.push({ kind: 'assign', variable: total, value: i64(0) })
  for (let word = first; word < first + count; word += perWord) {
    const here: Node[] = []
    for (let j = 0; j < step; j++) {
      const parts: Node[] = []
      for (let k = 0; k < lanes; k++) {
        const node = nodes.get(word + j + k * step)
        if (!node) continue
        here.push(node)
        parts.push(shl(node, stride * (lanes - 1 - k)))
      }
      if (parts.length === 0) {
        factors.push(undefined)
        continue
      }
      const factor = takeFrom(pool, used++)
      factors.push(factor)
      statements.push({ kind: 'assign', variable: factor, value: sum(parts) })
    }
    // word by word, so that no value waits in a local for the end
    if (rows.least !== 0)
      statements.push({ kind: 'assign', variable: total, value: add(read(total), sum(here)) })
  }
  return { lanes, factors, statements, total }
}

/** Locals are used again by the next layer and the next part of a layer. */
function takeFrom(pool: Variable[], k: number): Variable {
  pool[k] ??= variable('i64', `factor${k}`)
  return pool[k]
}

/** Dot product of the packed values and the weights at `row`: loads of eight bytes, masks, products. */
export function rowSum(
  values: PackedValues,
  rows: WeightFormat,
  row: Node,
  offset: number,
  most: number,
): Node {
  const { lanes, factors } = values
  const stride = 64 / lanes
  const step = stride / rows.bits
  let mask = 0n
  for (let k = 0; k < lanes; k++) mask |= ((1n << BigInt(rows.bits)) - 1n) << BigInt(k * stride)
  // so many products may be added before the highest lane is full
  const room =
    lanes === 1
      ? Number.POSITIVE_INFINITY
      : Math.floor((2 ** stride - 1) / Math.max(1, lanes * rows.span * most))
  const sums: Node[] = []
  let products: Node[] = []
  const flush = () => {
    if (products.length > 0) sums.push(lanes === 1 ? sum(products) : shrU(sum(products), 64 - stride))
    products = []
  }
  for (let at = 0; at < factors.length; at += step) {
    const word = load('i64.load', offset + (at / step) * 8, row)
    for (let j = 0; j < step; j++) {
      const factor = factors[at + j]
      if (!factor) continue
      const weights = and(shrU(word, j * rows.bits), i64(mask))
      products.push(mul(weights, read(factor)))
      if (products.length >= room) flush()
    }
  }
  flush()
  return sum(sums)
}

/** The least weight was taken off when they were stored: what it adds to every sum. */
export function leastShare(values: PackedValues, rows: WeightFormat, sumNode: Node): Node {
  return rows.least === 0 ? sumNode : add(sumNode, mul(read(values.total), i64(rows.least)))
}
