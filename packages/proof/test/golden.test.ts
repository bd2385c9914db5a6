import { readFileSync } from 'node:fs'
import { loadModel, predict, unpackInput } from '@inkling/model'
import { expect, test } from 'vitest'
import { proofFromJson, signalsFromJson, verifyingKeyFromJson } from '../src/formats/json.ts'
import { decodeProof, encodeProof } from '../src/groth16/codec.ts'
import { verify } from '../src/groth16/verify.ts'
import { commitToInput } from '../src/model/input-commitment.ts'
import { SMALL_SIGNALS } from './small-circuit.ts'

/** Answers of programs that are not ours; `npm run oracle:zk` makes them. */
const golden = (name: string) => JSON.parse(readFileSync(new URL(`golden/${name}`, import.meta.url), 'utf8'))
const models = new URL('../../model/models/', import.meta.url)

test('a key and a proof that snarkjs made from our constraints hold, for their statement only', () => {
  const { vkey, proof, signals } = golden('snarkjs.json')
  const key = verifyingKeyFromJson(vkey)
  const theirs = proofFromJson(proof)
  expect(signalsFromJson(signals)).toEqual(SMALL_SIGNALS)
  expect(verify(key, SMALL_SIGNALS, theirs)).toBe(true)
  expect(verify(key, SMALL_SIGNALS, decodeProof(encodeProof(theirs)))).toBe(true)
  expect(verify(key, [SMALL_SIGNALS[0]!, 0n], theirs)).toBe(false)
  expect(verify(key, SMALL_SIGNALS, { ...theirs, c: theirs.c.negate() })).toBe(false)
})

test('the digit classifier written in circom gives our classes and commitments', () => {
  const { labels, commits, model: hash } = golden('circom-digits.json')
  const name = 'digits-8x8-64-32-10-q4'
  const model = loadModel(readFileSync(new URL(`${name}.model.json`, models), 'utf8'))
  const { input } = JSON.parse(readFileSync(new URL(`${name}.vectors.json`, models), 'utf8'))
  expect(hash).toBe(model.sha256)
  expect(labels.length).toBeGreaterThanOrEqual(1000)
  const rows = input.slice(0, 1000).map((hex: `0x${string}`) => unpackInput(model, hex)) as number[][]
  expect(rows.map((row) => predict(model, row).label)).toEqual(labels.slice(0, rows.length))
  for (const [i, commit] of commits.entries())
    expect(commitToInput(model.input, rows[i]!, BigInt(i) ** 20n + 5n)).toBe(BigInt(commit))
})

test('every cross-check with snarkjs and circom held when it was last run', () => {
  const { results } = JSON.parse(
    readFileSync(new URL('../../../scripts/oracle/zk/results.json', import.meta.url), 'utf8'),
  )
  expect(results.length).toBeGreaterThanOrEqual(9)
  expect(results.filter(({ holds }: { holds: boolean }) => !holds)).toEqual([])
})
