import { type Branch, isLeaf, type Leaf, type Node } from './nodes.ts'

const bits = (n: Node) => (n.type === 'i64' ? 64 : 32)

const BINARY: Record<string, (a: bigint, b: bigint, bits: number) => bigint> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
  shl: (a, b) => a << b,
  shr_u: (a, b, width) => BigInt.asUintN(width, a) >> b,
  shr_s: (a, b) => a >> b,
  ne: (a, b) => BigInt(a !== b),
}

/**
 * The value of a node of a kernel without loops or tables, for one input. Tells which way a walk goes without
 * running the module.
 */
export function evaluate(node: Node, input: Uint8Array, known: Map<Node, bigint> = new Map()): bigint {
  const n = node.origin ?? node
  const found = known.get(n)
  if (found !== undefined) return found
  const value = BigInt.asIntN(bits(n), compute(n, input, known))
  known.set(n, value)
  return value
}

function compute(n: Node, input: Uint8Array, known: Map<Node, bigint>): bigint {
  if (n.op === 'const') return n.value
  if (n.op === 'walk') return evaluate(leafOf(n.branch!, input, known).value, input, known)
  if (n.op === 'i64.load' && n.args[0]!.op === 'const') {
    let word = 0n
    for (let i = 7; i >= 0; i--) word = (word << 8n) | BigInt(input[n.offset + i] ?? 0)
    return word
  }
  const [a, b] = n.args.map((arg) => evaluate(arg, input, known)) as [bigint, bigint]
  if (n.op === 'i32.wrap_i64' || n.op === 'i64.extend_i32_s') return a
  const rule = BINARY[n.op.slice(4)]
  if (!rule) throw new Error(`${n.op} is not evaluated here`)
  return rule(a, b, bits(n.args[0]!))
}

/** The leaf that an input reaches. */
function leafOf(branch: Branch | Leaf, input: Uint8Array, known: Map<Node, bigint>): Leaf {
  let at = branch
  while (!isLeaf(at)) at = evaluate(at.test, input, known) !== 0n ? at.yes : at.no
  return at
}
