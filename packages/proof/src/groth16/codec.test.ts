import { beforeAll, describe, expect, test } from 'vitest'
import { SMALL, SMALL_SIGNALS, smallCircuit, smallWitness } from '../../test/small-circuit.ts'
import { tinyKey } from '../../test/tiny-circuit.ts'
import { CircuitBuilder } from '../circuit/builder.ts'
import { makeWitness } from '../circuit/circuit.ts'
import { ProofFormatError, ProofRejectedError } from '../errors.ts'
import { Fr, P, R } from '../field.ts'
import { checkProof } from './check-proof.ts'
import { encodeProof, readWord } from './codec.ts'
import { contribute } from './contribute.ts'
import {
  decodeVerifyingKey,
  encodeSignals,
  encodeVerifyingKey,
  verifyingKeyBytes,
  verifyingKeyHash,
} from './key-codec.ts'
import { verifyingKeyToRust } from './key-to-rust.ts'
import type { Proof, VerifyingKey } from './keys.ts'
import { G1, G2 } from './points.ts'
import { prove } from './prove.ts'
import { requestContext } from './request-context.ts'
import { setup } from './setup.ts'

let key: VerifyingKey
let otherKey: VerifyingKey
let proof: Proof
let bytes: Uint8Array
beforeAll(async () => {
  const circuit = smallCircuit()
  const { provingKey } = await setup(circuit)
  otherKey = (await setup(circuit)).provingKey.verifyingKey
  key = provingKey.verifyingKey
  proof = await prove(provingKey, smallWitness())
  bytes = encodeProof(proof)
})

const changed = (change: (copy: Uint8Array) => void) => {
  const copy = bytes.slice()
  change(copy)
  return copy
}
const withWord = (at: number, value: bigint) => changed((copy) => copy.set(encodeWord(value), 32 * at))
function encodeWord(value: bigint): Uint8Array {
  return Uint8Array.from(value.toString(16).padStart(64, '0').match(/../g)!, (hex) =>
    Number.parseInt(hex, 16),
  )
}
const reason = (signals: readonly bigint[], given: Uint8Array | Proof, by = key) => {
  try {
    checkProof(by, signals, given)
    return 'accepted'
  } catch (error) {
    if (error instanceof ProofRejectedError) return error.reason
    if (error instanceof ProofFormatError) return 'format'
    throw error
  }
}

test('the honest proof is accepted, as bytes and decoded', () => {
  expect(bytes).toHaveLength(256)
  expect(reason(SMALL_SIGNALS, bytes)).toBe('accepted')
  expect(reason(SMALL_SIGNALS, proof)).toBe('accepted')
})

describe('what a contract must reject, the library rejects', () => {
  test('1. every byte tampered with', () => {
    for (let i = 0; i < 256; i++)
      expect(
        reason(
          SMALL_SIGNALS,
          changed((copy) => (copy[i]! ^= 1 << (i % 8))),
        ),
        `byte ${i}`,
      ).not.toBe('accepted')
  })

  test('2. coordinates of p and more, infinity, off the curve, outside the subgroup, halves swapped', () => {
    for (let at = 0; at < 8; at++) {
      const word = readWord(bytes, 32 * at)
      if (word + P < 2n ** 256n) expect(reason(SMALL_SIGNALS, withWord(at, word + P))).toBe('format')
      expect(reason(SMALL_SIGNALS, withWord(at, P))).toBe('format')
      expect(reason(SMALL_SIGNALS, withWord(at, 2n ** 256n - 1n))).toBe('format')
      expect(reason(SMALL_SIGNALS, withWord(at, (word + 1n) % P))).toBe('format')
    }
    for (const [from, to] of [
      [0, 64],
      [64, 192],
      [192, 256],
    ])
      expect(
        reason(
          SMALL_SIGNALS,
          changed((copy) => copy.fill(0, from, to)),
        ),
      ).toBe('format')
    const swapped = changed((copy) => {
      for (const at of [64, 128]) copy.set([...copy.slice(at + 32, at + 64), ...copy.slice(at, at + 32)], at)
    })
    expect(reason(SMALL_SIGNALS, swapped)).toBe('format')
    // On the twist, but of another order than r.
    const stray = strayG2()
    expect(
      reason(
        SMALL_SIGNALS,
        changed((copy) => copy.set(stray, 64)),
      ),
    ).toBe('format')
    expect(reason(SMALL_SIGNALS, { ...proof, a: G1.ZERO })).toBe('equation')
    expect(reason(SMALL_SIGNALS, { ...proof, b: G2.ZERO })).toBe('equation')
  })

  test('3. public signals of r and more, or negative', () => {
    expect(reason([SMALL.commit + R, 1n], bytes)).toBe('signals')
    expect(reason([SMALL.commit, 1n + R], bytes)).toBe('signals')
    expect(reason([SMALL.commit, -1n], bytes)).toBe('signals')
    expect(() => encodeSignals([R])).toThrow(ProofFormatError)
  })

  test('4. another statement', () => {
    expect(reason([SMALL.commit, 0n], bytes)).toBe('equation')
    expect(reason([SMALL.commit, 2n], bytes)).toBe('equation')
    expect(reason([SMALL.commit + 1n, 1n], bytes)).toBe('equation')
    expect(reason([1n, SMALL.commit], bytes)).toBe('equation')
    expect(reason([SMALL.commit], bytes)).toBe('signals')
  })

  test('5. (-A, -B, C) is accepted: another proof of the same statement, so replay is for the contract to stop', () => {
    expect(reason(SMALL_SIGNALS, { a: proof.a.negate(), b: proof.b.negate(), c: proof.c })).toBe('accepted')
    expect(reason(SMALL_SIGNALS, { a: proof.a.negate(), b: proof.b, c: proof.c })).toBe('equation')
    expect(reason(SMALL_SIGNALS, { ...proof, c: proof.c.negate() })).toBe('equation')
    // Anybody can blind somebody else's proof afresh: A / k and B times k.
    const k = 2n ** 200n + 7n
    const fresh = { a: proof.a.multiply(Fr.inv(k)), b: proof.b.multiply(k), c: proof.c }
    expect(encodeProof(fresh)).not.toEqual(bytes)
    expect(reason(SMALL_SIGNALS, encodeProof(fresh))).toBe('accepted')
  })

  test('6. a submission that somebody else copied: its ctx holds the sender', async () => {
    const builder = new CircuitBuilder()
    const ctx = builder.publicInput('ctx')
    builder.multiply(ctx, ctx, 'ctx is bound')
    const circuit = builder.build()
    const { provingKey } = await setup(circuit)
    const [alice, bob] = [`0x${'a1'.repeat(20)}`, `0x${'b0'.repeat(20)}`] as const
    const request = { chainId: 1, contract: alice, requestId: 1n, inputCommit: 5n }
    const hers = requestContext({ ...request, sender: alice })
    const made = encodeProof(await prove(provingKey, makeWitness(circuit, { ctx: hers })))
    expect(reason([hers], made, provingKey.verifyingKey)).toBe('accepted')
    const his = requestContext({ ...request, sender: bob })
    expect(reason([his], made, provingKey.verifyingKey)).toBe('equation')
  })

  test('7. another key: of another set-up, of a contribution, of another circuit', async () => {
    expect(reason(SMALL_SIGNALS, bytes, otherKey)).toBe('equation')
    const { provingKey } = await setup(smallCircuit())
    const made = encodeProof(await prove(provingKey, smallWitness()))
    const { verifyingKey: next } = await contribute(provingKey)
    expect(reason(SMALL_SIGNALS, made, provingKey.verifyingKey)).toBe('accepted')
    expect(reason(SMALL_SIGNALS, made, next)).toBe('equation')
    expect(reason(SMALL_SIGNALS, made, (await tinyKey()).verifyingKey)).toBe('equation')
  })

  test('8. too short, too long', () => {
    for (const length of [0, 1, 255, 257, 512])
      expect(reason(SMALL_SIGNALS, new Uint8Array(length))).toBe('format')
  })
})

describe('verifying keys', () => {
  test('go to bytes and back', () => {
    const encoded = encodeVerifyingKey(key)
    expect(encoded).toHaveLength(verifyingKeyBytes(2))
    expect(verifyingKeyBytes(3)).toBe(704)
    expect(encodeVerifyingKey(decodeVerifyingKey(encoded))).toEqual(encoded)
    expect(verifyingKeyHash(key)).toMatch(/^0x[0-9a-f]{64}$/)
    expect(verifyingKeyHash(key)).not.toBe(verifyingKeyHash(otherKey))
  })

  test('damaged ones are refused', () => {
    const encoded = encodeVerifyingKey(key)
    for (const length of [0, 511, 513, 575, encoded.length - 1])
      expect(() => decodeVerifyingKey(encoded.slice(0, length))).toThrow(ProofFormatError)
    for (let at = 0; at < encoded.length; at += 37) {
      const copy = encoded.slice()
      copy[at]! ^= 1
      expect(() => decodeVerifyingKey(copy), `byte ${at}`).toThrow(ProofFormatError)
    }
  })

  test('as Rust: the same bytes', () => {
    const rust = verifyingKeyToRust(key, 'KEY')
    expect(rust).toContain(`pub const KEY: [u8; ${verifyingKeyBytes(2)}] = [`)
    const listed = [...rust.matchAll(/0x([0-9a-f]{2})\b/g)].map(([, hex]) => Number.parseInt(hex!, 16))
    expect(Uint8Array.from(listed)).toEqual(encodeVerifyingKey(key))
  })
})

/** The first point of the twist with a small x that the subgroup check turns away, as 128 bytes. */
function strayG2(): number[] {
  const Fp2 = G2.Fp
  const { b } = G2.CURVE()
  for (let x0 = 1n; ; x0++) {
    const x = { c0: x0, c1: 0n }
    const square = Fp2.add(Fp2.mul(Fp2.sqr(x), x), b)
    try {
      const y = Fp2.sqrt(square)
      const point = G2.fromAffine({ x, y })
      if (point.isTorsionFree()) continue
      return [x.c1, x.c0, y.c1, y.c0].flatMap((word) => [...encodeWord(word)])
    } catch {}
  }
}
