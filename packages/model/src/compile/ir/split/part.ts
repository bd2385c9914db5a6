import { isCheap } from '../emit-wasm.ts'
import { type Branch, isLeaf, type Leaf, load, type Node, param, type Variable } from '../nodes.ts'
import type { Statement } from '../program.ts'
import type { Entry } from './entries.ts'
import type { Transfer } from './transfers.ts'

interface Surroundings {
  run: number
  /** Whether this is the entry point, which computes what it hands over itself. */
  entry: boolean
  /** The run that makes a value. */
  home: ReadonlyMap<Node, number>
  transfers: ReadonlyMap<Node, Transfer>
  slotOf(value: Node | Variable): number
  fromInput(n: Node): number | undefined
}

/** One function of a split program: its values are copies, with parameters and loads for what others make. */
export class Part {
  /** Values of the program before, in the order of the parameters. */
  readonly parameters: Node[] = []
  private readonly copies = new Map<Node, Node>()
  private readonly around: Surroundings

  constructor(around: Surroundings) {
    this.around = around
  }

  /** The code for some entries, which are all of this run. */
  statements(own: readonly Entry[], lets: ReadonlySet<Node>): Statement[] {
    const { run, home, transfers, slotOf } = this.around
    const body: Statement[] = []
    // a branch may not be the first to load what others use too
    for (const { node, needs } of own)
      if (node.branch)
        for (const n of needs)
          if (home.get(n) !== run || transfers.get(n) === 'parameter')
            body.push({ kind: 'let', value: this.value(n) })
    for (const { node } of own) {
      const transfer = transfers.get(node)
      if (transfer === 'parameter') continue
      if (lets.has(node)) body.push({ kind: 'let', value: this.value(node) })
      if (transfer === 'memory')
        body.push({
          kind: 'store',
          op: `${node.type}.store`,
          address: slotOf(node),
          value: this.value(node),
        })
    }
    return body
  }

  /** What stands for a value of the program before. */
  value(n: Node): Node {
    if (isCheap(n)) return n
    const known = this.copies.get(n)
    if (known) return known
    const copy = this.copy(n)
    this.copies.set(n, copy)
    return copy
  }

  private copy(n: Node): Node {
    const { run, entry, home, transfers, slotOf, fromInput } = this.around
    const transfer = transfers.get(n)
    // what the entry point hands over it computes before anything is in memory
    if (entry && fromInput(n) !== undefined) return this.again(n)
    if (transfer === 'parameter') {
      const index = this.parameters.push(n) - 1
      return { ...param(n.type, index), origin: n }
    }
    if (transfer === 'memory' && home.get(n) !== run)
      return { ...load(`${n.type}.load`, slotOf(n)), origin: n, ...(n.name && { name: n.name }) }
    return this.again(n)
  }

  /** The same operator on what stands for its arguments. */
  private again(n: Node): Node {
    return {
      ...n,
      origin: n,
      args: n.args.map((arg) => this.value(arg)),
      ...(n.branch && { branch: this.branch(n.branch) as Branch }),
    }
  }

  private branch(b: Branch | Leaf): Branch | Leaf {
    if (isLeaf(b))
      return {
        value: this.value(b.value),
        adds: b.adds.map(({ variable, value }) => ({ variable, value: this.value(value) })),
      }
    return {
      test: this.value(b.test),
      above: { x: this.value(b.above.x), threshold: b.above.threshold },
      no: this.branch(b.no),
      yes: this.branch(b.yes),
    }
  }
}
