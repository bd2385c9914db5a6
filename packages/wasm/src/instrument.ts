import { ByteWriter } from './bytes.ts'
import type { Body, Global, WasmModule } from './decodeModule.ts'
import { encodeModule } from './encodeModule.ts'
import { checkModule, type ModuleReport } from './inspect.ts'
import { OPERATORS, opcode } from './operators.ts'
import { type Block, splitBlocks } from './priceBlocks.ts'
import { BULK_BYTE_INK, UNPAYABLE } from './prices.ts'
import type { Operator } from './readOperator.ts'
import type { StylusRules } from './rules.ts'

/** Names under which the metered module exports its counters, in the order of their global indices. */
export const METER_GLOBALS = [
  'stylus_ink_left',
  'stylus_ink_status',
  'stylus_scratch_global',
  'stylus_stack_left',
] as const

const I32 = 0x7f
const I64 = 0x7e
const EMPTY = 0x40

const code = {
  unreachable: opcode('unreachable'),
  if: opcode('if'),
  end: opcode('end'),
  return: opcode('return'),
  call: opcode('call'),
  globalGet: opcode('global.get'),
  globalSet: opcode('global.set'),
  i32Const: opcode('i32.const'),
  i64Const: opcode('i64.const'),
  i32Add: opcode('i32.add'),
  i32Sub: opcode('i32.sub'),
  i32LeU: opcode('i32.le_u'),
  i64Add: opcode('i64.add'),
  i64Sub: opcode('i64.sub'),
  i64Mul: opcode('i64.mul'),
  i64LtU: opcode('i64.lt_u'),
  i64ExtendU: opcode('i64.extend_i32_u'),
  grow: opcode('memory.grow'),
  fill: opcode('memory.fill'),
  copy: opcode('memory.copy'),
}

/** Global indices of the counters; `spent` only where ink is counted by function. */
type Counters = { ink: number; status: number; scratch: number; stack: number; spent?: number }

export type InstrumentOptions = {
  /**
   * Also counts the ink of each function's own instructions, in exported i64 globals named `functionInkGlobal(index)`.
   * What is charged, and when, stays the same; the module gets slower. For profiles.
   */
  countFunctions?: boolean
}

/** Export name of the ink that function `index` (imports counted) spent on its own instructions. */
export const functionInkGlobal = (index: number): string => `stylus_function_ink_${index}`

/**
 * Rewrites a module so that a JavaScript engine meters it as Stylus does, to the unit of ink.
 *
 * The result keeps the imports and the exports `memory` and `user_entrypoint`, has no start section, and exports four
 * mutable globals: `stylus_ink_left` (i64, unsigned), `stylus_ink_status` (i32), `stylus_scratch_global` (i32) and
 * `stylus_stack_left` (i32). Set ink and stack before a call. After a trap: `stylus_stack_left` 0 means out of stack,
 * else status 1 means out of ink (whatever is in `stylus_ink_left`), else the program trapped by itself.
 * With `countFunctions`, one more global for each function.
 *
 * @throws WasmFormatError, StylusRuleError as `inspect`.
 */
export function instrument(
  wasm: Uint8Array,
  rules: StylusRules,
  options: InstrumentOptions = {},
): { wasm: Uint8Array; report: ModuleReport } {
  const checked = checkModule(wasm, rules)
  const m = checked.module
  const first = m.globals.length
  const counters: Counters = { ink: first, status: first + 1, scratch: first + 2, stack: first + 3 }
  const bodies = m.bodies.map((body, i) => {
    const { ops, frame } = checked.functions[i]!
    const g = options.countFunctions ? { ...counters, spent: first + METER_GLOBALS.length + i } : counters
    return meterBody(m.source, body, ops, splitBlocks(ops, m.types), frame.words, g, checked.growHook)
  })
  const spent = options.countFunctions ? bodies.map((_, i) => functionInkGlobal(m.imports.length + i)) : []
  const metered: WasmModule = {
    ...m,
    globals: [...m.globals, zero(I64), zero(I32), zero(I32), zero(I32), ...spent.map(() => zero(I64))],
    exports: [
      ...m.exports.filter((e) => e.name === 'memory' || e.name === 'user_entrypoint'),
      ...[...METER_GLOBALS, ...spent].map((name, i) => ({ name, kind: 'global' as const, index: first + i })),
    ],
    start: undefined,
    bodies,
    // names make the engine's stack traces readable; nothing else is of use to it
    customs: m.customs.filter((c) => c.name === 'name'),
  }
  return { wasm: encodeModule(metered), report: checked.report }
}

function zero(type: number): Global {
  const info = OPERATORS.get(type === I64 ? code.i64Const : code.i32Const)!
  const op: Operator = {
    info,
    code: info.code,
    start: 0,
    end: 0,
    index: 0,
    second: 0,
    labels: [],
    block: 'empty',
    value: 0n,
    raw: undefined,
  }
  return { type, mutable: true, init: { op } }
}

function meterBody(
  source: Uint8Array,
  body: Body,
  ops: readonly Operator[],
  blocks: readonly Block[],
  frameWords: number,
  g: Counters,
  growHook: number | undefined,
): Body {
  const w = new ByteWriter()
  enterFrame(w, frameWords, g)
  const charges = new Map(blocks.map((b) => [b.first, b.ink]))
  let copied = body.codeOffset
  const copyTo = (offset: number) => {
    w.raw(source.subarray(copied, offset))
    copied = offset
  }
  for (const [i, op] of ops.entries()) {
    const charge = charges.get(i)
    if (charge !== undefined) {
      copyTo(op.start)
      chargeBlock(w, charge, g)
    }
    if (op.code === code.return || i === ops.length - 1) {
      copyTo(op.start)
      leaveFrame(w, frameWords, g)
    } else if (op.code === code.fill || op.code === code.copy) {
      copyTo(op.start)
      chargeBytes(w, g)
    } else if (op.code === code.grow && growHook !== undefined) {
      copyTo(op.start)
      payForGrow(w, growHook, g)
    }
  }
  copyTo(body.codeOffset + body.code.length)
  return { ...body, code: w.done() }
}

/** Sets a counter to a constant and traps. Behaves as an `if` whose condition is on the stack. */
function trapIf(w: ByteWriter, global: number, value: number): void {
  w.byte(code.if, EMPTY, code.i32Const, value, code.globalSet).u32(global).byte(code.unreachable, code.end)
}

function enterFrame(w: ByteWriter, words: number, g: Counters): void {
  w.byte(code.globalGet).u32(g.stack).byte(code.i32Const).signed(words).byte(code.i32LeU)
  trapIf(w, g.stack, 0)
  w.byte(code.globalGet)
    .u32(g.stack)
    .byte(code.i32Const)
    .signed(words)
    .byte(code.i32Sub, code.globalSet)
    .u32(g.stack)
}

// A branch to the function's outermost label skips this, and Stylus forgets those words, too.
function leaveFrame(w: ByteWriter, words: number, g: Counters): void {
  w.byte(code.globalGet)
    .u32(g.stack)
    .byte(code.i32Const)
    .signed(words)
    .byte(code.i32Add, code.globalSet)
    .u32(g.stack)
}

function chargeBlock(w: ByteWriter, price: number, g: Counters): void {
  // as a signed number, -1 is 2^64 - 1
  const amount = price === UNPAYABLE ? -1 : price
  w.byte(code.globalGet).u32(g.ink).byte(code.i64Const).signed(amount).byte(code.i64LtU)
  trapIf(w, g.status, 1)
  w.byte(code.globalGet).u32(g.ink).byte(code.i64Const).signed(amount).byte(code.i64Sub)
  w.byte(code.globalSet).u32(g.ink)
  if (g.spent !== undefined) count(w, g.spent, () => w.byte(code.i64Const).signed(amount))
}

/** Adds what `push` puts on the stack to a counter. */
function count(w: ByteWriter, global: number, push: () => void): void {
  w.byte(code.globalGet).u32(global)
  push()
  w.byte(code.i64Add, code.globalSet).u32(global)
}

/** `memory.fill` and `memory.copy`: the size is on top of the stack, and stays there. */
function chargeBytes(w: ByteWriter, g: Counters): void {
  w.byte(code.globalSet).u32(g.scratch)
  w.byte(code.globalGet).u32(g.ink) // what was left before, for the comparison
  w.byte(code.globalGet).u32(g.ink)
  const price = () => {
    w.byte(code.globalGet).u32(g.scratch).byte(code.i64ExtendU)
    w.byte(code.i64Const).signed(BULK_BYTE_INK).byte(code.i64Mul)
  }
  price()
  w.byte(code.i64Sub, code.globalSet).u32(g.ink).byte(code.globalGet).u32(g.ink).byte(code.i64LtU)
  trapIf(w, g.status, 1)
  if (g.spent !== undefined) count(w, g.spent, price)
  w.byte(code.globalGet).u32(g.scratch)
}

/** `memory.grow`: the number of pages is on top of the stack, and stays there. */
function payForGrow(w: ByteWriter, hook: number, g: Counters): void {
  w.byte(code.globalSet).u32(g.scratch).byte(code.globalGet).u32(g.scratch)
  w.byte(code.call).u32(hook)
  w.byte(code.globalGet).u32(g.scratch)
}
