import { type Branch, isLeaf, type Leaf, type Node } from './nodes.ts'
import type { KernelFunction, Program, Statement } from './program.ts'

interface Range {
  min: number
  max: number
}

/** Which way a test goes for a certain input. */
export type Direction = (test: Node) => 'yes' | 'no'

/**
 * Ink of the instructions of one call, from the ink of each basic block, over all paths or one. Follows the order in which
 * `encodeProgram` writes blocks: a test and its `br_if`, then `no`, then `yes`; a loop's body and its `br_if`.
 */
export function pathInk(program: Program, blocks: readonly (readonly number[])[], goes?: Direction): Range {
  const ranges = new Map<string, Range>()
  for (const [i, f] of program.functions.entries())
    ranges.set(f.name, functionInk(f, blocks[i]!, ranges, goes))
  return ranges.get(program.functions.at(-1)!.name)!
}

function functionInk(
  f: KernelFunction,
  blocks: readonly number[],
  called: ReadonlyMap<string, Range>,
  goes?: Direction,
): Range {
  const total: Range = { min: 0, max: 0 }
  let next = 0
  const plus = (into: Range, { min, max }: Range, times: number) => {
    into.min += times * min
    into.max += times * max
  }
  const take = (into: Range, times = 1) => {
    const ink = blocks[next++]!
    plus(into, { min: ink, max: ink }, times)
  }
  const seen = new Set<Node>()
  const value = (n: Node, into: Range, times = 1) => {
    if (seen.has(n)) return
    seen.add(n)
    for (const arg of n.args) value(arg, into, times)
    if (n.branch && !isLeaf(n.branch)) plus(into, branch(n.branch), times)
    else if (n.branch) take(into, times)
  }
  const branch = (b: Branch | Leaf): Range => {
    const here: Range = { min: 0, max: 0 }
    if (isLeaf(b)) {
      for (const { value: v } of b.adds) value(v, here)
      value(b.value, here)
      // a jump out, or the end of the walk
      take(here)
      return here
    }
    value(b.test, here)
    take(here)
    const no = branch(b.no)
    // what stands between a jump and the end of its block never runs
    next++
    const yes = branch(b.yes)
    const taken = goes && { yes, no }[goes(b.test)]
    if (taken) return { min: here.min + taken.min, max: here.max + taken.max }
    return { min: here.min + Math.min(no.min, yes.min), max: here.max + Math.max(no.max, yes.max) }
  }
  const statements = (body: readonly Statement[], into: Range, times: number) => {
    for (const s of body) {
      if (s.kind === 'let' || s.kind === 'assign') value(s.value, into, times)
      else if (s.kind === 'store') {
        if (s.base) value(s.base, into, times)
        value(s.value, into, times)
      } else if (s.kind === 'host') {
        for (const arg of s.args) value(arg, into, times)
        take(into, times)
      } else if (s.kind === 'call') {
        for (const arg of s.args) value(arg, into, times)
        take(into, times)
        plus(into, called.get(s.name)!, times)
      } else if (s.kind === 'loop') {
        take(into, times)
        statements(s.body, into, s.turns)
        value(s.again, into, s.turns)
        take(into, s.turns)
        take(into, times)
      }
    }
  }
  statements(f.body, total, 1)
  if (f.returns) value(f.returns, total)
  take(total)
  if (next !== blocks.length) throw new Error(`counted ${next} of ${blocks.length} blocks of ${f.name}`)
  return total
}
