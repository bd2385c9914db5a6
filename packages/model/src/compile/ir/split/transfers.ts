import { opcodeOf, prices } from '@inkling/wasm'
import type { Node } from '../nodes.ts'
import type { Entry } from './entries.ts'

/** How a value comes from one function to others. */
export type Transfer =
  /** The entry point computes it and hands it to those that use it. */
  | 'parameter'
  /** The function that makes it stores it, the others load it. */
  | 'memory'
  /** Each computes it from the input. */
  | 'again'

const price = (op: string): number => prices.OPERATOR_INK.get(opcodeOf(op)) ?? prices.UNPAYABLE
const GET = price('local.get')

/** What is dearer than this is never computed twice. */
const MOST_INK = 2500

/** Ink of a value from the input alone, a few operators behind a load; undefined for all others. */
export function inkFromInput(inputEnd: number): (n: Node) => number | undefined {
  const known = new Map<Node, number | undefined>()
  const compute = (n: Node): number | undefined => {
    if (n.op === 'const') return price(`${n.type}.const`)
    if (n.op.includes('.load') && !(n.args[0]!.op === 'const' && n.offset < inputEnd)) return undefined
    if (n.args.length === 0) return undefined
    let ink = price(n.op)
    for (const arg of n.args) {
      const part = inkOf(arg)
      if (part === undefined || ink + part > MOST_INK) return undefined
      ink += part
    }
    return ink
  }
  const inkOf = (n: Node) => {
    if (!known.has(n)) known.set(n, compute(n))
    return known.get(n)
  }
  return inkOf
}

/**
 * The cheapest way for each value that more than one function uses, by counted ink.
 *
 * @param parameters how many values the entry point may keep in locals for the others.
 */
export function chooseTransfers(
  entries: readonly Entry[],
  runs: readonly number[],
  fromInput: (n: Node) => number | undefined,
  parameters: number,
): Map<Node, Transfer> {
  const users = new Map<Node, Set<number>>()
  for (const [i, { node, needs }] of entries.entries()) {
    users.set(node, (users.get(node) ?? new Set()).add(runs[i]!))
    for (const n of needs) users.get(n)!.add(runs[i]!)
  }
  const transfers = new Map<Node, Transfer>()
  const gains: { node: Node; gain: number }[] = []
  for (const [node, { size }] of users) {
    if (size === 1) continue
    const { type } = node
    const memory =
      price(`${type}.store`) + price('i32.const') + (size - 1) * (price(`${type}.load`) + 1 + GET)
    const ink = fromInput(node)
    if (ink === undefined) {
      transfers.set(node, 'memory')
      continue
    }
    const again = (size - 1) * ink
    transfers.set(node, again <= memory ? 'again' : 'memory')
    // the entry point is the last run: it reads its own local
    gains.push({ node, gain: Math.min(memory, again) - size * GET })
  }
  gains.sort((a, b) => b.gain - a.gain)
  for (const { node, gain } of gains.slice(0, parameters)) if (gain > 0) transfers.set(node, 'parameter')
  return transfers
}
