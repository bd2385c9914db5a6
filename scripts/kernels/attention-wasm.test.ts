import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hexToBytes } from 'viem'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../packages/lab/src/engine/open.ts'
import { attentionWeights, committedAttention } from '../../packages/model/src/names/attention/index.ts'
import { root } from '../bootstrap/paths.mjs'
import type { AttentionGolden } from './attention-golden.ts'
import { buildContracts } from './build-contracts.ts'
import { type Deployed, deployWasm } from './measure.ts'
import { hasRust } from './test-rust.ts'

/* The transformer as wasm: some of what `npm run bench:mind` compares in full, and what it refuses. */

const read = <T>(name: string) =>
  JSON.parse(readFileSync(join(root, `packages/model/test/golden/${name}.json`), 'utf8')) as T

describe.skipIf(!(await hasRust()))('the transformer as wasm on the devnode', () => {
  let names: Deployed
  let weights: Deployed

  beforeAll(async () => {
    const wasm = await buildContracts('inkling-names', ['attention', 'attention_weights'])
    const open = await openEngine({ kind: 'embedded' })
    names = await deployWasm(open, wasm.get('attention')!)
    weights = await deployWasm(open, wasm.get('attention_weights')!)
  }, 600_000)

  test('names', async () => {
    const { seeds } = read<{ seeds: string[] }>('names')
    const golden = read<AttentionGolden>('names-attention')
    for (let i = 0; i < seeds.length; i += 25) {
      const answer = await names.call(hexToBytes(`0x${seeds[i]!}`))
      expect(Buffer.from(answer!.slice(2), 'hex').toString()).toBe(golden.names[i])
    }
  })

  test('weights', async () => {
    const { contexts } = read<AttentionGolden>('names-attention')
    for (const context of contexts.slice(0, 28)) {
      const letters = Array.from(Buffer.from(context), (code) => code - 96)
      const answer = hexToBytes((await weights.call(Uint8Array.from(letters)))!)
      const words = new DataView(answer.buffer)
      expect(Array.from({ length: 27 }, (_, i) => words.getUint32(4 * i, true))).toEqual(
        attentionWeights(committedAttention(), [0, ...letters]),
      )
    }
  })

  test('a seed of another length, too many letters and what is no letter revert', async () => {
    for (const length of [0, 31, 33, 64]) expect(await names.call(new Uint8Array(length))).toBeUndefined()
    for (const length of [12, 13, 32])
      expect(await weights.call(new Uint8Array(length).fill(1))).toBeUndefined()
    for (const bad of [0, 27, 255]) expect(await weights.call(Uint8Array.of(1, bad))).toBeUndefined()
  })
})
