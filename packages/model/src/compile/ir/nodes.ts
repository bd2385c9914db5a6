/** Types of values in a kernel. */
export type Ty = 'i32' | 'i64'

/**
 * A value of a kernel: a node of a graph, computed once. A node used more than once is kept in a local by the raw
 * back end and becomes a `let` in Rust. Operators are WebAssembly's by name; integers wrap.
 */
export interface Node {
  op: string
  type: Ty
  args: Node[]
  /** Of a `const`. */
  value: bigint
  /** Address of a load (added to its argument), index of a `param`. */
  offset: number
  variable?: Variable
  branch?: Branch
  /** Of a load from a table: how many entries it can reach, from `offset` on. */
  entries?: number
  /** The value this one stands for in a program before it was split. */
  origin?: Node
  /** What Rust calls it. */
  name?: string
}

/** A local that changes: an accumulator or a counter. */
export interface Variable {
  type: Ty
  name: string
}

/** The value of a tree walk: `test` not 0 goes to `yes`, else to `no`. */
export interface Branch {
  test: Node
  /** The same as a comparison: x > threshold. */
  above: { x: Node; threshold: number }
  yes: Branch | Leaf
  no: Branch | Leaf
}

export interface Leaf {
  value: Node
  /** Further sums that this leaf adds to. */
  adds: { variable: Variable; value: Node }[]
}

function node(op: string, type: Ty, args: Node[], value = 0n, offset = 0): Node {
  return { op, type, args, value, offset }
}

/** An i64 constant; taken modulo 2^64. */
export function i64(value: bigint | number): Node {
  return node('const', 'i64', [], BigInt.asIntN(64, BigInt(value)))
}

/** An i32 constant; taken modulo 2^32. */
export function i32(value: bigint | number): Node {
  return node('const', 'i32', [], BigInt.asIntN(32, BigInt(value)))
}

export function param(type: Ty, index: number): Node {
  return node('param', type, [], 0n, index)
}

export function variable(type: Ty, name: string): Variable {
  return { type, name }
}

export function read(of: Variable): Node {
  return { ...node('var', of.type, []), variable: of }
}

/** A load, for instance `i64.load`, at `address + offset`. */
export function load(op: string, offset: number, address: Node = i32(0)): Node {
  return node(op, op.startsWith('i32') ? 'i32' : 'i64', [address], 0n, offset)
}

export function isConst(n: Node, value?: bigint | number): boolean {
  return n.op === 'const' && (value === undefined || n.value === BigInt(value))
}

const NEUTRAL: Record<string, bigint> = {
  add: 0n,
  sub: 0n,
  or: 0n,
  xor: 0n,
  shl: 0n,
  shr_u: 0n,
  shr_s: 0n,
  mul: 1n,
  and: -1n,
}

/** A binary operator on two values of one type, by its name without the type. What changes nothing is left out. */
export function binary(name: string, a: Node, b: Node): Node {
  if (isConst(b, NEUTRAL[name] ?? undefined) && name in NEUTRAL) return a
  if ((name === 'add' || name === 'or' || name === 'xor') && isConst(a, 0)) return b
  if (name === 'mul' && isConst(a, 1)) return b
  // a shift is 60 ink cheaper
  if (name === 'mul' && b.op === 'const' && b.value > 0n && (b.value & (b.value - 1n)) === 0n)
    return shl(a, b.value.toString(2).length - 1)
  if ((name === 'mul' || name === 'and') && isConst(b, 0)) return b
  const comparison = /^(eq|ne|lt|gt|le|ge)/.test(name)
  return node(`${a.type}.${name}`, comparison ? 'i32' : a.type, [a, b])
}

export const add = (a: Node, b: Node): Node => binary('add', a, b)
export const sub = (a: Node, b: Node): Node => binary('sub', a, b)
export const mul = (a: Node, b: Node): Node => binary('mul', a, b)
export const and = (a: Node, b: Node): Node => binary('and', a, b)
export const or = (a: Node, b: Node): Node => binary('or', a, b)
export const xor = (a: Node, b: Node): Node => binary('xor', a, b)

const amount = (a: Node, bits: number) => (a.type === 'i64' ? i64(bits) : i32(bits))
export const shl = (a: Node, bits: number): Node => binary('shl', a, amount(a, bits))
/** Logical shift to the right. */
export const shrU = (a: Node, bits: number): Node => binary('shr_u', a, amount(a, bits))
/** Arithmetic shift to the right. */
export const shrS = (a: Node, bits: number): Node => binary('shr_s', a, amount(a, bits))

/** An operator with one operand, by its full name: `i32.wrap_i64`, `i64.extend_i32_u`, `i64.eqz` ... */
export function unary(op: string, a: Node): Node {
  return node(op, op.startsWith('i32') || op.endsWith('eqz') ? 'i32' : 'i64', [a])
}

/** The sum of some values, the first one first. */
export function sum(terms: Node[], type: Ty = 'i64'): Node {
  if (terms.length === 0) return type === 'i64' ? i64(0) : i32(0)
  return terms.reduce(add)
}

/** The value of a tree walk; all leaves have the type of the result. */
export function walk(branch: Branch, type: Ty): Node {
  return { ...node('walk', type, []), branch }
}

export function isLeaf(b: Branch | Leaf): b is Leaf {
  return 'value' in b
}

/** Gives a value a name for Rust, unless it has one. */
export function named(n: Node, name: string): Node {
  n.name ??= name
  return n
}

/** Equal values become one: operators on the same arguments, constants by value. */
export function interner(): (n: Node) => Node {
  const ids = new Map<Node, number>()
  const known = new Map<string, Node>()
  const idOf = (n: Node) => {
    const id = ids.get(n) ?? ids.size
    ids.set(n, id)
    return n.op === 'const' ? `${n.type}${n.value}` : `#${id}`
  }
  const intern = (n: Node): Node => {
    if (n.args.length === 0 || ids.has(n)) return n
    n.args = n.args.map(intern)
    const key = `${n.op} ${n.offset} ${n.args.map(idOf)}`
    const found = known.get(key)
    if (found) return found
    known.set(key, n)
    idOf(n)
    return n
  }
  return intern
}
