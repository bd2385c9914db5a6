import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { encodeVerifyingKey, makeWitness, prove, verify } from '../../../packages/proof/src/index.ts'
import { root } from '../../bootstrap/paths.mjs'
import { batchCircuit, batchProvingKey, KEY_FILE } from './batch.ts'

test('the batch contract’s key is that of the bench’s circuit', async () => {
  const key = await batchProvingKey()
  expect(new Uint8Array(readFileSync(join(root, KEY_FILE)))).toEqual(encodeVerifyingKey(key.verifyingKey))
  const proof = await prove(key, makeWitness(batchCircuit(), { first: 1n, second: 2n, third: 3n }))
  expect(verify(key.verifyingKey, [1n, 2n, 3n], proof)).toBe(true)
})

test('a batch was worth it when it was last measured, and a bad one cost no more than a good one', () => {
  const { batches } = JSON.parse(readFileSync(join(root, 'docs/data/bench-proof.json'), 'utf8'))
  for (const { proofs, oneByOne, batch, batchPrecompiles } of batches.sizes) {
    if (proofs > 1) expect(batch).toBeLessThan(oneByOne)
    expect(batch).toBeGreaterThan(batchPrecompiles)
  }
  const four = batches.sizes.find(({ proofs }: { proofs: number }) => proofs === 4)
  expect(batches.refusedOfFour).toBeLessThanOrEqual(four.batch)
})
