import { ByteWriter } from '../../../packages/wasm/src/bytes.ts'
import {
  decodeModule,
  type Global,
  readBodyOperators,
  type WasmModule,
} from '../../../packages/wasm/src/decodeModule.ts'
import { encodeModule } from '../../../packages/wasm/src/encodeModule.ts'
import { OPERATORS, opcode } from '../../../packages/wasm/src/operators.ts'
import { operatorInk, splitBlocks } from '../../../packages/wasm/src/priceBlocks.ts'
import { BLOCK_HEADER_INK, BULK_BYTE_INK } from '../../../packages/wasm/src/prices.ts'

/** An operator, by its place in the file, with its fixed price; the first of a block carries the block's. */
export interface PricedOperator {
  offset: number
  ink: number
  /** Number of its block: counted in the export `block_N`. */
  block: number
  /** Number of its counter of bytes (`bytes_N`), where it copies or fills: those are paid by the byte. */
  bytes?: number
}

const GET = opcode('global.get')
const SET = opcode('global.set')
const CONST = opcode('i64.const')
const ADD = opcode('i64.add')
const EXTEND = opcode('i64.extend_i32_u')
const COPY = opcode('memory.copy')
const FILL = opcode('memory.fill')
const [I32, I64] = [0x7f, 0x7e]

/**
 * A module that counts how often each of its blocks runs, and the prices to multiply that with. Prices are those of
 * `packages/wasm`, which meter the devnode.
 */
export function countBlocks(wasm: Uint8Array): {
  wasm: Uint8Array
  operators: PricedOperator[]
  codeStart: number
} {
  const module = decodeModule(wasm)
  const operators: PricedOperator[] = []
  const scratch = module.globals.length
  let blocks = 0
  let copies = 0
  const splits = module.bodies.map((body) => {
    const ops = readBodyOperators(module, body, { overlong: true })
    const split = splitBlocks(ops, module.types)
    for (const { first, last } of split) {
      for (let i = first; i <= last; i++) {
        const op = ops[i]!
        const bulk = op.code === COPY || op.code === FILL
        const ink = operatorInk(op, module.types) + (i === first ? BLOCK_HEADER_INK : 0)
        operators.push({ offset: op.start, ink, block: blocks, ...(bulk ? { bytes: copies++ } : {}) })
      }
      blocks++
    }
    return { ops, split }
  })
  const blockGlobal = (n: number) => scratch + 1 + n
  const bytesGlobal = (n: number) => scratch + 1 + blocks + n
  let block = 0
  let copy = 0
  const bodies = module.bodies.map((body, i) => {
    const { ops, split } = splits[i]!
    const firsts = new Set(split.map(({ first }) => first))
    const w = new ByteWriter()
    let copied = body.codeOffset
    const copyTo = (offset: number) => {
      w.raw(wasm.subarray(copied, offset))
      copied = offset
    }
    for (const [at, op] of ops.entries()) {
      if (firsts.has(at)) {
        copyTo(op.start)
        const global = blockGlobal(block++)
        w.byte(GET).u32(global).byte(CONST).signed(1).byte(ADD, SET).u32(global)
      }
      if (op.code === COPY || op.code === FILL) {
        copyTo(op.start)
        const global = bytesGlobal(copy++)
        w.byte(SET).u32(scratch).byte(GET).u32(global)
        w.byte(GET).u32(scratch).byte(EXTEND, ADD, SET).u32(global).byte(GET).u32(scratch)
      }
    }
    copyTo(body.codeOffset + body.code.length)
    return { ...body, code: w.done() }
  })
  const counters = Array.from({ length: blocks + copies }, () => zero(I64))
  const counting: WasmModule = {
    ...module,
    globals: [...module.globals, zero(I32), ...counters],
    exports: [
      ...module.exports.filter(({ name }) => name === 'memory' || name === 'user_entrypoint'),
      ...counters.map((_, i) => ({
        name: i < blocks ? `block_${i}` : `bytes_${i - blocks}`,
        kind: 'global' as const,
        index: scratch + 1 + i,
      })),
    ],
    bodies,
    customs: [],
  }
  return { wasm: encodeModule(counting), operators, codeStart: codeStart(wasm) }
}

/** Ink that each operator took, after the instance ran. */
export function spentInk(exports: WebAssembly.Exports, { ink, block, bytes }: PricedOperator): number {
  const read = (name: string) => Number((exports[name] as WebAssembly.Global).value)
  const perByte = bytes === undefined ? 0 : read(`bytes_${bytes}`) * BULK_BYTE_INK
  return ink * read(`block_${block}`) + perByte
}

function zero(type: number): Global {
  const info = OPERATORS.get(type === I64 ? CONST : opcode('i32.const'))!
  const op = {
    info,
    code: info.code,
    start: 0,
    end: 0,
    index: 0,
    second: 0,
    labels: [],
    block: 'empty' as const,
    value: 0n,
    raw: undefined,
  }
  return { type, mutable: true, init: { op } }
}

/** Where the contents of the code section begin: addresses in debug information count from here. */
function codeStart(wasm: Uint8Array): number {
  let at = 8
  const leb = () => {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = wasm[at++]!
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value
    }
  }
  while (at < wasm.length) {
    const id = wasm[at++]
    const size = leb()
    if (id === 10) return at
    at += size
  }
  throw new Error('this module has no code')
}
