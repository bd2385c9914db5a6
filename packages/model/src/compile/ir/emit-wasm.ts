import { encodeModule, type WasmModule } from '@inkling/wasm'
import { type Branch, isLeaf, type Leaf, type Node, type Ty, type Variable } from './nodes.ts'
import type { HostCall, KernelFunction, Program, Statement } from './program.ts'
import { countUses } from './uses.ts'
import { CodeWriter } from './writer.ts'

const TYPE: Record<Ty, number> = { i32: 0x7f, i64: 0x7e }
const HOST_TYPES: Record<HostCall, { params: Ty[]; results: Ty[] }> = {
  read_args: { params: ['i32'], results: [] },
  write_result: { params: ['i32', 'i32'], results: [] },
  account_code: { params: ['i32', 'i32', 'i32', 'i32'], results: ['i32'] },
}

/** The host calls of a program, in the order of its imports. */
const importsOf = ({ contracts }: Program): HostCall[] => [
  'read_args',
  'write_result',
  ...(contracts ? (['account_code'] as const) : []),
]

/** A program as a module: imports of `vm_hooks`, exports `user_entrypoint` and `memory`, no names. */
export function encodeProgram(program: Program): Uint8Array {
  const types: { params: number[]; results: number[] }[] = []
  const typeOf = (params: Ty[], results: Ty[]) => {
    const type = { params: params.map((t) => TYPE[t]), results: results.map((t) => TYPE[t]) }
    const known = types.findIndex((t) => JSON.stringify(t) === JSON.stringify(type))
    return known >= 0 ? known : types.push(type) - 1
  }
  const names = importsOf(program)
  const imports = names.map((name) => ({
    module: 'vm_hooks',
    name,
    kind: 'function' as const,
    type: typeOf(HOST_TYPES[name].params, HOST_TYPES[name].results),
    offset: 0,
  }))
  const at = { encodedBytes: 0, offset: 0 }
  const module: WasmModule = {
    source: new Uint8Array(),
    types,
    imports,
    functions: program.functions.map((f) => typeOf(f.params, f.returns ? [f.returns.type] : [])),
    tables: [],
    memories: [{ min: program.pages, max: program.pages }],
    globals: [],
    exports: [
      {
        name: 'user_entrypoint',
        kind: 'function',
        index: names.length + program.functions.length - 1,
      },
      { name: 'memory', kind: 'memory', index: 0 },
    ],
    start: undefined,
    elements: [],
    dataCount: undefined,
    bodies: program.functions.map((f) => encodeFunction(f, program)),
    data: program.data.map(({ offset, bytes }) => ({
      ...at,
      mode: 'active' as const,
      at: constant(offset),
      payload: bytes,
    })),
    customs: [],
  }
  return encodeModule(module)
}

function encodeFunction(f: KernelFunction, program: Program): WasmModule['bodies'][number] {
  const emitter = new Emitter(f, program)
  const code = emitter.run()
  return { locals: emitter.runs(), code, offset: 0, codeOffset: 0 }
}

function constant(value: number): NonNullable<WasmModule['data'][number]['at']> {
  const info = { code: 0x41, name: 'i32.const', immediate: 'i32' as const }
  const op = { info, code: 0x41, start: 0, end: 0, index: 0, second: 0, labels: [], block: 'empty' as const }
  return { op: { ...op, value: BigInt(value), raw: undefined } }
}

/** Writes one function. Values used again are kept in locals; a local is free again after its last use. */
class Emitter {
  private readonly w = new CodeWriter()
  private readonly uses: Map<Node, number>
  private readonly slots = new Map<Node, number>()
  private readonly variables = new Map<Variable, number>()
  private readonly locals: Ty[] = []
  private readonly free: Record<Ty, number[]> = { i32: [], i64: [] }
  private readonly f: KernelFunction
  private readonly program: Program
  private readonly imports: HostCall[]

  constructor(f: KernelFunction, program: Program) {
    this.f = f
    this.program = program
    this.imports = importsOf(program)
    this.uses = countUses(f)
  }

  run(): Uint8Array {
    this.statements(this.f.body)
    if (this.f.returns) this.value(this.f.returns)
    this.w.op('end')
    return this.w.done()
  }

  runs(): { count: number; type: number }[] {
    const runs: { count: number; type: number }[] = []
    for (const type of this.locals) {
      const last = runs.at(-1)
      if (last?.type === TYPE[type]) last.count++
      else runs.push({ count: 1, type: TYPE[type] })
    }
    return runs
  }

  private allocate(type: Ty): number {
    const free = this.free[type].pop()
    if (free !== undefined) return free
    return this.f.params.length + this.locals.push(type) - 1
  }

  private slotOf(variable: Variable): number {
    const known = this.variables.get(variable)
    if (known !== undefined) return known
    const slot = this.f.params.length + this.locals.push(variable.type) - 1
    this.variables.set(variable, slot)
    return slot
  }

  private statements(body: Statement[]): void {
    for (const s of body) this.statement(s)
  }

  private statement(s: Statement): void {
    const { w } = this
    switch (s.kind) {
      case 'comment':
        return
      case 'let': {
        if (this.slots.has(s.value) || (this.uses.get(s.value) ?? 0) === 0) return
        this.operator(s.value)
        const slot = this.allocate(s.value.type)
        this.slots.set(s.value, slot)
        w.op('local.set').u32(slot)
        return
      }
      case 'store':
        if (s.base) this.value(s.base)
        else w.op('i32.const').signed(0n)
        this.value(s.value)
        w.op(s.op).u32(0).u32(s.address)
        return
      case 'host':
        for (const arg of s.args) this.value(arg)
        w.op('call').u32(this.imports.indexOf(s.name))
        if (s.result) w.op('local.set').u32(this.slotOf(s.result))
        return
      case 'call':
        for (const arg of s.args) this.value(arg)
        w.op('call').u32(this.imports.length + this.program.functions.findIndex((f) => f.name === s.name))
        return
      case 'assign':
        this.value(s.value)
        w.op('local.set').u32(this.slotOf(s.variable))
        return
      case 'loop':
        w.op('loop').byte(0x40)
        this.statements(s.body)
        this.value(s.again)
        w.op('br_if').u32(0)
        w.op('end')
    }
  }

  /** Puts a value on the stack. */
  private value(n: Node): void {
    const { w } = this
    const slot = this.slots.get(n)
    if (slot !== undefined) {
      w.op('local.get').u32(slot)
      const left = this.uses.get(n)! - 1
      this.uses.set(n, left)
      if (left === 0) this.free[n.type].push(slot)
      return
    }
    this.operator(n)
    if (isCheap(n)) return
    const left = this.uses.get(n)! - 1
    this.uses.set(n, left)
    if (left === 0) return
    const made = this.allocate(n.type)
    this.slots.set(n, made)
    w.op('local.tee').u32(made)
  }

  private operator(n: Node): void {
    const { w } = this
    if (n.op === 'const') {
      w.op(`${n.type}.const`).signed(n.value)
      return
    }
    if (n.op === 'param' || n.op === 'var') {
      w.op('local.get').u32(n.variable ? this.slotOf(n.variable) : n.offset)
      return
    }
    if (n.op === 'walk') {
      w.op('block').byte(TYPE[n.type])
      this.branch(n.branch!, 0, true)
      w.op('end')
      return
    }
    for (const arg of n.args) this.value(arg)
    w.op(n.op)
    if (n.op.includes('.load')) w.u32(0).u32(n.offset)
  }

  /**
   * `no` inside a block of its own, `yes` behind it; each leaf jumps out of the walk. So a node that is passed costs
   * one basic block, and the last leaf falls out of the walk without a jump.
   */
  private branch(b: Branch | Leaf, depth: number, last: boolean): void {
    const { w } = this
    if (isLeaf(b)) {
      for (const { variable, value } of b.adds) {
        const slot = this.slotOf(variable)
        w.op('local.get').u32(slot)
        this.value(value)
        w.op(`${variable.type}.add`)
        w.op('local.set').u32(slot)
      }
      this.value(b.value)
      if (!last) w.op('br').u32(depth)
      return
    }
    w.op('block').byte(0x40)
    this.value(b.test)
    w.op('br_if').u32(0)
    this.branch(b.no, depth + 1, false)
    w.op('end')
    this.branch(b.yes, depth, last)
  }
}

/** Whether a node is written again at each use rather than kept. */
export function isCheap(n: Node): boolean {
  return n.op === 'const' || n.op === 'param' || n.op === 'var'
}
