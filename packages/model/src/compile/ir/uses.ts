import { type Branch, isLeaf, type Leaf, type Node } from './nodes.ts'
import type { KernelFunction, Statement } from './program.ts'

/** How often each value of a function is used; what a value needs counts once, however often it is used itself. */
export function countUses(f: KernelFunction): Map<Node, number> {
  const uses = new Map<Node, number>()
  const visit = (n: Node) => {
    const count = uses.get(n)
    uses.set(n, (count ?? 0) + 1)
    if (count !== undefined) return
    for (const arg of n.args) visit(arg)
    if (n.branch) visitBranch(n.branch)
  }
  const visitBranch = (b: Branch | Leaf) => {
    if (isLeaf(b)) {
      for (const { value } of b.adds) visit(value)
      visit(b.value)
      return
    }
    visit(b.test)
    visitBranch(b.no)
    visitBranch(b.yes)
  }
  const statements = (body: Statement[]) => {
    for (const s of body) {
      if (s.kind === 'let') {
        visit(s.value)
        uses.set(s.value, uses.get(s.value)! - 1)
      } else if (s.kind === 'store') {
        if (s.base) visit(s.base)
        visit(s.value)
      } else if (s.kind === 'host' || s.kind === 'call') s.args.forEach(visit)
      else if (s.kind === 'assign') visit(s.value)
      else if (s.kind === 'loop') {
        statements(s.body)
        visit(s.again)
      }
    }
  }
  statements(f.body)
  if (f.returns) visit(f.returns)
  return uses
}
