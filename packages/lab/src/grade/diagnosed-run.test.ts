import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { answeringArtefact, makeWorld } from '../../test/world.ts'
import { makeOverlay } from '../build/overlay.ts'
import { loadManifest } from '../labs.ts'
import { failureLines } from '../output/render.ts'
import type { Signatures } from './diagnose.ts'
import { grade } from './host.ts'
import { signaturesPath } from './read-signatures.ts'

/** The starter of the fixture's 7.1 gives 3 for 3 and -4 for -4, where the double is wanted. */
async function run(cases: [number, string][], more: { seed?: number; survey?: boolean } = {}) {
  const ws = makeWorld()
  const manifest = await loadManifest(ws, join(ws.labs, '07-fixture'))
  const signatures: Signatures = {
    schema: 'lab-signatures/1',
    seed: 7,
    wrong: [{ name: '02-same', says: 'the number itself', checks: [{ id: '7.1/double', cases }] }],
  }
  const path = signaturesPath(ws, manifest.id)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, JSON.stringify(signatures))
  const outcome = await grade({
    ws,
    manifest,
    dir: makeOverlay(ws, manifest, 'starter'),
    seed: 7,
    engine: { kind: 'embedded' },
    noWait: true,
    onlyTask: '7.1',
    artefact: await answeringArtefact(ws, 42),
    build: {},
    ...more,
  })
  const result = outcome.results.find(({ id }) => id === '7.1/double')!
  expect(result).toMatchObject({ status: 'fail', case: 1, actual: '3' })
  return result
}

test('a failure that gives the recorded values on two cases is named, and the learner reads it', async () => {
  const result = await run([
    [1, '3'],
    [2, '-4'],
  ])
  expect(result.diagnosis).toEqual({ id: 'wrong/02-same', says: 'the number itself' })
  const lines = failureLines(result, { colour: false, plain: true, width: 80, ascii: false })
  expect(lines.map((line) => line.trim().replace(/\s+/g, ' '))).toContain('looks like the number itself')
})

test('silence where one of the cases differs, and with other random cases', async () => {
  const other: [number, string][] = [
    [1, '3'],
    [2, '-5'],
  ]
  expect((await run(other)).diagnosis).toBeUndefined()
  const same: [number, string][] = [
    [1, '3'],
    [2, '-4'],
  ]
  expect((await run(same, { seed: 8 })).diagnosis).toBeUndefined()
})

test('taking a signature notes every failing case', async () => {
  const result = await run([], { survey: true })
  expect(result.observed).toEqual([
    [1, '3'],
    [2, '-4'],
  ])
})
