import { expect, test } from 'vitest'
import { fuzz, fuzzCase } from '../test/fuzz.ts'
import { SMALL_SIGNALS, smallCircuit, smallWitness } from '../test/small-circuit.ts'
import { encodeProof } from './groth16/codec.ts'
import { prove } from './groth16/prove.ts'
import { setup } from './groth16/setup.ts'
import { fixedRandom } from './testing.ts'

test('mutated proofs and signals are refused with typed errors: a sample of `npm run fuzz:proof`', async () => {
  const { provingKey } = await setup(smallCircuit(), { random: fixedRandom(1) })
  const make = async (seed: number) =>
    encodeProof(await prove(provingKey, smallWitness(), { random: fixedRandom(seed) }))
  const target = {
    key: provingKey.verifyingKey,
    signals: SMALL_SIGNALS,
    proof: await make(2),
    other: await make(3),
  }
  const { failures, counts } = fuzz(target, { seed: 20, cases: 3000 })
  expect(failures).toEqual([])
  expect(Object.keys(counts).length).toBeGreaterThan(10)
  expect(fuzzCase(target, 20, 1234)).toEqual(fuzzCase(target, 20, 1234))
})

test('the fuzzer notices what gets through', async () => {
  const { provingKey } = await setup(smallCircuit())
  const proof = encodeProof(await prove(provingKey, smallWitness()))
  // Two equal proofs: a point taken from the other one changes nothing.
  const target = { key: provingKey.verifyingKey, signals: SMALL_SIGNALS, proof, other: proof }
  const { failures } = fuzz(target, { seed: 1, cases: 5000 })
  expect(failures.map(({ kind, problem }) => `${kind}: ${problem}`)).toContain(
    'a point of another proof: accepted',
  )
})
