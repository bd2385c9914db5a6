/**
 * The curve's precompiles (0x06 add, 0x07 multiply, 0x08 pairing; EIP-196, EIP-197, prices of EIP-1108), called from a
 * Stylus program with a cap on the gas. Lesson 7 and rust-crates/groth16-verifier tell what a contract has to make of this.
 */
import { bn254 } from '@noble/curves/bn254.js'
import { concatHex, type Hex, hexToNumber, numberToHex, size, slice } from 'viem'
import { beforeAll, describe, expect, it } from 'vitest'
import { createDevnode, type Devnode } from '../src/index.ts'
import { install } from './install.ts'
import { assemble } from './programs.ts'

const PROGRAM = `0x${'bb'.repeat(20)}` as const
const P = bn254.fields.Fp.ORDER
const R = bn254.fields.Fr.ORDER
const INFINITY = `0x${'00'.repeat(64)}` as const

/**
 * Calldata: the precompile (1 byte), the cap on the gas (8, little-endian), the input. Answers with the status (1 byte),
 * the gas that the static call took from the caller (8, little-endian) and what came back.
 */
const CAPPED = `(module
  (import "vm_hooks" "read_args" (func $read (param i32)))
  (import "vm_hooks" "write_result" (func $write (param i32 i32)))
  (import "vm_hooks" "evm_gas_left" (func $gas (result i64)))
  (import "vm_hooks" "static_call_contract" (func $static (param i32 i32 i32 i64 i32) (result i32)))
  (import "vm_hooks" "read_return_data" (func $returned (param i32 i32 i32) (result i32)))
  (memory (export "memory") 2 2)
  (func (export "user_entrypoint") (param $n i32) (result i32)
    (local $before i64) (local $status i32)
    (call $read (i32.const 0))
    (i32.store8 (i32.const 65555) (i32.load8_u (i32.const 0)))
    (local.set $before (call $gas))
    (local.set $status (call $static
      (i32.const 65536) (i32.const 9) (i32.sub (local.get $n) (i32.const 9))
      (i64.load (i32.const 1)) (i32.const 131068)))
    (i64.store (i32.const 70001) (i64.sub (local.get $before) (call $gas)))
    (i32.store8 (i32.const 70000) (local.get $status))
    (call $write (i32.const 70000) (i32.add (i32.const 9)
      (call $returned (i32.const 70009) (i32.const 0) (i32.load (i32.const 131068)))))
    (i32.const 0)))`

let devnode: Devnode
beforeAll(async () => {
  devnode = await createDevnode()
  expect(await install(devnode, PROGRAM, await assemble(CAPPED))).toBe('0x1')
})

interface Answer {
  ok: boolean
  gas: number
  data: Hex
}

async function call(precompile: number, cap: bigint, ...input: Hex[]): Promise<Answer> {
  const capped = numberToHex(cap, { size: 8 })
  const littleEndian = `0x${capped.slice(2).match(/../g)!.reverse().join('')}` as Hex
  const data = concatHex([numberToHex(precompile, { size: 1 }), littleEndian, ...input])
  const answer = await devnode.request({
    method: 'eth_call',
    params: [{ to: PROGRAM, data, gas: numberToHex(30_000_000) }, 'latest'],
  })
  const gas = slice(answer as Hex, 1, 9)
    .slice(2)
    .match(/../g)!
    .reverse()
    .join('')
  return {
    ok: slice(answer as Hex, 0, 1) === '0x00',
    gas: hexToNumber(`0x${gas}`),
    data: size(answer as Hex) > 9 ? slice(answer as Hex, 9) : '0x',
  }
}

const word = (value: bigint) => numberToHex(value, { size: 32 })
const g1 = (k: bigint): Hex => {
  const { x, y } = bn254.G1.Point.BASE.multiply(k).toAffine()
  return concatHex([word(x), word(y)])
}
const g2 = (k: bigint): Hex => {
  const { x, y } = bn254.G2.Point.BASE.multiply(k).toAffine()
  return concatHex([word(x.c1), word(x.c0), word(y.c1), word(y.c0)])
}
/** e(2 G1, 3 G2) e(-6 G1, G2), padded with two pairs of infinity: four pairs, product 1. */
const PAIRS = [g1(2n), g2(3n), g1(R - 6n), g2(1n), INFINITY, g2(1n), INFINITY, g2(1n)]
const PAIRING_GAS = 45_000n + 4n * 34_000n
/** A static call to a warm address costs its caller 100 beside what the callee used. */
const CALL = 100
/** Gas of the host call itself, input copied: below this for 768 bytes. */
const HOST_CALL = 30

/** The call answered so and took `gas` for what was called, beside the price of calling. */
function expectAnswer(answer: Answer, ok: boolean, gas: bigint, data: Hex): void {
  expect({ ok: answer.ok, data: answer.data }).toEqual({ ok, data })
  expect(answer.gas - Number(gas)).toBeGreaterThanOrEqual(CALL)
  expect(answer.gas - Number(gas)).toBeLessThan(CALL + HOST_CALL)
}

describe('capped static calls from a program', () => {
  it('a cap of exactly the price is enough', async () => {
    expectAnswer(await call(6, 150n, g1(2n), g1(3n)), true, 150n, g1(5n))
    expectAnswer(await call(7, 6_000n, g1(2n), word(3n)), true, 6_000n, g1(6n))
    expectAnswer(await call(8, PAIRING_GAS, ...PAIRS), true, PAIRING_GAS, word(1n))
    const unequal = [g1(2n), g2(2n), ...PAIRS.slice(2)]
    expectAnswer(await call(8, PAIRING_GAS, ...unequal), true, PAIRING_GAS, word(0n))
  })

  it('one gas less fails, takes the cap and answers nothing', async () => {
    expectAnswer(await call(6, 149n, g1(2n), g1(3n)), false, 149n, '0x')
    expectAnswer(await call(7, 5_999n, g1(2n), word(3n)), false, 5_999n, '0x')
    expectAnswer(await call(8, PAIRING_GAS - 1n, ...PAIRS), false, PAIRING_GAS - 1n, '0x')
  })

  const { x, y } = bn254.G1.Point.BASE.toAffine()
  const [, g2x0, g2y1, g2y0] = [0, 1, 2, 3].map((i) => slice(g2(3n), 32 * i, 32 * i + 32)) as Hex[]
  const g2x1 = slice(g2(3n), 0, 32)
  // On the twist, outside the subgroup of order r: the first x for which x^3 + b is a square, not cleared of its cofactor.
  const outside = (): Hex => {
    const { Fp2 } = bn254.fields
    const b = Fp2.mul(Fp2.fromBigTuple([3n, 0n]), Fp2.inv(Fp2.fromBigTuple([9n, 1n])))
    for (let k = 1n; ; k++) {
      const at = Fp2.fromBigTuple([k, 1n])
      const square = Fp2.add(Fp2.mul(Fp2.sqr(at), at), b)
      try {
        const root = Fp2.sqrt(square)
        return concatHex([word(1n), word(k), word(root.c1), word(root.c0)])
      } catch {
        // no square
      }
    }
  }
  const malformed: [string, number, Hex[]][] = [
    ['add: a coordinate plus p', 6, [word(x + P), word(y), g1(3n)]],
    ['add: off the curve', 6, [word(x), word(y + 1n), g1(3n)]],
    ['multiply: a coordinate plus p', 7, [word(x), word(y + P), word(3n)]],
    ['multiply: off the curve', 7, [word(x + 1n), word(y), word(3n)]],
    ['pairing: a G1 coordinate plus p', 8, [word(x + P), word(y), ...PAIRS.slice(1)]],
    ['pairing: G1 off the curve', 8, [word(x), word(y + 1n), ...PAIRS.slice(1)]],
    ['pairing: real and imaginary part swapped', 8, [g1(2n), g2x0!, g2x1, g2y0!, g2y1!, ...PAIRS.slice(2)]],
    ['pairing: G2 outside the subgroup', 8, [g1(2n), outside(), ...PAIRS.slice(2)]],
    ['pairing: 767 bytes', 8, [...PAIRS.slice(0, -1), slice(g2(1n), 0, 127)]],
  ]
  it.each(malformed)(
    '%s: fails, answers nothing and burns all gas it was given',
    async (_, precompile, input) => {
      for (const cap of [200_000n, 10_000_000n])
        expectAnswer(await call(precompile, cap, ...input), false, cap, '0x')
    },
  )

  it('takes what no curve rule forbids: a scalar plus r, the point at infinity, no pair at all', async () => {
    expect((await call(7, 6_000n, g1(2n), word(3n + R))).data).toBe(g1(6n))
    expect((await call(6, 150n, INFINITY, g1(3n))).data).toBe(g1(3n))
    expect((await call(7, 6_000n, g1(2n), word(R))).data).toBe(INFINITY)
    expectAnswer(await call(8, 45_000n), true, 45_000n, word(1n))
  })

  it('an account without code answers a call with success and no data, as a missing precompile would', async () => {
    // The address is cold: 2,500 more.
    expectAnswer(await call(0xee, 10_000n, g1(2n)), true, 2_500n, '0x')
  })
})
