import { decodeModule, type FunctionType, readBodyOperators, type WasmModule } from './decodeModule.ts'
import { opcode } from './operators.ts'
import {
  BLOCK_HEADER_INK,
  BR_TABLE_TARGET_INK,
  CALL_INDIRECT_PARAM_INK,
  OPERATOR_INK,
  UNPAYABLE,
} from './prices.ts'
import type { Operator } from './readOperator.ts'

const TERMINATORS = new Set(
  'end else return loop br br_if br_table if call call_indirect'.split(' ').map((name) => opcode(name)),
)
const BR_TABLE = opcode('br_table')
const CALL_INDIRECT = opcode('call_indirect')

/** Whether an operator ends a basic block. `block` and `unreachable` do not; `loop` and `call` do. */
export function endsBlock(code: number): boolean {
  return TERMINATORS.has(code)
}

/** Fixed ink of one operator. `Infinity` stands for 2^64 - 1, which nobody can pay. */
export function operatorInk(op: Operator, types: readonly FunctionType[]): number {
  const base = OPERATOR_INK.get(op.code) ?? UNPAYABLE
  // the default label is the last one and costs nothing extra
  if (op.code === BR_TABLE) return base + BR_TABLE_TARGET_INK * (op.labels.length - 1)
  if (op.code === CALL_INDIRECT) return base + CALL_INDIRECT_PARAM_INK * (types[op.index]?.params.length ?? 0)
  return base
}

/** A basic block: operators `first` to `last` of the function, all paid before the first one runs. */
export type Block = {
  first: number
  last: number
  /** Byte offset of the first operator in the module. */
  offset: number
  /** Ink, the header of 2,450 included; `Infinity` if it can't be paid. */
  ink: number
}

/** Splits a function's operators into basic blocks and prices each. */
export function splitBlocks(ops: readonly Operator[], types: readonly FunctionType[]): Block[] {
  const blocks: Block[] = []
  let first = 0
  let ink = BLOCK_HEADER_INK
  for (const [i, op] of ops.entries()) {
    ink += operatorInk(op, types)
    if (!endsBlock(op.code)) continue
    blocks.push({ first, last: i, offset: ops[first]!.start, ink })
    first = i + 1
    ink = BLOCK_HEADER_INK
  }
  return blocks
}

/** Static prices of a function. */
export type FunctionPrice = {
  /** Function index, imports counted. */
  index: number
  blocks: Block[]
}

/**
 * Prices every basic block of every function without running anything.
 * Not included: what `memory.fill`, `memory.copy` and `memory.grow` add at run time, and host calls.
 *
 * @example
 * ```ts
 * const [first] = priceBlocks(wasm)
 * console.log(first.blocks.map((b) => b.ink)) // e.g. [6251, 6326, 2452]
 * ```
 * @throws WasmFormatError, StylusRuleError as `decodeModule`.
 */
export function priceBlocks(wasm: Uint8Array): FunctionPrice[] {
  return priceModule(decodeModule(wasm))
}

function priceModule(m: WasmModule): FunctionPrice[] {
  const imported = m.imports.filter((i) => i.kind === 'function').length
  return m.bodies.map((body, i) => ({
    index: imported + i,
    blocks: splitBlocks(readBodyOperators(m, body), m.types),
  }))
}
