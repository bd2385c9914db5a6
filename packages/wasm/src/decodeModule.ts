import { ByteReader } from './bytes.ts'
import { StylusRuleError } from './errors.ts'
import {
  type Operator,
  type ReadOptions,
  readOperator,
  readValueType,
  refuseProposal,
} from './readOperator.ts'

export type FunctionType = { params: number[]; results: number[] }
export type Limits = { min: number; max: number | undefined }
export type ExternalKind = 'function' | 'table' | 'memory' | 'global'
export type Import = {
  module: string
  name: string
  kind: ExternalKind /** Only for functions. */
  type: number
  offset: number
}
export type Export = { name: string; kind: ExternalKind; index: number }
export type Constant = { op: Operator }
export type Global = { type: number; mutable: boolean; init: Constant }

/** A data or element segment. `encodedBytes` counts all of it, as it stood in the file. */
export type Segment = {
  mode: 'active' | 'passive' | 'declared'
  /** Where an active segment goes. */
  at: Constant | undefined
  encodedBytes: number
  offset: number
}
export type DataSegment = Segment & { payload: Uint8Array }
export type ElementSegment = Segment & { functions: number[] }

/** A function body: run-length coded locals and the operators, the final `end` included. */
export type Body = {
  locals: { count: number; type: number }[]
  code: Uint8Array
  offset: number /** Offset of the first operator. */
  codeOffset: number
}
/** A custom section; `after` is the id of the core section that it follows (0: none). */
export type Custom = { name: string; payload: Uint8Array; after: number }

/** A module taken apart. Indices are those of the file; `source` is the file itself. */
export type WasmModule = {
  source: Uint8Array
  types: FunctionType[]
  imports: Import[]
  /** Type index of each function that has a body. */
  functions: number[]
  tables: Limits[]
  memories: Limits[]
  globals: Global[]
  exports: Export[]
  start: number | undefined
  elements: ElementSegment[]
  dataCount: number | undefined
  bodies: Body[]
  data: DataSegment[]
  customs: Custom[]
}

const KINDS: ExternalKind[] = ['function', 'table', 'memory', 'global']

// ids in the order that the standard asks for: 12 (DataCount) stands before 10 (Code)
const ORDER = [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 10, 11]

/**
 * Takes a module apart. Reads the core format with sign extension, saturating conversion, bulk memory and multi-value.
 *
 * @throws WasmFormatError if the bytes are not a module.
 * @throws StylusRuleError `feature` if the module uses a later proposal (SIMD, threads, reference types, ...).
 */
export function decodeModule(wasm: Uint8Array): WasmModule {
  const r = new ByteReader(wasm)
  const magic = [0x00, 0x61, 0x73, 0x6d]
  if (wasm.length < 8) r.fail('A module has at least 8 bytes', wasm.length)
  if (magic.some((b, i) => wasm[i] !== b))
    r.fail('The file does not start with the WebAssembly magic number', 0)
  if (wasm[4] !== 1 || wasm[5] !== 0 || wasm[6] !== 0 || wasm[7] !== 0) r.fail('The version is not 1', 4)
  r.pos = 8
  const m: WasmModule = {
    source: wasm,
    types: [],
    imports: [],
    functions: [],
    tables: [],
    memories: [],
    globals: [],
    exports: [],
    start: undefined,
    elements: [],
    dataCount: undefined,
    bodies: [],
    data: [],
    customs: [],
  }
  let rank = -1
  let after = 0
  while (!r.done) {
    const at = r.pos
    const id = r.byte()
    const section = r.slice(r.u32())
    if (id === 0) {
      const name = section.name()
      m.customs.push({ name, payload: section.take(section.end - section.pos), after })
      continue
    }
    if (id === 13) refuseProposal('exception handling', at)
    const place = ORDER.indexOf(id)
    if (place < 0) r.fail(`Section id ${id} does not exist`, at)
    if (place <= rank) r.fail(`Section ${id} is out of order or stands twice`, at)
    rank = place
    after = id
    readSection(m, id, section)
    if (!section.done) section.fail(`Section ${id} is longer than its content`)
  }
  if (m.bodies.length !== m.functions.length) {
    r.fail(`${m.functions.length} functions are declared, ${m.bodies.length} have a body`)
  }
  if (m.dataCount !== undefined && m.dataCount !== m.data.length) {
    r.fail(`The DataCount section says ${m.dataCount}, there are ${m.data.length} data segments`)
  }
  return m
}

function list<T>(r: ByteReader, item: (r: ByteReader) => T): T[] {
  const count = r.u32()
  // every item takes at least one byte
  if (count > r.end - r.pos) r.fail(`${count} items are announced, ${r.end - r.pos} bytes are left`)
  const items: T[] = []
  for (let i = 0; i < count; i++) items.push(item(r))
  return items
}

function readSection(m: WasmModule, id: number, r: ByteReader): void {
  switch (id) {
    case 1:
      m.types = list(r, readFunctionType)
      break
    case 2:
      m.imports = list(r, readImport)
      break
    case 3:
      m.functions = list(r, (x) => x.u32())
      break
    case 4:
      m.tables = list(r, readTable)
      break
    case 5:
      m.memories = list(r, (x) => readLimits(x, 'memory'))
      break
    case 6:
      m.globals = list(r, readGlobal)
      break
    case 7:
      m.exports = list(r, (x) => ({ name: x.name(), kind: readKind(x), index: x.u32() }))
      break
    case 8:
      m.start = r.u32()
      break
    case 9:
      m.elements = list(r, readElement)
      break
    case 10:
      m.bodies = list(r, readBody)
      break
    case 11:
      m.data = list(r, readData)
      break
    case 12:
      m.dataCount = r.u32()
      break
  }
}

function readFunctionType(r: ByteReader): FunctionType {
  const at = r.pos
  const form = r.byte()
  if (form >= 0x4e && form <= 0x5f) refuseProposal('garbage collection', at)
  if (form !== 0x60) r.fail(`0x${form.toString(16)} does not start a function type`, at)
  return { params: list(r, readValueType), results: list(r, readValueType) }
}

function readKind(r: ByteReader): ExternalKind {
  const at = r.pos
  const b = r.byte()
  if (b === 4) refuseProposal('exception handling', at)
  return KINDS[b] ?? r.fail(`${b} is not a kind of import or export`, at)
}

function readImport(r: ByteReader): Import {
  const offset = r.pos
  const module = r.name()
  const name = r.name()
  const kind = readKind(r)
  let type = 0
  if (kind === 'function') type = r.u32()
  else if (kind === 'table') readTable(r)
  else if (kind === 'memory') readLimits(r, 'memory')
  else readGlobalType(r)
  return { module, name, kind, type, offset }
}

function readLimits(r: ByteReader, what: 'memory' | 'table'): Limits {
  const at = r.pos
  const flags = r.byte()
  if (flags > 1) {
    if (flags & 8) refuseProposal('custom page sizes', at)
    if (flags & 4) refuseProposal('64-bit memories and tables', at)
    if (flags & 2) refuseProposal('threads (atomics)', at)
    r.fail(`The limits of a ${what} have unknown flags`, at)
  }
  return { min: r.u32(), max: flags & 1 ? r.u32() : undefined }
}

function readTable(r: ByteReader): Limits {
  const at = r.pos
  if (r.byte() !== 0x70) refuseProposal('reference types', at)
  return readLimits(r, 'table')
}

function readGlobalType(r: ByteReader): { type: number; mutable: boolean } {
  const type = readValueType(r)
  const at = r.pos
  const flag = r.byte()
  if (flag > 1) r.fail('The mutability of a global is 0 or 1', at)
  return { type, mutable: flag === 1 }
}

function readGlobal(r: ByteReader): Global {
  return { ...readGlobalType(r), init: readConstant(r) }
}

function readConstant(r: ByteReader): Constant {
  const at = r.pos
  const op = readOperator(r)
  if (!op.info.name.endsWith('.const')) {
    if (/^i(32|64)\.(add|sub|mul)$/.test(op.info.name)) refuseProposal('extended constant expressions', at)
    throw new StylusRuleError(
      'constant',
      `An initial value or segment offset is computed by ${op.info.name}; Stylus accepts a literal constant only`,
      'Link the contract on its own (cdylib), without position-independent code or imported globals.',
      { offset: at },
    )
  }
  if (r.byte() !== 0x0b) refuseProposal('extended constant expressions', at)
  return { op }
}

function readElement(r: ByteReader): ElementSegment {
  const offset = r.pos
  const flags = r.u32()
  if (flags > 7) r.fail('An element segment has unknown flags', offset)
  if (flags & 4) refuseProposal('reference types', offset)
  const mode = flags & 1 ? (flags & 2 ? 'declared' : 'passive') : 'active'
  if (flags === 2 && r.u32() !== 0) refuseProposal('reference types', offset)
  const at = mode === 'active' ? readConstant(r) : undefined
  if (flags !== 0 && r.byte() !== 0) r.fail('The element kind is not functions', r.pos - 1)
  const functions = list(r, (x) => x.u32())
  return { mode, at, functions, encodedBytes: r.pos - offset, offset }
}

function readData(r: ByteReader): DataSegment {
  const offset = r.pos
  const flags = r.u32()
  if (flags > 2) r.fail('A data segment has unknown flags', offset)
  if (flags === 2 && r.u32() !== 0) refuseProposal('several memories', offset)
  const at = flags === 1 ? undefined : readConstant(r)
  const payload = r.take(r.u32())
  return { mode: at ? 'active' : 'passive', at, payload, encodedBytes: r.pos - offset, offset }
}

function readBody(r: ByteReader): Body {
  const body = r.slice(r.u32())
  const offset = body.pos
  const locals = list(body, (x) => ({ count: x.u32(), type: readValueType(x) }))
  const codeOffset = body.pos
  return { locals, code: body.take(body.end - body.pos), offset, codeOffset }
}

/** The operators of a body in order. Throws as `readOperator` does. */
export function readBodyOperators(m: WasmModule, body: Body, options: ReadOptions = {}): Operator[] {
  const r = new ByteReader(m.source, body.codeOffset, body.codeOffset + body.code.length)
  const ops: Operator[] = []
  while (!r.done) ops.push(readOperator(r, options))
  return ops
}

/** Signature of every function by its index, imports first; undefined where the type index leads nowhere. */
export function functionTypes(m: WasmModule): (FunctionType | undefined)[] {
  const imported = m.imports.filter((i) => i.kind === 'function').map((i) => i.type)
  return [...imported, ...m.functions].map((type) => m.types[type])
}
