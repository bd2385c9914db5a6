import { UnsupportedError } from '../errors.ts'
import { isCheap } from '../ir/emit-wasm.ts'
import { type Branch, isLeaf, type Leaf, type Node, type Variable } from '../ir/nodes.ts'
import type { Kernel, KernelFunction, Program, Statement } from '../ir/program.ts'
import { countUses } from '../ir/uses.ts'
import { type rustTables, tableLoad } from './tables.ts'
import { hex, unwrapped } from './text.ts'
import { variablesIn } from './variables.ts'

/** Writes one function of a kernel. */
export class RustWriter {
  private readonly program: Program
  private readonly tables: ReturnType<typeof rustTables>
  private readonly own: KernelFunction
  private readonly kernelOf: Kernel
  private readonly uses: Map<Node, number>
  private readonly names = new Map<Node, string>()
  private readonly variables = new Map<Variable, string>()
  private readonly taken = new Set<string>([
    'w',
    'n',
    'low',
    'sar',
    'sar_n',
    'widen',
    'input',
    'shared',
    'out',
  ])
  private lines: string[] = []
  private indent = 1
  private next = 0

  /** @param part a function that the kernel calls; left out, the kernel itself. */
  constructor(program: Program, tables: ReturnType<typeof rustTables>, part?: KernelFunction) {
    this.program = program
    this.tables = tables
    this.kernelOf = program.kernel
    const { body, outputs, bad } = this.kernelOf
    const stores = outputs.map((value): Statement => ({ kind: 'store', op: '', address: 0, value }))
    const kernel = { name: '', params: [], body: [...body, ...stores], returns: bad ?? outputs[0]! }
    this.own = part ?? kernel
    this.uses = countUses(this.own)
  }

  /** A function that is called once: kept apart because one function of a contract may not be too large. */
  part(): string {
    const { name, params, names = [], body } = this.own
    for (const parameter of names) this.taken.add(parameter)
    this.variablesOf(body, [])
    for (const s of body) this.statement(s)
    const code = this.lines.join('')
    const list = [
      `${/\binput\[/.test(code) ? '' : '_'}input: &[u64; WORDS]`,
      `${/\bshared\[/.test(code) ? '' : '_'}shared: &mut Shared`,
      ...names.map((parameter, k) => `${parameter}: ${params[k] === 'i64' ? 'W' : 'N'}`),
    ]
    return `\n#[inline(never)]\nfn ${name}(${list.join(', ')}) {\n${code}}\n`
  }

  kernel(): string {
    const { body, outputs, bad } = this.kernelOf
    if (this.program.shared) this.line(`let mut shared: Shared = [w(0); ${this.program.shared.words}];`)
    this.variablesOf(body, outputs)
    for (const s of body) this.statement(s)
    for (const [i, value] of outputs.entries()) {
      const text = this.expression(value)
      if (outputs.length === 1 && value.type === 'i32' && this.isLabel) this.line(`*out = (${text}).0 as u8;`)
      else this.line(`out[${i}] = (${text}).0 as i32;`)
    }
    this.line(bad ? `(${this.expression(bad)}).0 == 0` : 'true')
    return this.lines.join('')
  }

  private variablesOf(body: readonly Statement[], outputs: readonly Node[]): void {
    for (const v of variablesIn(body, outputs)) {
      this.variables.set(v, v.name)
      this.line(`let mut ${v.name} = ${v.type === 'i64' ? 'w(0)' : 'n(0)'};`)
    }
  }

  private get isLabel(): boolean {
    return this.program.functions.at(-1)!.body.some((s) => s.kind === 'store' && s.op === 'i32.store8')
  }

  private line(text: string): void {
    this.lines.push(`${'    '.repeat(this.indent)}${text}\n`)
  }

  private statement(s: Statement): void {
    if (s.kind === 'let') {
      if ((this.uses.get(s.value) ?? 0) > 0 && !this.names.has(s.value)) this.define(s.value)
    } else if (s.kind === 'assign') {
      this.line(`${this.variables.get(s.variable)} = ${this.expression(s.value)};`)
    } else if (s.kind === 'call') {
      const args = ['input', '&mut shared', ...s.args.map((arg) => this.expression(arg))]
      this.line(`${s.name}(${args.join(', ')});`)
    } else if (s.kind === 'store' && this.slot(s.address) !== undefined && !s.base) {
      const text = this.expression(s.value)
      const value = s.value.type === 'i64' ? unwrapped(text) : `widen(${text})`
      this.line(`shared[${this.slot(s.address)}] = ${value};`)
    } else if (s.kind !== 'comment') {
      throw new UnsupportedError(
        'kernel',
        `a ${s.kind} has no form in Rust`,
        "Use placement 'code', or the raw module",
      )
    }
  }

  /** Index into what functions share, of an address. */
  private slot(address: number): number | undefined {
    const { shared: memory } = this.program
    if (!memory || address < memory.address) return undefined
    return (address - memory.address) / 8
  }

  private define(n: Node): string {
    const text = this.operator(n)
    let name = n.name ?? `v${this.next++}`
    while (this.taken.has(name)) name = `${n.name ?? 'v'}_${this.next++}`
    this.taken.add(name)
    this.names.set(n, name)
    this.line(`let ${name} = ${unwrapped(text)};`)
    return name
  }

  private expression(n: Node): string {
    const known = this.names.get(n)
    if (known) return known
    if (isCheap(n) || (this.uses.get(n) ?? 0) <= 1) return this.operator(n)
    return this.define(n)
  }

  private operator(n: Node): string {
    const { op } = n
    if (op === 'const')
      return n.type === 'i64'
        ? `w(${hex(BigInt.asUintN(64, n.value))})`
        : `n(${hex(BigInt.asUintN(32, n.value))})`
    if (op === 'param') return this.own.names![n.offset]!
    if (op === 'var') return this.variables.get(n.variable!)!
    if (op === 'walk') return this.walk(n.branch!)
    if (op.includes('.load')) return this.load(n)
    if (op.endsWith('.add')) return this.sum(n)
    const [a, b] = n.args.map((arg) => this.expression(arg)) as [string, string]
    if (op === 'i32.wrap_i64') return `low(${a})`
    if (op === 'i64.extend_i32_s') return `widen(${a})`
    const name = op.slice(4)
    if (name === 'shr_s') return `${n.type === 'i64' ? 'sar' : 'sar_n'}(${a}, ${n.args[1]!.value})`
    if (name === 'shl' || name === 'shr_u')
      return `(${a} ${name === 'shl' ? '<<' : '>>'} ${n.args[1]!.value})`
    const sign = { sub: '-', mul: '*', and: '&', or: '|', xor: '^' }[name]
    if (!sign) throw new UnsupportedError('kernel', `${op} has no form in Rust`, 'Use the raw module')
    return `(${a} ${sign} ${b})`
  }

  /** A chain of additions in lines of a few terms. */
  private sum(n: Node): string {
    const terms: Node[] = []
    let at = n
    for (;;) {
      terms.push(at.args[1]!)
      const left = at.args[0]!
      if (left.op !== n.op || this.names.has(left) || (this.uses.get(left) ?? 0) > 1) {
        terms.push(left)
        break
      }
      at = left
    }
    const texts = terms.reverse().map((t) => this.expression(t))
    if (texts.length <= 3) return `(${texts.join(' + ')})`
    const pad = '    '.repeat(this.indent + 1)
    return `${texts.join(`\n${pad}+ `)}`.replace(/^/, '(').concat(')')
  }

  private load(n: Node): string {
    const [address] = n.args as [Node]
    const slot = address.op === 'const' ? this.slot(n.offset) : undefined
    if (slot !== undefined) return n.type === 'i64' ? `shared[${slot}]` : `low(shared[${slot}])`
    if (address.op === 'const') return `w(input[${(n.offset + Number(address.value)) / 8}])`
    return tableLoad(this.tables, n, this.expression(address))
  }

  private walk(b: Branch | Leaf): string {
    const inner = this.lines
    const write = (branch: Branch | Leaf): string[] => {
      this.lines = []
      this.indent++
      if (isLeaf(branch)) {
        for (const { variable, value } of branch.adds)
          this.line(`${this.variables.get(variable)} += ${this.expression(value)};`)
        this.line(this.expression(branch.value))
        this.indent--
        return this.lines
      }
      const x = this.expression(branch.above.x)
      this.lines = []
      const yes = write(branch.yes)
      const no = write(branch.no)
      this.lines = []
      this.line(`if ${x}.0 > ${branch.above.threshold} {`)
      this.lines.push(...yes)
      this.line('} else {')
      this.lines.push(...no)
      this.line('}')
      this.indent--
      return this.lines
    }
    this.indent--
    const text = write(b).join('').trim()
    this.indent++
    this.lines = inner
    return text
  }
}
