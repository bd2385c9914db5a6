import { createContext, Script } from 'node:vm'
import { RpcError } from '../errors.ts'
import type { JsTracer } from '../rpc/trace/jsTracer.ts'

/** Milliseconds that a tracer may take for all its events. */
const TIMEOUT = 5000

/**
 * Runs inside a context of its own, which holds nothing but this text, the client's tracer and a JSON string. `vm`
 * keeps accidents out; it is no wall against an attacker, which is why JavaScript tracers are off unless asked for.
 */
const DRIVER = `(() => { try {
  'use strict'
  const bytes = (hex) => {
    const s = hex.startsWith('0x') ? hex.slice(2) : hex
    return Uint8Array.from({ length: s.length >> 1 }, (_, i) => parseInt(s.slice(2 * i, 2 * i + 2), 16))
  }
  const toHex = (b) => typeof b === 'string' ? b : '0x' + Array.from(b, (x) => (x & 255).toString(16).padStart(2, '0')).join('')
  const sized = (n) => (v) => {
    const b = typeof v === 'string' ? bytes(v) : Uint8Array.from(v)
    const out = new Uint8Array(n)
    out.set(b.subarray(Math.max(0, b.length - n)), Math.max(0, n - b.length))
    return out
  }
  Object.assign(globalThis, {
    toHex,
    toAddress: sized(20),
    toWord: sized(32),
    slice: (b, from, to) => b.slice(from, to),
    bigInt: (v) => BigInt(v),
    isPrecompiled: (a) => /^0x0{36}(00[0-9a-f]{2}|0100)$/.test(toHex(a)) && !/^0x0+$/.test(toHex(a)),
  })
  const input = JSON.parse(INPUT)
  const tracer = (0, eval)('(' + SOURCE + ')')
  if (typeof tracer !== 'object' || tracer === null) throw new TypeError('a tracer must be an object')
  if (typeof tracer.result !== 'function') throw new TypeError('trace object must expose a function result()')
  const db = new Proxy({}, { get: (_, name) => () => { throw new Error('db.' + String(name) + ' is not available in this devnode') } })
  const frame = (e) => ({
    getType: () => e.type, getFrom: () => bytes(e.from), getTo: () => bytes(e.to), getInput: () => bytes(e.input),
    getGas: () => e.gas, getValue: () => e.value === undefined ? undefined : BigInt(e.value),
  })
  const exit = (e) => ({ getGasUsed: () => e.gasUsed, getOutput: () => bytes(e.output), getError: () => e.error })
  const log = (e) => {
    const memory = bytes(e.memory)
    return {
      op: { isPush: () => e.opNumber >= 0x60 && e.opNumber <= 0x7f, toString: () => e.op, toNumber: () => e.opNumber },
      stack: { length: () => e.stack.length, peek: (n) => {
        if (!(n >= 0 && n < e.stack.length)) throw new RangeError('tracer accessed out of bound stack: size ' + e.stack.length + ', index ' + n)
        return BigInt(e.stack[e.stack.length - 1 - n])
      } },
      memory: {
        length: () => memory.length,
        slice: (from, to) => { if (!(from >= 0 && from <= to)) throw new RangeError('tracer accessed out of bound memory'); const out = new Uint8Array(Math.min(to - from, 1 << 24)); out.set(memory.subarray(from, to)); return out },
        getUint: (at) => BigInt(toHex(sized(32)(memory.slice(at, at + 32)))),
      },
      contract: { getCaller: () => bytes(e.contract.caller), getAddress: () => bytes(e.contract.address), getValue: () => BigInt(e.contract.value), getInput: () => bytes(e.contract.input) },
      getPC: () => e.pc, getGas: () => e.gas, getCost: () => e.cost, getDepth: () => e.depth, getRefund: () => e.refund, getError: () => e.error,
    }
  }
  if (tracer.setup) tracer.setup(JSON.stringify(input.config ?? null))
  for (const e of input.events) {
    if (e.kind === 'hostio') { if (tracer.hostio) tracer.hostio({ name: e.name, args: bytes(e.args), outs: bytes(e.outs), startInk: e.startInk, endInk: e.endInk }) }
    else if (e.kind === 'enter') { if (tracer.enter) tracer.enter(frame(e)) }
    else if (e.kind === 'exit') { if (tracer.exit) tracer.exit(exit(e)) }
    else if (e.error !== undefined) { if (tracer.fault) tracer.fault(log(e), db) }
    else if (tracer.step) tracer.step(log(e), db)
  }
  const c = input.context
  const ctx = { ...c, from: bytes(c.from), to: bytes(c.to), input: bytes(c.input), output: bytes(c.output), value: BigInt(c.value) }
  const plain = (key, value) => typeof value === 'bigint' ? String(value) : value
  return 'R' + (JSON.stringify(tracer.result(ctx, db), plain) ?? 'null')
} catch (e) { return 'E' + String(e === null || e === undefined ? e : e.message ?? e).slice(0, 300) } })()`

const driver = new Script(DRIVER, { filename: 'tracer' })

/** JavaScript tracers in a context of their own, with a time limit. */
export const nodeJsTracer: JsTracer = ({ source, config, events, context }) => {
  // no prototype: nothing of this process can be reached from inside
  const globals: Record<string, unknown> = Object.create(null)
  globals.SOURCE = source
  globals.INPUT = JSON.stringify({ config, events, context })
  const sandbox = createContext(globals, { codeGeneration: { strings: true, wasm: false } })
  let answer: unknown
  try {
    answer = driver.runInContext(sandbox, { timeout: TIMEOUT })
  } catch {
    throw failed(`execution timeout after ${TIMEOUT} ms`)
  }
  // only text comes out: reading anything else would run the client's code outside the time limit
  if (typeof answer !== 'string') throw failed('it gave no JSON')
  if (!answer.startsWith('R')) throw failed(answer.slice(1))
  try {
    return JSON.parse(answer.slice(1))
  } catch {
    throw failed('it gave no JSON')
  }
}

const failed = (why: string) => new RpcError(-32000, `the JavaScript tracer failed: ${why}`)
