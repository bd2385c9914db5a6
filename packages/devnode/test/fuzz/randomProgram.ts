import {
  ADDRESS_COUNT,
  type Argument,
  AT,
  HOST_CALLS,
  type HostCall,
  INIT_CODE_COUNT,
  WORD_COUNT,
} from './hostCalls.ts'
import type { Random } from './random.ts'
import {
  type Bytes,
  EMPTY_BLOCK,
  type FunctionType,
  signed,
  TYPE_BYTE,
  type Type,
  u32,
  type WasmProgram,
} from './wasmBytes.ts'

const BINARY: Record<Type, Bytes> = {
  i32: [0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f, 0x70, 0x71, 0x72, 0x73, 0x74, 0x75, 0x76, 0x77, 0x78],
  i64: [0x7c, 0x7d, 0x7e, 0x7f, 0x80, 0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a],
}
const UNARY: Record<Type, Bytes> = {
  i32: [0x67, 0x68, 0x69, 0xc0, 0xc1],
  i64: [0x79, 0x7a, 0x7b, 0xc2, 0xc3, 0xc4],
}
const COMPARE: Record<Type, Bytes> = {
  i32: [0x46, 0x47, 0x48, 0x49, 0x4a, 0x4b, 0x4c, 0x4d, 0x4e, 0x4f],
  i64: [0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57, 0x58, 0x59, 0x5a],
}
const LOADS: Record<Type, Bytes> = {
  i32: [0x28, 0x2c, 0x2d, 0x2e, 0x2f],
  i64: [0x29, 0x30, 0x31, 0x32, 0x33, 0x34, 0x35],
}
const STORES: Record<Type, Bytes> = { i32: [0x36, 0x3a, 0x3b], i64: [0x37, 0x3c, 0x3d, 0x3e] }
/** Operators that can trap: division and remainder. */
const DIVISIONS = new Set([0x6d, 0x6e, 0x6f, 0x70, 0x7f, 0x80, 0x81, 0x82])
const SIGNED_DIVISIONS = new Set([0x6d, 0x6f, 0x7f, 0x81])

export interface Shape {
  /** Branches, loops, indirect calls and early returns. Without: the code runs from its start to its end, once. */
  controlFlow: boolean
  hostCalls: boolean
  /** Statements of the entry function; others have a third. */
  statements: number
}

/** A function being written. */
interface Scope {
  index: number
  locals: Type[]
  result: Type | undefined
  /** Open labels, outermost first; only those that take no value are branched to. */
  labels: boolean[]
  depth: number
}

/** Writes random programs that are valid by construction. They may trap, exhaust their ink or run away. */
export class ProgramWriter {
  readonly #random: Random
  readonly #shape: Shape
  readonly #functions: FunctionType[]
  readonly #imports: HostCall[]
  readonly #globals: Type[] = ['i32', 'i64', 'i32']
  /** Indices of functions called, by caller: what straight-line code runs how often. */
  readonly calls = new Map<number, number[]>()
  /** Bytes that fills and copies of constant size move, by function. */
  readonly moved = new Map<number, number>()

  constructor(random: Random, shape: Shape) {
    this.#random = random
    this.#shape = shape
    this.#imports = shape.hostCalls
      ? [...HOST_CALLS]
      : [HOST_CALLS.find((h) => h.name === 'pay_for_memory_grow')!]
    const types: Type[] = ['i32', 'i64']
    this.#functions = Array.from({ length: random.below(4) }, () => ({
      params: Array.from({ length: random.below(4) }, () => random.pick(types)),
      results: random.chance(0.7) ? [random.pick(types)] : [],
    }))
  }

  write(data: WasmProgram['data']): WasmProgram {
    const random = this.#random
    const entry: FunctionType = { params: ['i32'], results: ['i32'] }
    const signatures = [entry, ...this.#functions]
    const functions = signatures.map((type, i) => {
      const extra = Array.from({ length: 1 + random.below(5) }, () => random.pick(['i32', 'i64'] as const))
      const scope: Scope = {
        index: i,
        locals: [...type.params, ...extra],
        result: type.results[0],
        labels: [],
        depth: 0,
      }
      const n = i === 0 ? this.#shape.statements : Math.ceil(this.#shape.statements / 3)
      const body: Bytes = []
      for (let k = 0; k < n; k++) body.push(...this.#statement(scope))
      const end =
        i === 0 && random.chance(0.8) ? [0x41, 0] : scope.result ? this.#value(scope, scope.result) : []
      return { ...type, locals: extra, code: [...body, ...end] }
    })
    const growable = random.chance(0.5)
    return {
      imports: this.#imports,
      functions,
      table: functions.map((_, i) => this.#imports.length + i),
      globals: this.#globals.map((type) => ({ type, value: type === 'i32' ? random.i32() : random.i64() })),
      pages: { min: 1 + random.below(3), max: growable ? undefined : 4 },
      data,
      entry: this.#imports.length,
    }
  }

  #statements(scope: Scope, most: number): Bytes {
    const out: Bytes = []
    for (let n = 1 + this.#random.below(most); n > 0; n--) out.push(...this.#statement(scope))
    return out
  }

  #statement(scope: Scope): Bytes {
    const random = this.#random
    const { controlFlow, hostCalls } = this.#shape
    if (hostCalls && random.chance(0.35)) return this.#hostCall(scope)
    if (controlFlow && scope.depth < 4 && random.chance(0.35)) return this.#control(scope)
    const choice = random.below(controlFlow ? 11 : 8)
    if (choice < 2) {
      const at = random.below(scope.locals.length)
      return [...this.#value(scope, scope.locals[at] as Type), 0x21, ...u32(at)]
    }
    if (choice === 2) {
      const at = random.below(this.#globals.length)
      return [...this.#value(scope, this.#globals[at] as Type), 0x24, ...u32(at)]
    }
    if (choice < 5) {
      const type = random.pick(['i32', 'i64'] as const)
      const op = random.pick(STORES[type])
      return [...this.#address(scope), ...this.#value(scope, type), op, 0, ...u32(random.below(64))]
    }
    if (choice === 5) return this.#call(scope)
    if (choice === 6) return this.#bulk(scope)
    if (choice === 7) return [...this.#value(scope, random.pick(['i32', 'i64'] as const)), 0x1a]
    if (choice === 8) return this.#branch(scope)
    if (choice === 9 && random.chance(0.3)) return [...this.#small(6), 0x40, 0, 0x1a] // memory.grow
    if (random.chance(0.05)) return [0x00]
    return [0x01]
  }

  /** A block, a loop or an if, with statements in it. */
  #control(scope: Scope): Bytes {
    const random = this.#random
    const kind = random.below(4)
    const enter = (): Scope => ({ ...scope, labels: [...scope.labels, true], depth: scope.depth + 1 })
    if (kind === 0) return [0x02, EMPTY_BLOCK, ...this.#statements(enter(), 3), 0x0b]
    if (kind === 1) {
      // counts a global down: ends, unless the body sets it
      const inner = enter()
      const again: Bytes = [0x23, 2, 0x41, 1, 0x6b, 0x24, 2, 0x23, 2, 0x0d, ...u32(0)]
      const runaway: Bytes = [0x0c, ...u32(0)]
      const rounds: Bytes = [...this.#small(12), 0x41, 1, 0x6a, 0x24, 2]
      const back = random.chance(0.03) ? runaway : again
      return [...rounds, 0x03, EMPTY_BLOCK, ...this.#statements(inner, 3), ...back, 0x0b]
    }
    const otherwise = random.chance(0.5) ? [0x05, ...this.#statements(enter(), 2)] : []
    return [
      ...this.#value(scope, 'i32'),
      0x04,
      EMPTY_BLOCK,
      ...this.#statements(enter(), 2),
      ...otherwise,
      0x0b,
    ]
  }

  #branch(scope: Scope): Bytes {
    const random = this.#random
    if (random.chance(0.1)) return this.#return(scope)
    // a branch backwards inside a loop is left to the loop itself, which counts
    const targets = scope.labels.flatMap((free, i) => (free ? [scope.labels.length - 1 - i] : []))
    if (targets.length === 0) return [0x01]
    if (random.chance(0.3)) {
      const labels = Array.from({ length: random.below(4) }, () => u32(random.pick(targets))).flat()
      const count = labels.length
      return [...this.#value(scope, 'i32'), 0x0e, ...u32(count), ...labels, ...u32(random.pick(targets))]
    }
    return [...this.#value(scope, 'i32'), 0x0d, ...u32(random.pick(targets))]
  }

  #return(scope: Scope): Bytes {
    const value = scope.result ? this.#value(scope, scope.result) : []
    return [...this.#value(scope, 'i32'), 0x04, EMPTY_BLOCK, ...value, 0x0f, 0x0b]
  }

  /** Calls a later function; with control flow now and then any, which may recurse. */
  #call(scope: Scope): Bytes {
    const random = this.#random
    const count = this.#functions.length + 1
    const { controlFlow } = this.#shape
    const first = controlFlow && random.chance(0.1) ? 1 : scope.index + 1
    if (first >= count) return [0x01]
    const index = first + random.below(count - first)
    const type = this.#functions[index - 1] as FunctionType
    const values = type.params.flatMap((t) => this.#value(scope, t))
    const dropped = type.results.map(() => 0x1a)
    this.calls.set(scope.index, [...(this.calls.get(scope.index) ?? []), index])
    const at = u32(this.#imports.length + index)
    if (controlFlow && random.chance(0.3))
      // its own type is `at`; the table holds it at `index`, and now and then another is asked for
      return [
        ...values,
        0x41,
        ...signed(random.chance(0.95) ? index : random.below(9)),
        0x11,
        ...at,
        0,
        ...dropped,
      ]
    return [...values, 0x10, ...at, ...dropped]
  }

  /** memory.fill or memory.copy; of constant size in straight-line code, so that its price is known. */
  #bulk(scope: Scope): Bytes {
    const random = this.#random
    const size = random.below(200)
    const wild = this.#shape.controlFlow && random.chance(0.2)
    const n = wild ? this.#value(scope, 'i32') : [0x41, ...signed(size)]
    this.moved.set(scope.index, (this.moved.get(scope.index) ?? 0) + size)
    if (random.chance(0.5)) return [...this.#address(scope), ...this.#value(scope, 'i32'), ...n, 0xfc, 11, 0]
    return [...this.#address(scope), ...this.#address(scope), ...n, 0xfc, 10, 0, 0]
  }

  #hostCall(scope: Scope): Bytes {
    const hosts = this.#imports
    const random = this.#random
    // what reaches other contracts is what the two ways of waiting are about
    const eager = random.chance(0.3)
      ? hosts.flatMap((h, i) => (/call_contract|create|storage/.test(h.name) ? [i] : []))
      : hosts.flatMap((h, i) => (h.name === 'exit_early' && !random.chance(0.05) ? [] : [i]))
    const index = random.pick(eager)
    const host = hosts[index] as HostCall
    const values = host.arguments.flatMap((a, i) => this.#argument(scope, a, host.params[i] as Type))
    const kept = host.results.flatMap((t) => {
      const at = scope.locals.indexOf(t)
      return at < 0 ? [0x1a] : [0x21, ...u32(at)]
    })
    return [...values, 0x10, ...u32(index), ...kept]
  }

  #argument(scope: Scope, argument: Argument, type: Type): Bytes {
    const random = this.#random
    if (random.chance(0.02)) return this.#value(scope, type)
    const i32 = (n: number): Bytes => [0x41, ...signed(n)]
    switch (argument) {
      case 'address':
        return i32(AT.addresses + 32 * random.below(ADDRESS_COUNT))
      case 'word':
      case 'key':
        return i32(
          random.chance(0.7) ? AT.words + 32 * random.below(WORD_COUNT) : AT.scratch + 32 * random.below(4),
        )
      case 'init':
        return i32(AT.initCodes + 64 * random.below(INIT_CODE_COUNT))
      case 'out':
        return i32(AT.scratch + 4 * random.below(40))
      case 'data':
        return i32(random.chance(0.4) ? AT.messages + 32 * random.below(2) : AT.scratch + random.below(200))
      case 'length':
        return i32(random.chance(0.3) ? 0 : random.chance(0.6) ? 32 * random.below(5) : random.below(300))
      case 'small':
        return this.#small(5)
      case 'pages':
        return this.#small(3)
      case 'gas':
        return [0x42, ...signed(random.chance(0.5) ? -1n : BigInt(random.below(200_000)))]
    }
  }

  #small(n: number): Bytes {
    return [0x41, ...signed(this.#random.below(n))]
  }

  /** A pointer into the first page, now and then anywhere. */
  #address(scope: Scope): Bytes {
    if (this.#shape.controlFlow && this.#random.chance(0.03)) return this.#value(scope, 'i32')
    if (this.#random.chance(0.6)) return [0x41, ...signed(this.#random.below(0x2000))]
    return [...this.#value(scope, 'i32'), 0x41, ...signed(0x3fff), 0x71]
  }

  /** Code that leaves one value. */
  #value(scope: Scope, type: Type, depth = 0): Bytes {
    const random = this.#random
    const choice = random.below(depth > 3 ? 3 : 9)
    if (choice === 0)
      return type === 'i32' ? [0x41, ...signed(random.i32())] : [0x42, ...signed(random.i64())]
    if (choice < 3) {
      const locals = scope.locals.flatMap((t, i) => (t === type ? [i] : []))
      if (locals.length > 0) return [0x20, ...u32(random.pick(locals))]
      return [0x23, ...u32(this.#globals.indexOf(type))]
    }
    const other = (t: Type): Bytes => this.#value(scope, t, depth + 1)
    if (choice < 5) return this.#binary(type, other)
    if (choice === 5) return [...other(type), random.pick(UNARY[type])]
    if (choice === 6) return [...this.#address(scope), random.pick(LOADS[type]), 0, ...u32(random.below(64))]
    if (choice === 7) {
      if (type === 'i64') return [...other('i32'), random.pick([0xac, 0xad])]
      const from = random.pick(['i32', 'i64'] as const)
      if (random.chance(0.3)) return [...other(from), from === 'i32' ? 0x45 : 0x50]
      if (random.chance(0.2)) return [...other('i64'), 0xa7]
      return [...other(from), ...other(from), random.pick(COMPARE[from])]
    }
    if (this.#shape.controlFlow && random.chance(0.5))
      return [...other('i32'), 0x04, TYPE_BYTE[type], ...other(type), 0x05, ...other(type), 0x0b]
    if (random.chance(0.1) && type === 'i32') return [0x3f, 0]
    return [...other(type), ...other(type), ...other('i32'), 0x1b]
  }

  #binary(type: Type, other: (type: Type) => Bytes): Bytes {
    const random = this.#random
    const op = random.pick(BINARY[type])
    if (!DIVISIONS.has(op) || (this.#shape.controlFlow && random.chance(0.1)))
      return [...other(type), ...other(type), op]
    // a divisor that is never 0 nor, for signed division, -1
    const mask = SIGNED_DIVISIONS.has(op) ? 0x7f : -1
    const [constant, and, or] = type === 'i32' ? ([0x41, 0x71, 0x72] as const) : ([0x42, 0x83, 0x84] as const)
    return [...other(type), ...[...other(type), constant, ...signed(mask), and], ...[constant, 1, or], op]
  }
}
