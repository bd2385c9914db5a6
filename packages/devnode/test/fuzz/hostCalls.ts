import { VM_HOOKS } from '@inkling/wasm'
import type { Type } from './wasmBytes.ts'

/** Where a generated program keeps what it points host calls to. */
export const AT = {
  /** Addresses of 20 bytes, 32 apart: see `ADDRESSES`. */
  addresses: 0x100,
  /** Words: 0, 1, 1,000, 2^256 - 1. */
  words: 0x200,
  /** Init codes, 64 bytes apart. */
  initCodes: 0x300,
  /** Data for the EVM contract: addresses to call, 32 apart. */
  messages: 0x3c0,
  scratch: 0x400,
} as const
export const ADDRESS_COUNT = 6
export const WORD_COUNT = 4
export const INIT_CODE_COUNT = 3

/** What an argument of a host call means: decides where random values come from. */
export type Argument =
  | 'address'
  | 'word'
  | 'key'
  | 'out'
  | 'data'
  | 'length'
  | 'gas'
  | 'init'
  | 'small'
  | 'pages'

const ARGUMENTS: Record<string, Argument[]> = {
  read_args: ['out'],
  exit_early: ['small'],
  storage_flush_cache: ['small'],
  pay_for_memory_grow: ['pages'],
  write_result: ['data', 'length'],
  storage_load_bytes32: ['key', 'out'],
  storage_cache_bytes32: ['key', 'word'],
  transient_load_bytes32: ['key', 'out'],
  transient_store_bytes32: ['key', 'word'],
  account_balance: ['address', 'out'],
  account_codehash: ['address', 'out'],
  account_code_size: ['address'],
  account_code: ['address', 'small', 'length', 'out'],
  emit_log: ['data', 'length', 'small'],
  call_contract: ['address', 'data', 'length', 'word', 'gas', 'out'],
  delegate_call_contract: ['address', 'data', 'length', 'gas', 'out'],
  static_call_contract: ['address', 'data', 'length', 'gas', 'out'],
  create1: ['init', 'length', 'word', 'out', 'out'],
  create2: ['init', 'length', 'word', 'word', 'out', 'out'],
  read_return_data: ['out', 'small', 'length'],
  native_keccak256: ['data', 'length', 'out'],
  math_div: ['out', 'word'],
  math_mod: ['out', 'word'],
  math_pow: ['out', 'word'],
  math_add_mod: ['out', 'word', 'word'],
  math_mul_mod: ['out', 'word', 'word'],
}

export interface HostCall {
  name: string
  params: Type[]
  results: Type[]
  arguments: Argument[]
}

const types = (letters: string): Type[] => [...letters].map((c) => (c === 'i' ? 'i32' : 'i64'))

/** All 42 host calls. Those not named above take one pointer to write to, or nothing. */
export const HOST_CALLS: readonly HostCall[] = [...VM_HOOKS].map(([name, { params, results }]) => ({
  name,
  params: types(params),
  results: types(results),
  arguments: ARGUMENTS[name] ?? types(params).map(() => 'out' as const),
}))
