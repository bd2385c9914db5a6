/*
 * Every ink and gas constant of Stylus metering and activation, as data. ArbOS 30 to 60 use the same table.
 * Source: the Stylus VM notes of this repository (sections 1.1, 1.2, 1.4, 3.3 to 3.9, 4.1, 4.2), checked against recorded nitro runs.
 */
import { OPERATORS, opcode } from './operators.ts'

/** Price of what a program may hold but can never pay for: 2^64 - 1 ink. As a number it is Infinity. */
export const UNPAYABLE = Number.POSITIVE_INFINITY

/** Ink charged at the head of each basic block, whatever is in it. */
export const BLOCK_HEADER_INK = 2450
/** Ink for each byte that `memory.fill` and `memory.copy` move, on top of their fixed price. */
export const BULK_BYTE_INK = 100
/** Ink that a `br_table` adds for each target but the default. */
export const BR_TABLE_TARGET_INK = 325
/** Ink that a `call_indirect` adds for each parameter of the callee's signature. */
export const CALL_INDIRECT_PARAM_INK = 650

const fixed: [ink: number, names: string][] = [
  [1, 'unreachable return nop block loop else end i32.const i64.const'],
  [9, 'drop'],
  [75, 'local.get local.tee'],
  [210, 'local.set'],
  [225, 'global.get'],
  [575, 'global.set'],
  [765, 'br br_if if'],
  [2400, 'br_table'],
  [1250, 'select'],
  [3800, 'call'],
  [13610, 'call_indirect'],
  [670, 'i32.load i32.load8_s i32.load8_u i32.load16_s i32.load16_u'],
  [680, 'i64.load i64.load8_s i64.load8_u i64.load16_s i64.load16_u i64.load32_s i64.load32_u'],
  [825, 'i32.store i32.store8 i32.store16'],
  [950, 'i64.store i64.store8 i64.store16 i64.store32 memory.copy memory.fill'],
  [3000, 'memory.size'],
  [8050, 'memory.grow'],
  [170, 'i32.eqz i32.eq i32.ne i32.lt_s i32.lt_u i32.gt_s i32.gt_u i32.le_s i32.le_u i32.ge_s i32.ge_u'],
  [225, 'i64.eqz i64.eq i64.ne i64.lt_s i64.lt_u i64.gt_s i64.gt_u i64.le_s i64.le_u i64.ge_s i64.ge_u'],
  [210, 'i32.clz i32.ctz i64.clz i64.ctz'],
  [2650, 'i32.popcnt'],
  [6000, 'i64.popcnt'],
  [70, 'i32.add i32.sub i32.and i32.or i32.xor i32.shl i32.shr_s i32.shr_u i32.rotl i32.rotr'],
  [100, 'i64.add i64.sub i64.and i64.or i64.xor i64.shl i64.shr_s i64.shr_u i64.rotl i64.rotr'],
  [160, 'i32.mul i64.mul'],
  [1120, 'i32.div_s i32.div_u i32.rem_s i32.rem_u'],
  [1270, 'i64.div_s i64.div_u i64.rem_s i64.rem_u'],
  [100, 'i32.wrap_i64 i64.extend_i32_s i64.extend_i32_u'],
  [100, 'i32.extend8_s i32.extend16_s i64.extend8_s i64.extend16_s i64.extend32_s'],
]

/** Fixed ink price by opcode; an operator that is not listed (floats, table operators) is unpayable. */
export const OPERATOR_INK: ReadonlyMap<number, number> = new Map([
  ...[...OPERATORS.keys()].map((code) => [code, UNPAYABLE] as const),
  ...fixed.flatMap(([ink, names]) => names.split(' ').map((name) => [opcode(name), ink] as const)),
])

/** Operators that the instrumentation adds; they are not charged, but they count for compile gas and for the limit of 65,536. */
export const INSTRUMENTED = {
  perBlock: 12,
  perBulkOperator: 17,
  perFunction: 13,
  perReturn: 4,
  perGrow: 4,
} as const

/** Compile gas of an activation: `gas = 28 * sum(floor(count * mul / div))`. */
export const COMPILE_GAS = {
  gasPerMicrosecond: 28,
  wasmBytes: { mul: 31733, div: 100000 },
  functions: { mul: 17263, div: 100000 },
  dataPayloadBytes: { mul: 17376, div: 100000 },
  elementBytes: { mul: 17376, div: 100000 },
  initialPages: { mul: 2217, div: 1 },
  instrumentedOperators: { mul: 535, div: 1000 },
} as const

/** Limits of a module; a count above the limit is refused. */
export const LIMITS = {
  dataSegments: 128,
  elementSegments: 128,
  exports: 1024,
  functions: 4096,
  globals: 32768,
  localsPerFunction: 348,
  instrumentedOperatorsPerFunction: 65536,
  imports: 513,
  tableEntries: 4096,
  elementBytes: 4096,
  nameBytes: 512,
  pages: 128,
  operandStackWords: 4096,
  frameWords: 10240,
  wasmBytes: 131072,
  codeBytes: 24576,
} as const

/** Parameters of a fresh development chain. `units` are what the chain stores; the factor is applied in `entryCost`. */
export const CHAIN_DEFAULTS = {
  inkPrice: 10000,
  freePages: 2,
  pageGas: 1000,
  pageLimit: 128,
  minInitUnits: 69,
  minCachedInitUnits: 11,
  initCostScalarUnits: 50,
  cachedCostScalarUnits: 50,
} as const

/** Gas of holding n pages at once, for n = 0 to 128; beyond, no gas is enough. */
export const PAGE_RAMP: readonly number[] = [
  1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 5, 6, 7, 8, 9, 11, 12, 14, 17, 19, 22, 25, 29, 33, 38, 43, 50, 57,
  65, 75, 85, 98, 112, 128, 147, 168, 193, 221, 253, 289, 331, 379, 434, 497, 569, 651, 745, 853, 976, 1117,
  1279, 1463, 1675, 1917, 2194, 2511, 2874, 3290, 3765, 4309, 4932, 5645, 6461, 7395, 8464, 9687, 11087,
  12689, 14523, 16621, 19024, 21773, 24919, 28521, 32642, 37359, 42758, 48938, 56010, 64104, 73368, 83971,
  96106, 109994, 125890, 144082, 164904, 188735, 216010, 247226, 282953, 323844, 370643, 424206, 485509,
  555672, 635973, 727880, 833067, 953456, 1091243, 1248941, 1429429, 1636000, 1872423, 2143012, 2452704,
  2807151, 3212820, 3677113, 4208502, 4816684, 5512756, 6309419, 7221210, 8264766, 9459129, 10826093,
  12390601, 14181199, 16230562, 18576084, 21260563, 24332984, 27849408, 31873999,
]
