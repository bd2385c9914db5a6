import { add, i64, mul, type Node, sub, sum } from '../ir/nodes.ts'
import type { Statement } from '../ir/program.ts'
import type { Carriers } from './source.ts'

export interface WordSum {
  /** Coefficients of the carriers, modulo 2^64. */
  row: bigint[]
  constant: bigint
}

export interface LinearPlan {
  nodes: Node[]
  multiplications: number
  pairs: number
}

/**
 * Sums `constant + sum of coefficient * carrier` for several words, modulo 2^64.
 *
 * With `pairs`, two products become one (Winograd 1968): x*v + y*w = (x + w)(y + v) - x*y - v*w. The sum of x*y is
 * the same for all words and is taken off once a word. It pays where nearly all words use both carriers.
 *
 * @param body takes the statements that order the parts of a sum with more than `atOnce` carriers.
 */
export function sumWords(
  carriers: Carriers,
  words: readonly WordSum[],
  { pairs, atOnce }: { pairs: boolean; atOnce: number },
  body: Statement[],
): LinearPlan {
  const chosen = pairs ? choosePairs(words) : []
  const paired = words.map(
    ({ row }) => chosen.length > 0 && pairedInk(row, chosen) < groupedInk(row, chosen.flat()),
  )
  const { nodes } = carriers
  const parts = Math.ceil(nodes.length / atOnce)
  let result: (Node | undefined)[] = words.map(() => undefined)
  let multiplications = 0
  let common: Node | undefined
  for (let part = 0; part < parts; part++) {
    const within = (i: number) => Math.floor((i * parts) / nodes.length) === part
    const own = chosen.filter(([, b]) => within(b))
    const singles = [...nodes.keys()].filter((i) => within(i) && !chosen.some((pair) => pair.includes(i)))
    const products = own.map(([a, b]) => mul(nodes[a]!, nodes[b]!))
    if (products.length > 0) common = sum([...(common ? [common] : []), ...products])
    multiplications += products.length
    result = words.map(({ row }, k) => {
      const made = paired[k]
        ? wordSum(nodes, row, { pairs: own, products, singles })
        : wordSum(nodes, row, {
            pairs: [],
            products: [],
            singles: [...own.flat(), ...singles].sort((a, b) => a - b),
          })
      multiplications += made.multiplications
      return result[k] ? add(result[k], made.node) : made.node
    })
    // before the next values come into locals, the last ones have to be done with
    if (part < parts - 1)
      for (const value of [...result, common]) if (value) body.push({ kind: 'let', value })
  }
  const sums = words.map(({ row, constant }, k) => {
    if (!paired[k]) return add(result[k] ?? i64(0), i64(BigInt.asIntN(64, constant)))
    const folded = chosen.reduce((rest, [a, b]) => rest - row[a]! * row[b]!, constant)
    return add(sub(result[k]!, common!), i64(BigInt.asIntN(64, folded)))
  })
  return { nodes: sums, multiplications, pairs: chosen.length }
}

interface Terms {
  pairs: readonly [number, number][]
  /** Of the two carriers of each pair. */
  products: readonly Node[]
  singles: readonly number[]
}

/** Some terms of one word's sum; what the pairs add too much is taken off later. */
function wordSum(
  nodes: readonly Node[],
  row: readonly bigint[],
  { pairs, products, singles }: Terms,
): { node: Node; multiplications: number } {
  const terms: Node[] = []
  let multiplications = 0
  for (const [k, [a, b]] of pairs.entries()) {
    const v = row[a]!
    const w = row[b]!
    // unused by this word: give back what `common` takes off
    if (v === 0n && w === 0n) terms.push(products[k]!)
    else {
      terms.push(mul(add(nodes[a]!, i64(w)), add(nodes[b]!, i64(v))))
      multiplications++
    }
  }
  const groups = groupEqual(row, singles)
  for (const [coefficient, { plus, minus }] of groups) {
    const factor = minus.reduce((total, i) => sub(total, nodes[i]!), sum(plus.map((i) => nodes[i]!)))
    terms.push(mul(factor, i64(coefficient)))
  }
  return { node: sum(terms), multiplications: multiplications + groups.size }
}

/** Equal coefficients share a multiplication, and so do a coefficient and its negative. */
function groupEqual(
  row: readonly bigint[],
  singles: readonly number[],
): Map<bigint, { plus: number[]; minus: number[] }> {
  const groups = new Map<bigint, { plus: number[]; minus: number[] }>()
  for (const i of singles) {
    const coefficient = row[i]!
    if (coefficient === 0n) continue
    const group = groups.get(coefficient)
    const opposite = groups.get(-coefficient)
    if (group) group.plus.push(i)
    else if (opposite) opposite.minus.push(i)
    else groups.set(coefficient, { plus: [i], minus: [] })
  }
  return groups
}

/** Ink of two carriers in one word: apart, and as a pair. Operators: get 75, const 1, add 100, mul 160. */
const APART = 336
const PAIR = { both: 612, one: 511, none: 175 }
const PAIR_PRODUCT = 410 + 75

/** Ink of one word over the carriers of all pairs, as pairs and with equal coefficients in one product. */
function pairedInk(row: readonly bigint[], pairs: readonly [number, number][]): number {
  return pairs.reduce((ink, [a, b]) => {
    const used = Number(row[a] !== 0n) + Number(row[b] !== 0n)
    return ink + (used === 2 ? PAIR.both : used === 1 ? PAIR.one : PAIR.none)
  }, 175)
}

function groupedInk(row: readonly bigint[], carriers: readonly number[]): number {
  const groups = groupEqual(row, carriers)
  const used = carriers.filter((i) => row[i] !== 0n).length
  return 175 * used + (APART - 75) * groups.size - 100 * groups.size
}

function choosePairs(words: readonly WordSum[]): [number, number][] {
  const size = words[0]?.row.length ?? 0
  const usage = Array.from({ length: size }, (_, i) => words.filter(({ row }) => row[i] !== 0n).length)
  const order = [...usage.keys()].sort((a, b) => usage[b]! - usage[a]! || a - b)
  const pairs: [number, number][] = []
  let saved = -175 * words.length
  for (let k = 0; k + 1 < order.length; k += 2) {
    const [a, b] = [order[k]!, order[k + 1]!].sort((x, y) => x - y) as [number, number]
    let gain = -PAIR_PRODUCT
    for (const { row } of words) {
      const both = row[a] !== 0n && row[b] !== 0n
      const none = row[a] === 0n && row[b] === 0n
      gain += both ? 2 * APART - PAIR.both : none ? -PAIR.none : APART - PAIR.one
    }
    if (gain <= 0) continue
    saved += gain
    pairs.push([a, b])
  }
  if (saved <= 0) return []
  return pairs.sort((p, q) => p[0] - q[0])
}
