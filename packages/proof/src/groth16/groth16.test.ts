import { describe, expect, test } from 'vitest'
import { CircuitBuilder } from '../circuit/builder.ts'
import { fillWitness, makeWitness } from '../circuit/circuit.ts'
import { R } from '../field.ts'
import { argmax } from '../gadgets/argmax.ts'
import { poseidon, poseidonHash } from '../gadgets/poseidon.ts'
import { reluShift } from '../gadgets/relu-shift.ts'
import { decodeProof, encodeProof } from './codec.ts'
import { contribute } from './contribute.ts'
import { prove } from './prove.ts'
import { setup } from './setup.ts'
import { verify } from './verify.ts'

/** "I know x and salt with this hash, and the larger of relu(3 - x) and relu(x - 4) has this index." */
function small() {
  const builder = new CircuitBuilder()
  const commit = builder.publicInput('commit')
  const index = builder.publicInput('index')
  const [x, salt] = [builder.secretInput('x'), builder.secretInput('salt')]
  builder.assertEqual(poseidon(builder, [x, salt]), commit, 'commitment')
  const options = { shift: 1, outputBits: 3, accumulatorBits: 8 }
  const scores = [
    [3, -1],
    [-4, 1],
  ].map(([bias, weight]) =>
    reluShift(
      builder,
      new Map([
        [0, BigInt(bias!) < 0n ? R + BigInt(bias!) : BigInt(bias!)],
        [3, weight! < 0 ? R - 1n : 1n],
      ]),
      options,
    ),
  )
  builder.assertEqual(argmax(builder, scores, 4), index, 'index')
  return builder.build()
}

describe('Groth16', () => {
  const circuit = small()
  const { provingKey } = setup(circuit)
  const commit = poseidonHash([9n, 77n])

  test('an honest proof holds, for its own statement only', async () => {
    const witness = makeWitness(circuit, { commit, index: 1, x: 9, salt: 77 })
    const proof = await prove(provingKey, witness)
    const key = provingKey.verifyingKey
    expect(verify(key, [commit, 1n], proof)).toBe(true)
    expect(verify(key, [commit, 0n], proof)).toBe(false)
    expect(verify(key, [commit + 1n, 1n], proof)).toBe(false)
    expect(verify(key, [commit + R, 1n], proof)).toBe(false)
    expect(verify(key, [commit], proof)).toBe(false)
    expect(verify(key, [commit, 1n], decodeProof(encodeProof(proof)))).toBe(true)
  })

  test('a false class has no witness, and a witness that cheats gives no proof', async () => {
    expect(() => makeWitness(circuit, { commit, index: 0, x: 9, salt: 77 })).toThrow('index does not hold')
    const cheat = fillWitness(circuit, { commit, index: 0, x: 9, salt: 77 })
    const proof = await prove(provingKey, cheat)
    expect(verify(provingKey.verifyingKey, [commit, 0n], proof)).toBe(false)
  })

  test('a contribution makes another key: proofs move with it', async () => {
    const next = contribute(provingKey)
    const witness = makeWitness(circuit, { commit, index: 1, x: 9, salt: 77 })
    const proof = await prove(next, witness)
    expect(verify(next.verifyingKey, [commit, 1n], proof)).toBe(true)
    expect(verify(provingKey.verifyingKey, [commit, 1n], proof)).toBe(false)
  })

  test('can be cancelled', async () => {
    const stop = new AbortController()
    const witness = makeWitness(circuit, { commit, index: 1, x: 9, salt: 77 })
    const onProgress = (_: string, done: number) => done === 1 && stop.abort()
    await expect(prove(provingKey, witness, { signal: stop.signal, onProgress })).rejects.toThrow('cancelled')
  })
})
