import { opcodeOf, prices } from '@inkling/wasm'
import { isCheap } from './emit-wasm.ts'
import type { Node } from './nodes.ts'

const price = (op: string): number => prices.OPERATOR_INK.get(opcodeOf(op)) ?? prices.UNPAYABLE
const GET = price('local.get')

/**
 * Ink of computing some values in straight-line code, without block headers: operators, and a local for each value
 * that is used again. Values in `known` are there already and cost a `local.get`.
 */
export function graphInk(roots: readonly Node[], known: ReadonlySet<Node> = new Set()): number {
  let ink = 0
  const seen = new Set<Node>()
  const visit = (n: Node) => {
    if (known.has(n)) {
      ink += GET
    } else if (isCheap(n)) {
      ink += n.op === 'const' ? price(`${n.type}.const`) : GET
    } else if (seen.has(n)) {
      ink += GET
    } else {
      seen.add(n)
      for (const arg of n.args) visit(arg)
      ink += price(n.op)
    }
  }
  for (const root of roots) visit(root)
  // the first use of a value that is used again is a local.tee
  const again = new Map<Node, number>()
  const count = (n: Node) => again.set(n, (again.get(n) ?? 0) + 1)
  for (const root of roots) count(root)
  for (const n of seen) for (const arg of n.args) count(arg)
  for (const n of seen) if ((again.get(n) ?? 0) > 1) ink += GET
  return ink
}
