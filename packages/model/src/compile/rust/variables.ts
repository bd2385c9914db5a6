import { type Branch, isLeaf, type Leaf, type Node, type Variable } from '../ir/nodes.ts'
import type { Statement } from '../ir/program.ts'

/** The locals that some statements and outputs change or read. */
export function variablesIn(body: readonly Statement[], outputs: readonly Node[]): Set<Variable> {
  const found = new Set<Variable>()
  const seen = new Set<Node>()
  const visit = (n: Node) => {
    if (seen.has(n)) return
    seen.add(n)
    if (n.variable) found.add(n.variable)
    n.args.forEach(visit)
    if (n.branch) visitBranch(n.branch)
  }
  const visitBranch = (b: Branch | Leaf) => {
    if (isLeaf(b)) {
      for (const { variable, value } of b.adds) {
        found.add(variable)
        visit(value)
      }
      visit(b.value)
    } else {
      visitBranch(b.yes)
      visitBranch(b.no)
    }
  }
  for (const s of body)
    if (s.kind === 'let' || s.kind === 'store') visit(s.value)
    else if (s.kind === 'assign') {
      found.add(s.variable)
      visit(s.value)
    } else if (s.kind === 'call') s.args.forEach(visit)
  outputs.forEach(visit)
  return found
}
