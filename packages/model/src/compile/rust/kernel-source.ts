import { UnsupportedError } from '../errors.ts'
import { isCheap } from '../ir/emit-wasm.ts'
import { type Branch, isLeaf, type Leaf, type Node, type Variable } from '../ir/nodes.ts'
import type { Kernel, KernelFunction, Program, Statement } from '../ir/program.ts'
import { countUses } from '../ir/uses.ts'

/** What `kernel.rs` is told about its model. */
export interface KernelNames {
  /** For the first lines. */
  title: string[]
  /** `label` or `scores`. */
  build: 'label' | 'scores'
}

/**
 * The kernel as Rust: the same graph as the raw module, a `let` for each value that is used more than once.
 * Integers are `Wrapping`, because sums of packed values are meant modulo 2^64; shifts to the right with sign are
 * functions of their own. Nothing is in a loop and no constant in an array: rustc makes neither into constants.
 */
export function kernelSource(program: Program, names: KernelNames): string {
  const parts = program.functions.slice(0, -1).map((f) => new RustWriter(program, f).part())
  const body = new RustWriter(program).kernel()
  const code = [...parts, body].join('')
  const count = program.kernel.outputs.length
  const result = names.build === 'label' ? 'u8' : `[i32; ${count}]`
  const used = (name: string) => new RegExp(`\\b${name}\\(`).test(code)
  const narrow = ['n', 'low', 'sar_n', 'widen'].some(used)
  return `${names.title.map((line) => `//! ${line}`.trimEnd()).join('\n')}
#![forbid(unsafe_code)]
#![allow(clippy::all, clippy::pedantic, unused_parens)]

use core::num::Wrapping;

/// Loads of eight bytes that the input takes; what lies behind the input is 0.
pub const WORDS: usize = ${program.kernel.words};
${tables(program)}
/// Several values in 64 bits; sums are modulo 2^64.
type W = Wrapping<u64>;
${narrow ? '/// A number of 32 bits.\ntype N = Wrapping<u32>;\n' : ''}
#[inline(always)]
const fn w(bits: u64) -> W {
    Wrapping(bits)
}
${used('n') ? '\n#[inline(always)]\nconst fn n(bits: u32) -> N {\n    Wrapping(bits)\n}\n' : ''}${used('sar') ? '\n/// Shift to the right that keeps the sign.\n#[inline(always)]\nfn sar(value: W, by: u32) -> W {\n    Wrapping(((value.0 as i64) >> by) as u64)\n}\n' : ''}${used('sar_n') ? '\n/// The same for 32 bits.\n#[inline(always)]\nfn sar_n(value: N, by: u32) -> N {\n    Wrapping(((value.0 as i32) >> by) as u32)\n}\n' : ''}${used('low') ? '\n/// The low 32 bits.\n#[inline(always)]\nfn low(value: W) -> N {\n    Wrapping(value.0 as u32)\n}\n' : ''}${used('widen') ? '\n/// 32 bits to 64, with the sign.\n#[inline(always)]\nfn widen(value: N) -> W {\n    Wrapping(value.0 as i32 as i64 as u64)\n}\n' : ''}${shared(program)}${parts.join('')}
/// The ${names.build === 'label' ? 'label' : 'scores, written to `out`'}; returns whether all values of the input are in the model's range. If not, the
/// ${names.build === 'label' ? 'label means' : 'scores mean'} nothing.
#[inline(always)]
pub fn ${names.build}(input: &[u64; WORDS], out: &mut ${result}) -> bool {
${body}}
`
}

/** The type of what functions leave for each other. */
function shared({ shared: memory }: Program): string {
  if (!memory) return ''
  return `\n/// What one function leaves for the next ones.\ntype Shared = [W; ${memory.words}];\n`
}

function tables({ data }: Program): string {
  return data
    .map(({ bytes }, k) => {
      const size = 2 ** Math.ceil(Math.log2(bytes.length))
      const list = [...bytes, ...new Array(size - bytes.length).fill(0)].join(', ')
      return `\n/// Entries of a table, little-endian; filled up to a power of two.\nstatic TABLE_${k}: [u8; ${size}] = [${list}];\n`
    })
    .join('')
}

class RustWriter {
  private readonly program: Program
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
  constructor(program: Program, part?: KernelFunction) {
    this.program = program
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
    // a table: address + index * size
    const k = this.program.data.findIndex(
      ({ offset, bytes }) => n.offset >= offset && n.offset < offset + bytes.length,
    )
    const { offset, bytes } = this.program.data[k]!
    const size = 2 ** Math.ceil(Math.log2(bytes.length))
    const at = n.offset - offset
    const index = this.expression(address)
    const width = n.op.includes('8') ? 1 : n.op.includes('16') ? 2 : 4
    const signed = n.op.endsWith('_s')
    const parts = Array.from(
      { length: width },
      (_, i) => `TABLE_${k}[(${index}.0 as usize + ${at + i}) & ${size - 1}]`,
    )
    const type = `${signed ? 'i' : 'u'}${width * 8}`
    return `w(${type}::from_le_bytes([${parts.join(', ')}]) as i64 as u64)`
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

/** Without the parentheses around all of it. */
function unwrapped(text: string): string {
  if (!text.startsWith('(')) return text
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++
    else if (text[i] === ')' && --depth === 0) return i === text.length - 1 ? text.slice(1, -1) : text
  }
  return text
}

function hex(value: bigint): string {
  return value < 10_000n ? value.toString() : `0x${value.toString(16)}`
}

function variablesIn(body: readonly Statement[], outputs: readonly Node[]): Set<Variable> {
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
