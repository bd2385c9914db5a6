/** What follows an opcode in the code section. */
export type Immediate =
  | 'none'
  | 'block'
  | 'index'
  | 'brTable'
  | 'callIndirect'
  | 'memarg'
  | 'zero'
  | 'zeroZero'
  | 'i32'
  | 'i64'
  | 'f32'
  | 'f64'
  | 'indexZero'
  | 'indexIndex'

/** One operator of the instruction set that Stylus can read. */
export type OperatorInfo = { code: number; name: string; immediate: Immediate }

/** Opcodes behind the 0xFC prefix are written 0xFC00 + number here. */
export const PREFIX_FC = 0xfc00

// Runs of consecutive opcodes, in the order of the WebAssembly specification.
const runs: [first: number, immediate: Immediate, names: string][] = [
  [0x00, 'none', 'unreachable nop'],
  [0x02, 'block', 'block loop if'],
  [0x05, 'none', 'else'],
  [0x0b, 'none', 'end'],
  [0x0c, 'index', 'br br_if'],
  [0x0e, 'brTable', 'br_table'],
  [0x0f, 'none', 'return'],
  [0x10, 'index', 'call'],
  [0x11, 'callIndirect', 'call_indirect'],
  [0x1a, 'none', 'drop select'],
  [0x20, 'index', 'local.get local.set local.tee global.get global.set'],
  [
    0x28,
    'memarg',
    'i32.load i64.load f32.load f64.load i32.load8_s i32.load8_u i32.load16_s i32.load16_u i64.load8_s i64.load8_u i64.load16_s i64.load16_u i64.load32_s i64.load32_u i32.store i64.store f32.store f64.store i32.store8 i32.store16 i64.store8 i64.store16 i64.store32',
  ],
  [0x3f, 'zero', 'memory.size memory.grow'],
  [0x41, 'i32', 'i32.const'],
  [0x42, 'i64', 'i64.const'],
  [0x43, 'f32', 'f32.const'],
  [0x44, 'f64', 'f64.const'],
  [
    0x45,
    'none',
    'i32.eqz i32.eq i32.ne i32.lt_s i32.lt_u i32.gt_s i32.gt_u i32.le_s i32.le_u i32.ge_s i32.ge_u i64.eqz i64.eq i64.ne i64.lt_s i64.lt_u i64.gt_s i64.gt_u i64.le_s i64.le_u i64.ge_s i64.ge_u f32.eq f32.ne f32.lt f32.gt f32.le f32.ge f64.eq f64.ne f64.lt f64.gt f64.le f64.ge',
  ],
  [
    0x67,
    'none',
    'i32.clz i32.ctz i32.popcnt i32.add i32.sub i32.mul i32.div_s i32.div_u i32.rem_s i32.rem_u i32.and i32.or i32.xor i32.shl i32.shr_s i32.shr_u i32.rotl i32.rotr',
  ],
  [
    0x79,
    'none',
    'i64.clz i64.ctz i64.popcnt i64.add i64.sub i64.mul i64.div_s i64.div_u i64.rem_s i64.rem_u i64.and i64.or i64.xor i64.shl i64.shr_s i64.shr_u i64.rotl i64.rotr',
  ],
  [
    0x8b,
    'none',
    'f32.abs f32.neg f32.ceil f32.floor f32.trunc f32.nearest f32.sqrt f32.add f32.sub f32.mul f32.div f32.min f32.max f32.copysign',
  ],
  [
    0x99,
    'none',
    'f64.abs f64.neg f64.ceil f64.floor f64.trunc f64.nearest f64.sqrt f64.add f64.sub f64.mul f64.div f64.min f64.max f64.copysign',
  ],
  [
    0xa7,
    'none',
    'i32.wrap_i64 i32.trunc_f32_s i32.trunc_f32_u i32.trunc_f64_s i32.trunc_f64_u i64.extend_i32_s i64.extend_i32_u i64.trunc_f32_s i64.trunc_f32_u i64.trunc_f64_s i64.trunc_f64_u f32.convert_i32_s f32.convert_i32_u f32.convert_i64_s f32.convert_i64_u f32.demote_f64 f64.convert_i32_s f64.convert_i32_u f64.convert_i64_s f64.convert_i64_u f64.promote_f32 i32.reinterpret_f32 i64.reinterpret_f64 f32.reinterpret_i32 f64.reinterpret_i64',
  ],
  [0xc0, 'none', 'i32.extend8_s i32.extend16_s i64.extend8_s i64.extend16_s i64.extend32_s'],
  [
    PREFIX_FC,
    'none',
    'i32.trunc_sat_f32_s i32.trunc_sat_f32_u i32.trunc_sat_f64_s i32.trunc_sat_f64_u i64.trunc_sat_f32_s i64.trunc_sat_f32_u i64.trunc_sat_f64_s i64.trunc_sat_f64_u',
  ],
  [PREFIX_FC + 8, 'indexZero', 'memory.init'],
  [PREFIX_FC + 9, 'index', 'data.drop'],
  [PREFIX_FC + 10, 'zeroZero', 'memory.copy'],
  [PREFIX_FC + 11, 'zero', 'memory.fill'],
  [PREFIX_FC + 12, 'indexIndex', 'table.init'],
  [PREFIX_FC + 13, 'index', 'elem.drop'],
  [PREFIX_FC + 14, 'indexIndex', 'table.copy'],
]

/** All operators of WebAssembly 1.0 with sign extension, saturating conversion and bulk memory, by opcode. */
export const OPERATORS: ReadonlyMap<number, OperatorInfo> = new Map(
  runs.flatMap(([first, immediate, names]) =>
    names.split(' ').map((name, i) => [first + i, { code: first + i, name, immediate }] as const),
  ),
)

const codes = new Map([...OPERATORS.values()].map((o) => [o.name, o.code]))

/** Opcode of an operator by its text name. Throws on a name that is not in the table: a typing mistake of ours. */
export function opcode(name: string): number {
  const code = codes.get(name)
  if (code === undefined) throw new RangeError(`No operator is called ${name}`)
  return code
}

/** Which proposal an opcode outside the table belongs to, for the error message. */
export function proposalOf(code: number): string | undefined {
  if (code === 0xfb) return 'garbage collection'
  if (code === 0xfd) return 'SIMD'
  if (code === 0xfe) return 'threads (atomics)'
  if ((code >= 0x06 && code <= 0x0a) || code === 0x18 || code === 0x19 || code === 0x1f)
    return 'exception handling'
  if (code === 0x12 || code === 0x13) return 'tail calls'
  if (code === 0x14 || code === 0x15 || (code >= 0xd3 && code <= 0xd6)) return 'typed function references'
  if (code === 0x1c || code === 0x25 || code === 0x26 || (code >= 0xd0 && code <= 0xd2))
    return 'reference types'
  if (code >= PREFIX_FC + 15 && code <= PREFIX_FC + 17) return 'reference types'
  return undefined
}
