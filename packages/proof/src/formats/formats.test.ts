import { rng } from '@inkling/model'
import { beforeAll, describe, expect, test } from 'vitest'
import { SMALL_SIGNALS, smallCircuit, smallWitness } from '../../test/small-circuit.ts'
import { ProofFormatError } from '../errors.ts'
import { P, R } from '../field.ts'
import { encodeProof } from '../groth16/codec.ts'
import { encodeVerifyingKey } from '../groth16/key-codec.ts'
import type { Proof, ProvingKey } from '../groth16/keys.ts'
import { prove } from '../groth16/prove.ts'
import { setup } from '../groth16/setup.ts'
import { verify } from '../groth16/verify.ts'
import {
  proofFromJson,
  proofToJson,
  signalsFromJson,
  verifyingKeyFromJson,
  verifyingKeyToJson,
} from './json.ts'
import { readR1cs, writeR1cs } from './r1cs.ts'
import { readWtns, writeWtns } from './wtns.ts'
import { readZkey, writeZkey } from './zkey.ts'

const circuit = smallCircuit()
let key: ProvingKey
let proof: Proof
let zkey: Uint8Array
beforeAll(async () => {
  key = (await setup(circuit)).provingKey
  proof = await prove(key, smallWitness())
  zkey = writeZkey(key)
})

describe('to a file and back', () => {
  test('.r1cs: the same constraints', () => {
    const back = readR1cs(writeR1cs(circuit))
    expect(back.wireCount).toBe(circuit.wireCount)
    expect(back.publicCount).toBe(2)
    expect(back.constraints).toHaveLength(circuit.constraints.length)
    for (const [i, { a, b, c }] of back.constraints.entries())
      for (const [side, sum] of Object.entries({ a, b, c }) as ['a' | 'b' | 'c', typeof a][])
        expect(new Map([...sum].sort())).toEqual(new Map([...circuit.constraints[i]![side]].sort()))
  })

  test('.wtns: the same values', () => {
    expect(readWtns(writeWtns(smallWitness()))).toEqual(smallWitness())
  })

  test('.zkey: byte for byte, and it proves', async () => {
    const back = readZkey(zkey)
    expect(writeZkey(back)).toEqual(zkey)
    expect(encodeVerifyingKey(back.verifyingKey)).toEqual(encodeVerifyingKey(key.verifyingKey))
    expect(verify(key.verifyingKey, SMALL_SIGNALS, await prove(back, smallWitness()))).toBe(true)
  })

  test('verifying key, proof and signals as JSON', () => {
    const copy = (value: unknown) => JSON.parse(JSON.stringify(value))
    const vk = verifyingKeyFromJson(copy(verifyingKeyToJson(key.verifyingKey)))
    expect(encodeVerifyingKey(vk)).toEqual(encodeVerifyingKey(key.verifyingKey))
    expect(encodeProof(proofFromJson(copy(proofToJson(proof))))).toEqual(encodeProof(proof))
    expect(signalsFromJson(copy(SMALL_SIGNALS.map(String)))).toEqual(SMALL_SIGNALS)
  })
})

/** Reads damaged bytes: anything but a ProofFormatError, or a long wait for a short file, is a failure. */
function survives(read: (bytes: Uint8Array) => unknown, bytes: Uint8Array): 'read' | 'refused' {
  try {
    read(bytes)
    return 'read'
  } catch (error) {
    if (error instanceof ProofFormatError) return 'refused'
    throw error
  }
}

describe('damaged files', () => {
  const files: [string, (bytes: Uint8Array) => unknown, () => Uint8Array][] = [
    ['.r1cs', readR1cs, () => writeR1cs(circuit)],
    ['.wtns', readWtns, () => writeWtns(smallWitness())],
    ['.zkey', readZkey, () => zkey],
  ]

  test.each(files)('%s cut short anywhere is refused', (_, read, make) => {
    const bytes = make()
    const ends = [0, 3, 4, 8, 11, 12, 24, 30, bytes.length - 1]
    for (let i = 1; i < 40; i++) ends.push(Math.floor((bytes.length * i) / 40))
    for (const end of ends) expect(survives(read, bytes.slice(0, end)), `${end} bytes`).toBe('refused')
  })

  test.each(files)('%s of another magic, version or field is refused', (_, read, make) => {
    for (const at of [0, 4]) {
      const bytes = make().slice()
      bytes[at]! ^= 1
      expect(survives(read, bytes)).toBe('refused')
    }
    for (const [, other, makeOther] of files)
      if (other !== read) expect(survives(read, makeOther())).toBe('refused')
  })

  test.each(files)('%s with random bytes changed is read or refused, nothing else', (name, read, make) => {
    const random = rng(7)
    let refused = 0
    for (let n = 0; n < (name === '.zkey' ? 12 : 300); n++) {
      const bytes = make().slice()
      // The first kilobyte holds the lengths and counts: where a reader could be led astray.
      for (let k = 0; k < 3; k++)
        bytes[Math.floor(random() * (n % 2 ? bytes.length : 1024))] = Math.floor(random() * 256)
      if (survives(read, bytes) === 'refused') refused++
    }
    expect(refused).toBeGreaterThan(5)
  })

  test('a count that promises gigabytes is refused before anything is allocated', () => {
    const bytes = writeWtns([1n, 2n])
    // Section 1: after magic, version, sections (12), its header (12), field size and prime (36): the count.
    new DataView(bytes.buffer).setUint32(60, 0xffffffff, true)
    expect(survives(readWtns, bytes)).toBe('refused')
    const rows = writeR1cs(circuit)
    for (let at = 24; at < 140; at++) {
      const copy = rows.slice()
      copy.fill(0xff, at, at + 4)
      survives(readR1cs, copy)
    }
  })

  test.each([
    null,
    7,
    'x',
    [],
    {},
    { protocol: 'plonk', curve: 'bn128' },
    { protocol: 'groth16', curve: 'bls12381' },
    { protocol: 'groth16', curve: 'bn128', IC: [] },
    { protocol: 'groth16', curve: 'bn128', IC: [['1', '2', '1']], vk_alpha_1: ['1', 'two', '1'] },
  ])('JSON of another kind: %j', (json) => {
    expect(() => verifyingKeyFromJson(json)).toThrow(ProofFormatError)
    expect(() => proofFromJson(json)).toThrow(ProofFormatError)
  })

  test('JSON with a point off the curve, a number not below its prime, a sign or a space', () => {
    const good = proofToJson(proof)
    for (const x of ['1', String(P), `-${good.pi_a[0]}`, ` ${good.pi_a[0]}`, '0x12', '1e3', ''])
      expect(() => proofFromJson({ ...good, pi_a: [x, good.pi_a[1], '1'] })).toThrow(ProofFormatError)
    for (const signals of [[String(R)], ['-1'], [1], ['1.5'], 'no', {}])
      expect(() => signalsFromJson(signals)).toThrow(ProofFormatError)
  })
})
