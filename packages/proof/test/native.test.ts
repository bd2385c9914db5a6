import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { root } from '../../../scripts/bootstrap/paths.mjs'
import { proofFromJson, signalsFromJson, verifyingKeyFromJson } from '../src/formats/json.ts'
import { checkProof } from '../src/groth16/check-proof.ts'
import { verify } from '../src/groth16/verify.ts'
import { TINY_SIGNALS, tinyKey } from './tiny-circuit.ts'
import { TINY_FOLDER, tinyFiles } from './tiny-files.ts'

const bytes = (path: string) => new Uint8Array(readFileSync(`${root}/${path}`))

test('the files that the native prover is tested on are ours of today', async () => {
  for (const [ending, made] of Object.entries(await tinyFiles()))
    expect(bytes(`${TINY_FOLDER}/tiny.${ending}`), `npm run oracle:native writes tiny.${ending}`).toEqual(
      made,
    )
  const { verifyingKey } = await tinyKey()
  checkProof(verifyingKey, TINY_SIGNALS, bytes(`${TINY_FOLDER}/tiny.proof`))
})

test('a proof that arkworks made from our files holds, for its statement only', async () => {
  const { vkey, proof, signals } = JSON.parse(
    readFileSync(new URL('golden/arkworks.json', import.meta.url), 'utf8'),
  )
  const key = verifyingKeyFromJson(vkey)
  const theirs = proofFromJson(proof)
  expect(signalsFromJson(signals)).toEqual(TINY_SIGNALS)
  expect(verify(key, TINY_SIGNALS, theirs)).toBe(true)
  expect(verify(key, [99n, 0n], theirs)).toBe(false)
  expect(verify(key, TINY_SIGNALS, { ...theirs, a: theirs.a.negate() })).toBe(false)
})

test('every cross-check with the native prover held when it was last run', () => {
  const { results } = JSON.parse(readFileSync(`${root}/scripts/oracle/native/results.json`, 'utf8'))
  expect(results.length).toBeGreaterThanOrEqual(8)
  expect(results.filter(({ holds }: { holds: boolean }) => !holds)).toEqual([])
})
