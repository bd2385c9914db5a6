import type { ByteReader, ByteWriter } from './bytes.ts'
import { StylusRuleError } from './errors.ts'
import { OPERATORS, type OperatorInfo, PREFIX_FC, proposalOf } from './operators.ts'

/** A block's type: nothing, one value (its type byte), or an index into the type section (multi-value). */
export type BlockType = 'empty' | { value: number } | { type: number }

/** One operator as it stands in a function body. `start` and `end` are byte offsets in the module that was read. */
export type Operator = {
  info: OperatorInfo
  code: number
  start: number
  end: number
  /** Label, function, local, global, type or segment index, or the alignment of a memory access. */
  index: number
  /** Second index of table operators, or the offset of a memory access. */
  second: number
  /** Labels of a `br_table`, the default last. */
  labels: number[]
  block: BlockType
  /** Value of an integer constant. */
  value: bigint
  /** Bytes of a floating-point constant. */
  raw: Uint8Array | undefined
}

export type ReadOptions = {
  /** Accept table and memory indices of 0 in more than one byte, as rustc 1.82 and later write them. */
  overlong?: boolean
}

const VALUE_TYPES = new Map([
  [0x7f, 'i32'],
  [0x7e, 'i64'],
  [0x7d, 'f32'],
  [0x7c, 'f64'],
])

/** Refuses a construct of a later WebAssembly proposal with one text for all of them. */
export function refuseProposal(proposal: string, offset: number): never {
  throw new StylusRuleError(
    'feature',
    `The module uses ${proposal}, which Stylus does not have`,
    proposal === 'reference types'
      ? 'Run canonicalise() on the file that cargo made; if this stays, build with -C target-feature=-reference-types and rebuild std for it (-Z build-std).'
      : `Build without it, for example -C target-feature=-${targetFeature[proposal] ?? proposal}, and look for a crate that turns it on.`,
    { offset },
  )
}

const targetFeature: Record<string, string> = {
  SIMD: 'simd128',
  'threads (atomics)': 'atomics',
  'tail calls': 'tail-call',
  'exception handling': 'exception-handling',
  'several memories': 'multimemory',
  'extended constant expressions': 'extended-const',
}

/** Reads a value type. Stylus knows the four number types only. */
export function readValueType(r: ByteReader): number {
  const at = r.pos
  const type = r.byte()
  if (VALUE_TYPES.has(type)) return type
  if (type === 0x7b) refuseProposal('SIMD', at)
  if (type >= 0x63 && type <= 0x74) refuseProposal('reference types', at)
  return r.fail(`0x${type.toString(16)} is not a value type`, at)
}

function readBlockType(r: ByteReader): BlockType {
  const next = r.bytes[r.pos] ?? 0
  if (next === 0x40) {
    r.byte()
    return 'empty'
  }
  // one byte from 0x41 to 0x7f is a negative number: a value type; everything else is a type index
  if (next > 0x40 && next < 0x80) return { value: readValueType(r) }
  const at = r.pos
  const type = r.s33()
  return type < 0 ? r.fail('The type of a block is not valid', at) : { type }
}

function readZero(r: ByteReader, options: ReadOptions, what: string): void {
  const at = r.pos
  if (options.overlong) {
    if (r.u32() !== 0) refuseProposal(what === 'table' ? 'reference types' : 'several memories', at)
    return
  }
  const b = r.byte()
  if (b === 0) return
  if (what === 'table' && b >= 0x80) {
    throw new StylusRuleError(
      'overlong-table-index',
      'A call_indirect spells its table index 0 in several bytes, which Stylus refuses',
      'rustc 1.82 and later write this. Run canonicalise() on the file, or deploy with cargo stylus, which does the like.',
      { offset: at },
    )
  }
  refuseProposal(what === 'table' ? 'reference types' : 'several memories', at)
}

/**
 * Reads the next operator of a function body or constant expression.
 * Throws `WasmFormatError` on an unknown opcode and `StylusRuleError` on one of a proposal that Stylus lacks.
 */
export function readOperator(r: ByteReader, options: ReadOptions = {}): Operator {
  const start = r.pos
  let code = r.byte()
  if (code === 0xfc) code = PREFIX_FC + Math.min(r.u32(), 0xff)
  const info = OPERATORS.get(code)
  if (!info) {
    const proposal = proposalOf(code)
    if (proposal) refuseProposal(proposal, start)
    return r.fail(`0x${code.toString(16)} is not an opcode`, start)
  }
  const op: Operator = {
    info,
    code,
    start,
    end: start,
    index: 0,
    second: 0,
    labels: [],
    block: 'empty',
    value: 0n,
    raw: undefined,
  }
  switch (info.immediate) {
    case 'none':
      break
    case 'block':
      op.block = readBlockType(r)
      break
    case 'index':
      op.index = r.u32()
      break
    case 'brTable': {
      const count = r.u32()
      // each label takes a byte, so a count beyond the bytes left is a lie that must not make us loop
      if (count >= r.end - r.pos) r.fail('A br_table announces more labels than there are bytes')
      for (let i = 0; i <= count; i++) op.labels.push(r.u32())
      break
    }
    case 'callIndirect':
      op.index = r.u32()
      readZero(r, options, 'table')
      break
    case 'memarg':
      op.index = r.u32()
      if (op.index >= 0x40) refuseProposal('several memories', start)
      op.second = r.u32()
      break
    case 'zero':
      readZero(r, options, 'memory')
      break
    case 'zeroZero':
      readZero(r, options, 'memory')
      readZero(r, options, 'memory')
      break
    case 'indexZero':
      op.index = r.u32()
      readZero(r, options, 'memory')
      break
    case 'indexIndex':
      op.index = r.u32()
      op.second = r.u32()
      break
    case 'i32':
      op.value = BigInt(r.s32())
      break
    case 'i64':
      op.value = r.s64()
      break
    case 'f32':
      op.raw = r.take(4)
      break
    case 'f64':
      op.raw = r.take(8)
      break
  }
  op.end = r.pos
  return op
}

/** Writes an operator with every number in its shortest form. */
export function writeOperator(w: ByteWriter, op: Operator): void {
  if (op.code >= PREFIX_FC) w.byte(0xfc).u32(op.code - PREFIX_FC)
  else w.byte(op.code)
  switch (op.info.immediate) {
    case 'none':
      break
    case 'block':
      if (op.block === 'empty') w.byte(0x40)
      else if ('value' in op.block) w.byte(op.block.value)
      else w.signed(op.block.type)
      break
    case 'index':
      w.u32(op.index)
      break
    case 'brTable':
      w.u32(op.labels.length - 1)
      for (const label of op.labels) w.u32(label)
      break
    case 'callIndirect':
    case 'indexZero':
      w.u32(op.index).byte(0)
      break
    case 'memarg':
    case 'indexIndex':
      w.u32(op.index).u32(op.second)
      break
    case 'zero':
      w.byte(0)
      break
    case 'zeroZero':
      w.byte(0, 0)
      break
    case 'i32':
    case 'i64':
      w.signed(op.value)
      break
    case 'f32':
    case 'f64':
      w.raw(op.raw!)
      break
  }
}
