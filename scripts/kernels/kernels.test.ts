import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hexToBytes } from 'viem'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../packages/lab/src/engine/open.ts'
import { makeVectors } from '../../packages/model/src/index.ts'
import { root } from '../bootstrap/paths.mjs'
import { read } from '../docs/outputs.ts'
import { rustToolchain } from '../toolchain/index.mjs'
import type { KernelBench } from './bench.ts'
import { buildContracts } from './build-contracts.ts'
import { generatedFiles } from './generated-files.ts'
import { KERNELS } from './ideas.ts'
import { type Deployed, deployWasm } from './measure.ts'
import { kernelModels } from './models.ts'
import { hasRust } from './test-rust.ts'

test('generated sources and models are of the current generator and model', () => {
  const stale = [...generatedFiles()].filter(([file, text]) => read(file) !== text).map(([file]) => file)
  expect(stale, 'npm run bench:kernels -- --generate').toEqual([])
})

describe.skipIf(!(await hasRust()))('kernels on the devnode', () => {
  const { model, pruned } = kernelModels()
  const contracts = new Map<string, Deployed>()

  beforeAll(async () => {
    const open = await openEngine({ kind: 'embedded' })
    const names = KERNELS.map(({ name }) => name)
    for (const [name, wasm] of await buildContracts('inkling-kernels', names))
      contracts.set(name, await deployWasm(open, wasm))
  }, 600_000)

  test.each(KERNELS)('$name gives the label of every vector', async ({ name }) => {
    const { input, label } = makeVectors(name === 'v8' ? pruned : model, { count: 500, seed: 2 })
    const contract = contracts.get(name) as Deployed
    const got = []
    for (const hex of input) got.push(await contract.call(hexToBytes(hex)))
    expect(got).toEqual(label.map((label) => `0x${label.toString(16).padStart(2, '0')}`))
  })

  test.each(KERNELS)('$name refuses another length and a value that is too large', async ({ name }) => {
    const contract = contracts.get(name) as Deployed
    const { length, max } = model.input
    expect(await contract.call(new Uint8Array(length))).toBeDefined()
    for (const wrong of [0, length - 1, length + 1, 2 * length])
      expect(await contract.call(new Uint8Array(wrong))).toBeUndefined()
    for (let i = 0; i < length; i++)
      for (const value of [(max[i] as number) + 1, 255])
        expect(
          await contract.call(Uint8Array.from({ length }, (_, j) => (i === j ? value : 0))),
        ).toBeUndefined()
  })

  test('costs are those of the docs', async (context) => {
    const bench: KernelBench = JSON.parse(readFileSync(join(root, 'docs/data/bench-kernels.json'), 'utf8'))
    const { rustc, road } = await rustToolchain()
    // Another compiler makes other programs.
    if (rustc !== bench.environment.rustc || road !== bench.environment.road) return context.skip()
    const input = hexToBytes(makeVectors(model, { count: 500, seed: 1 }).input.at(-1) as `0x${string}`)
    const now = []
    for (const [name, contract] of contracts) now.push([name, (await contract.cost(input)).ink])
    expect(now).toEqual(bench.kernels.map(({ name, ink }) => [name, ink]))
  })
})
