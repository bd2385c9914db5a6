import { keccak_256 } from '@noble/hashes/sha3.js'
import { bigintToBytes, bytesToBigint, concatBytes } from '../../bytes.ts'
import type { Frame } from '../frame.ts'
import { ADD_MOD, DIV, H, keccakInk, MUL_MOD, P, powInk } from '../ink.ts'
import type { HostCall } from './types.ts'

const load = (f: Frame, pointer: number) => bytesToBigint(f.read(pointer, 32))

/** Writes the result over the first operand. */
function store(f: Frame, pointer: number, value: bigint, ...operands: bigint[]): void {
  const bytes = bigintToBytes(value)
  f.write(pointer, bytes)
  if (f.traces) f.trace(concatBytes(...operands.map((o) => bigintToBytes(o))), bytes)
}

/** 256-bit arithmetic on words in memory, big-endian; the result replaces the first operand. */
export const mathHostCalls: Record<string, HostCall> = {
  math_div(f, value: number, divisor: number) {
    f.buy(H + 3n * P + DIV)
    const [a, b] = [load(f, value), load(f, divisor)]
    store(f, value, b === 0n ? 0n : a / b, a, b)
  },

  math_mod(f, value: number, modulus: number) {
    f.buy(H + 3n * P + DIV)
    const [a, m] = [load(f, value), load(f, modulus)]
    store(f, value, m === 0n ? 0n : a % m, a, m)
  },

  math_pow(f, value: number, exponent: number) {
    f.buy(H + 3n * P)
    const e = f.read(exponent, 32)
    f.buy(powInk(e))
    const [base, exp] = [load(f, value), bytesToBigint(e)]
    store(f, value, modPow(base, exp), base, exp)
  },

  math_add_mod(f, value: number, addend: number, modulus: number) {
    f.buy(H + 4n * P + ADD_MOD)
    const [a, b, m] = [load(f, value), load(f, addend), load(f, modulus)]
    store(f, value, m === 0n ? 0n : (a + b) % m, a, b, m)
  },

  math_mul_mod(f, value: number, multiplier: number, modulus: number) {
    f.buy(H + 4n * P + MUL_MOD)
    const [a, b, m] = [load(f, value), load(f, multiplier), load(f, modulus)]
    store(f, value, m === 0n ? 0n : (a * b) % m, a, b, m)
  },

  native_keccak256(f, input: number, length: number, dest: number) {
    f.buy(keccakInk(length >>> 0))
    const preimage = f.read(input, length)
    const hash = keccak_256(preimage)
    f.write(dest, hash)
    if (f.traces) f.trace(preimage, hash)
  },
}

/** base^exponent mod 2^256. */
function modPow(base: bigint, exponent: bigint): bigint {
  let [result, b, e] = [1n, base, exponent]
  while (e > 0n) {
    if (e & 1n) result = BigInt.asUintN(256, result * b)
    b = BigInt.asUintN(256, b * b)
    e >>= 1n
  }
  return result
}
