import { opcode } from '../operators.ts'
import type { Operator } from '../readOperator.ts'
import type { Reach } from './reach.ts'

/** Where a number can come from. */
export const FROM = { length: 1, constant: 2, frame: 4, elsewhere: 8 } as const

/** A number on the stack: its sources as bits of `FROM`, and its value where it is one constant. */
type Value = {
  from: number
  constant: bigint | undefined
  /** The length and one constant, added, subtracted or xored: zero where they are equal. */
  against?: boolean
}

/** What was seen of one function. */
export type FlowEvents = {
  /** `read_args` was called with this pointer. */
  reads: { functionIndex: number; offset: number; from: number }[]
  /** A branch inside a loop that depends on the calldata's length. */
  lengthLoops: { functionIndex: number; offset: number }[]
  /** The length was compared with a constant that bounds it. */
  bounded: boolean
}

const code = (names: string) => new Set(names.split(' ').map((name) => opcode(name)))
const EQUAL = code('i32.eq i32.ne')
const ORDER = code('i32.lt_s i32.lt_u i32.gt_s i32.gt_u i32.le_s i32.le_u i32.ge_s i32.ge_u')
/** `len ^ 64`, `len - 64`: what the optimizer makes of a comparison. */
const AGAINST = code('i32.xor i32.sub i32.add')
const EQZ = opcode('i32.eqz')
const CONST = opcode('i32.const')
const NOTHING: Value = { from: FROM.elsewhere, constant: undefined }
/** A length of 4 is a selector: comparing with that much bounds nothing. */
const SELECTOR = 4n

/**
 * Follows the calldata's length, constants and frame addresses through locals and direct calls. Order and branches are
 * not followed: a local may hold whatever is ever put into it. Memory is not followed: what is loaded is `elsewhere`.
 */
export function flowOf(reach: Reach): FlowEvents {
  const params = new Map<number, number[]>()
  if (reach.entry !== undefined) params.set(reach.entry, [FROM.length])
  for (const index of reach.indirect)
    params.set(
      index,
      (reach.types[index]?.params ?? []).map(() => FROM.elsewhere),
    )
  const events: FlowEvents = { reads: [], lengthLoops: [], bounded: false }
  // Sources only grow, four bits a parameter, so this ends; the bound is for modules made to be slow.
  for (let round = 0; round < 8; round++) {
    let grew = false
    events.reads = []
    events.lengthLoops = []
    for (const index of reach.reached) {
      if (index < reach.imported) continue
      grew = functionFlow(reach, index, params, events) || grew
    }
    if (!grew) break
  }
  return events
}

function functionFlow(
  reach: Reach,
  index: number,
  params: Map<number, number[]>,
  events: FlowEvents,
): boolean {
  const ops = reach.ops.get(index) as Operator[]
  const locals: number[] = [...(params.get(index) ?? [])]
  let grew = false
  // Twice: a loop's later assignments reach its earlier reads.
  for (let pass = 0; pass < 2; pass++)
    grew = walk(reach, index, ops, locals, params, events, pass === 1) || grew
  return grew
}

function walk(
  { module, types, imported }: Reach,
  functionIndex: number,
  ops: readonly Operator[],
  locals: number[],
  params: Map<number, number[]>,
  events: FlowEvents,
  record: boolean,
): boolean {
  const stack: Value[] = []
  const pop = (): Value => stack.pop() ?? NOTHING
  const put = (from: number, constant?: bigint) => stack.push({ from, constant })
  const blocks: string[] = []
  let grew = false
  const call = (index: number, count: number, results: number) => {
    const values = Array.from({ length: count }, pop).reverse()
    if (index >= imported) {
      const known = params.get(index) ?? []
      for (const [i, { from }] of values.entries()) {
        if (((known[i] ?? 0) | from) === (known[i] ?? 0)) continue
        known[i] = (known[i] ?? 0) | from
        grew = true
      }
      params.set(index, known)
    } else if (record && module.imports[index]?.name === 'read_args')
      events.reads.push({ functionIndex, offset: 0, from: values[0]?.from ?? FROM.elsewhere })
    for (let i = 0; i < results; i++) put(FROM.elsewhere)
  }
  for (const op of ops) {
    const { name } = op.info
    if (name === 'block' || name === 'loop' || name === 'if') {
      const condition = name === 'if' ? pop() : undefined
      if (condition) decide(condition, op)
      blocks.push(name)
    } else if (name === 'end') blocks.pop()
    else if (op.code === CONST) put(FROM.constant, op.value)
    else if (name === 'local.get') put(locals[op.index] ?? 0)
    else if (name === 'local.set' || name === 'local.tee') {
      const value = pop()
      locals[op.index] = (locals[op.index] ?? 0) | value.from
      if (name === 'local.tee') stack.push(value)
    } else if (name === 'global.get') put(FROM.frame)
    else if (name === 'global.set' || name === 'drop') pop()
    else if (name === 'call') {
      const type = types[op.index]
      const before = events.reads.length
      call(op.index, type?.params.length ?? 0, type?.results.length ?? 0)
      if (events.reads.length > before) events.reads.at(-1)!.offset = op.start
    } else if (name === 'call_indirect') {
      pop()
      const type = module.types[op.index]
      for (let i = 0; i < (type?.params.length ?? 0); i++) pop()
      for (let i = 0; i < (type?.results.length ?? 0); i++) put(FROM.elsewhere)
    } else if (name === 'br_if' || name === 'br_table') decide(pop(), op)
    else if (name === 'select') {
      decide(pop(), op)
      const [b, a] = [pop(), pop()]
      put(a.from | b.from)
    } else if (EQUAL.has(op.code) || ORDER.has(op.code)) {
      const [b, a] = [pop(), pop()]
      const [length, other] = a.from === FROM.length ? [a, b] : [b, a]
      if (length.from === FROM.length && other.constant !== undefined) {
        const large = other.constant > SELECTOR || other.constant < 0n
        if (EQUAL.has(op.code) || large) events.bounded = true
      }
      put(a.from | b.from)
    } else if (op.code === EQZ) {
      const value = pop()
      if (value.against) events.bounded = true
      put(value.from)
    } else if (/\.(load|store)/.test(name)) {
      pop()
      if (name.includes('store')) pop()
      else put(FROM.elsewhere)
    } else if (name === 'memory.copy' || name === 'memory.fill') [pop(), pop(), pop()]
    else if (name === 'memory.size') put(FROM.elsewhere)
    else if (name === 'memory.grow') {
      pop()
      put(FROM.elsewhere)
    } else if (UNARY.test(name)) put(pop().from)
    else if (name.includes('.const')) put(FROM.constant)
    else if (/^[if](32|64)\./.test(name)) {
      const [b, a] = [pop(), pop()]
      const [length, other] = a.from === FROM.length ? [a, b] : [b, a]
      const against = length.from === FROM.length && other.constant !== undefined && AGAINST.has(op.code)
      stack.push({ from: a.from | b.from, constant: undefined, ...(against && { against }) })
    }
  }
  return grew

  function decide(condition: Value, op: Operator) {
    if (condition.against) events.bounded = true
    if (record && condition.from & FROM.length && blocks.includes('loop'))
      events.lengthLoops.push({ functionIndex, offset: op.start })
  }
}

const UNARY =
  /eqz|clz|ctz|popcnt|wrap|extend|trunc|convert|demote|promote|reinterpret|\.(abs|neg|ceil|floor|nearest|sqrt)$/
