import { beforeAll, describe, expect, test } from 'vitest'
import { SMALL, SMALL_SIGNALS, smallCircuit, smallWitness } from '../../test/small-circuit.ts'
import { makeWitness } from '../circuit/circuit.ts'
import { ProofCancelledError, RandomnessError } from '../errors.ts'
import { R } from '../field.ts'
import { fillWitness, fixedRandom } from '../testing.ts'
import { decodeProof, encodeProof } from './codec.ts'
import { contribute } from './contribute.ts'
import { forge } from './forge.ts'
import { encodeVerifyingKey } from './key-codec.ts'
import type { ProvingKey, Trapdoor } from './keys.ts'
import { prove } from './prove.ts'
import { provingKeyFrom, setup } from './setup.ts'
import { verify } from './verify.ts'

const circuit = smallCircuit()
let provingKey: ProvingKey
let trapdoor: Trapdoor
beforeAll(async () => {
  ;({ provingKey, trapdoor } = await setup(circuit))
})

describe('Groth16', () => {
  test('an honest proof holds, for its own statement only', async () => {
    const proof = await prove(provingKey, smallWitness())
    const key = provingKey.verifyingKey
    const { commit } = SMALL
    expect(verify(key, SMALL_SIGNALS, proof)).toBe(true)
    expect(verify(key, [commit, 0n], proof)).toBe(false)
    expect(verify(key, [commit + 1n, 1n], proof)).toBe(false)
    expect(verify(key, SMALL_SIGNALS, decodeProof(encodeProof(proof)))).toBe(true)
  })

  test('two proofs of one statement have no point in common', async () => {
    const [one, two] = [await prove(provingKey, smallWitness()), await prove(provingKey, smallWitness())]
    expect(one.a.equals(two.a) || one.b.equals(two.b) || one.c.equals(two.c)).toBe(false)
  })

  test('a false index has no witness, and a witness that cheats gives no proof', async () => {
    const lie = { ...SMALL, index: 0n }
    expect(() => makeWitness(circuit, lie)).toThrow('index does not hold')
    const proof = await prove(provingKey, fillWitness(circuit, lie))
    expect(verify(provingKey.verifyingKey, [lie.commit, 0n], proof)).toBe(false)
  })

  test('a witness of another circuit is refused', async () => {
    await expect(prove(provingKey, [1n, 2n])).rejects.toThrow('The witness has 2 wires')
  })

  test('the same trapdoor gives the same key', async () => {
    const again = await provingKeyFrom(circuit, trapdoor)
    expect(encodeVerifyingKey(again.verifyingKey)).toEqual(encodeVerifyingKey(provingKey.verifyingKey))
    expect(verify(provingKey.verifyingKey, SMALL_SIGNALS, await prove(again, smallWitness()))).toBe(true)
  })

  test('a contribution makes another key: proofs move with it, forgeries stay behind', async () => {
    const next = await contribute(provingKey)
    const proof = await prove(next, smallWitness())
    expect(verify(next.verifyingKey, SMALL_SIGNALS, proof)).toBe(true)
    expect(verify(provingKey.verifyingKey, SMALL_SIGNALS, proof)).toBe(false)
    const falseStatement = [123n, 7n]
    const forged = forge(provingKey.verifyingKey, trapdoor, falseStatement)
    expect(verify(provingKey.verifyingKey, falseStatement, forged)).toBe(true)
    expect(verify(next.verifyingKey, falseStatement, forged)).toBe(false)
    expect(
      verify(next.verifyingKey, falseStatement, forge(next.verifyingKey, trapdoor, falseStatement)),
    ).toBe(false)
  })

  test('signals outside 0 ... r - 1 are no statement, though the pairing would hold', async () => {
    const proof = await prove(provingKey, smallWitness())
    const key = provingKey.verifyingKey
    expect(verify(key, [SMALL.commit + R, 1n], proof)).toBe(false)
    expect(verify(key, [SMALL.commit, 1n - R], proof)).toBe(false)
    expect(verify(key, [SMALL.commit], proof)).toBe(false)
    expect(verify(key, [...SMALL_SIGNALS, 0n], proof)).toBe(false)
  })
})

describe('working for a while', () => {
  test('tells its parts and ends with all of them done', async () => {
    const calls: [string, number, number][] = []
    await prove(provingKey, smallWitness(), { onProgress: (...call) => calls.push(call) })
    expect(calls.map(([part]) => part)).toEqual(['quotient', 'A', 'B in G2', 'B in G1', 'H', 'C', 'done'])
    expect(calls.map(([, done]) => done)).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(calls.every(([, , of]) => of === 6)).toBe(true)
  })

  test.each([0, 1, 3, 5])('can be cancelled in part %i', async (part) => {
    const stop = new AbortController()
    const onProgress = (_: string, done: number) => done === part && stop.abort()
    const options = { signal: stop.signal, onProgress }
    await expect(prove(provingKey, smallWitness(), options)).rejects.toThrow(ProofCancelledError)
    await expect(setup(circuit, { signal: stop.signal })).rejects.toThrow(ProofCancelledError)
    await expect(contribute(provingKey, { signal: stop.signal })).rejects.toThrow(ProofCancelledError)
  })

  test('other tasks get their turns meanwhile', async () => {
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    await setup(circuit)
    clearInterval(timer)
    expect(turns).toBeGreaterThan(5)
  })
})

describe('randomness', () => {
  test('only the system’s: another function is refused everywhere', async () => {
    const random = () => 7n
    await expect(setup(circuit, { random })).rejects.toThrow(RandomnessError)
    await expect(contribute(provingKey, { random })).rejects.toThrow(RandomnessError)
    await expect(prove(provingKey, smallWitness(), { random })).rejects.toThrow(RandomnessError)
    expect(() => forge(provingKey.verifyingKey, trapdoor, [1n, 2n], { random })).toThrow(RandomnessError)
  })

  test('fixed scalars repeat, and are refused outside of a test runner', async () => {
    const make = () => prove(provingKey, smallWitness(), { random: fixedRandom(5) })
    expect(encodeProof(await make())).toEqual(encodeProof(await make()))
    const { VITEST, NODE_ENV } = process.env
    try {
      delete process.env.VITEST
      process.env.NODE_ENV = 'production'
      expect(() => fixedRandom(5)).toThrow(RandomnessError)
    } finally {
      process.env.VITEST = VITEST
      process.env.NODE_ENV = NODE_ENV
    }
  })
})
