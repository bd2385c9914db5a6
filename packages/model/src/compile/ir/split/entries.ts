import { isCheap } from '../emit-wasm.ts'
import { type Branch, isLeaf, type Leaf, type Node, type Variable } from '../nodes.ts'
import type { KernelFunction } from '../program.ts'

/** A value in the order in which it is computed. A walk is one entry, with all that only its branches compute. */
export interface Entry {
  node: Node
  /** Values of other entries that this one uses. */
  needs: Set<Node>
  /** Variables that a walk adds to or that the value reads. */
  variables: Set<Variable>
  /** About how many operators it takes after metering. */
  operators: number
  /** Uses the length of the arguments, so it has to stay in the entry point. */
  last: boolean
}

/** Operators that metering puts behind a jump or the end of a block, with the jump or end itself. */
const BLOCK = 13

/**
 * All values of a function of straight-line code and walks, in the order of its code.
 *
 * @returns undefined for a function with loops or assignments: those say themselves what comes after what.
 */
export function listEntries(f: KernelFunction): { entries: Entry[]; lets: Set<Node> } | undefined {
  const entries: Entry[] = []
  const lets = new Set<Node>()
  const made = new Map<Node, Entry>()
  let apart = true

  const visit = (n: Node, into: Entry | undefined) => {
    const known = made.get(n)
    if (known) {
      // made in a branch and used outside of it
      if (known.node !== n && known !== into) apart = false
      if (into && known !== into) into.needs.add(n)
      if (known.last && into) into.last = true
      return
    }
    if (isCheap(n)) {
      if (!into) return
      into.operators++
      if (n.variable) into.variables.add(n.variable)
      if (n.op === 'param') into.last = true
      return
    }
    // inside a walk all that is new belongs to it
    const inside = into?.node.branch !== undefined
    const entry: Entry = inside
      ? into
      : { node: n, needs: new Set(), variables: new Set(), operators: 0, last: false }
    made.set(n, entry)
    // itself, and a local that is set and read
    entry.operators += 3
    for (const arg of n.args) visit(arg, entry)
    if (n.branch) branch(n.branch, entry)
    if (inside) return
    if (into) {
      into.needs.add(n)
      if (entry.last) into.last = true
    }
    entries.push(entry)
  }
  const branch = (b: Branch | Leaf, entry: Entry) => {
    entry.operators += BLOCK
    if (isLeaf(b)) {
      for (const { variable, value } of b.adds) {
        entry.variables.add(variable)
        entry.operators += 3
        visit(value, entry)
      }
      visit(b.value, entry)
      return
    }
    entry.operators += 2 * BLOCK
    visit(b.test, entry)
    branch(b.no, entry)
    branch(b.yes, entry)
  }

  for (const s of f.body) {
    if (s.kind === 'loop' || s.kind === 'assign' || s.kind === 'call') return undefined
    if (s.kind === 'host') for (const arg of s.args) visit(arg, undefined)
    else if (s.kind !== 'comment') visit(s.value, undefined)
    if (s.kind === 'let') lets.add(s.value)
  }
  if (f.returns) visit(f.returns, undefined)
  if (!apart) return undefined
  return { entries: [...entries.filter((e) => !e.last), ...entries.filter((e) => e.last)], lets }
}
