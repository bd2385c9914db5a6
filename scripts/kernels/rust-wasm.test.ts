import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hexToBytes } from 'viem'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../packages/lab/src/engine/open.ts'
import { loadModel, type Model, type Vectors } from '../../packages/model/src/index.ts'
import { root } from '../bootstrap/paths.mjs'
import { buildContracts } from './build-contracts.ts'
import { encodeProgram } from './encode-program.ts'
import { type Deployed, deployWasm } from './measure.ts'
import { hasRust } from './test-rust.ts'

/*
 * The crates as wasm on the devnode: one raw contract with the interpreter runs every model file on all of its vectors.
 * `cargo test` does the same natively.
 */

const folders = ['rust-crates/conformance/models', 'packages/model/models']
const cases = folders.flatMap((folder) =>
  names(join(root, folder)).map((name) => ({ name, path: join(root, folder, name) })),
)

function names(folder: string): string[] {
  try {
    return readdirSync(folder).flatMap((file) => /^(.*)\.model\.json$/.exec(file)?.[1] ?? [])
  } catch {
    return []
  }
}

/** Bytes that a call may take and return (`examples/runner.rs`), and the words of a program. */
const LIMIT = { output: 20_000, calldata: 600_000 }

describe.skipIf(!(await hasRust()))('rust-crates as wasm on the devnode', () => {
  let runner: Deployed

  beforeAll(async () => {
    const wasm = (await buildContracts('inkling-interpreter', ['runner'], { stack: 1 << 21 })).get('runner')
    runner = await deployWasm(await openEngine({ kind: 'embedded' }), wasm as Uint8Array)
  }, 600_000)

  test('there are models', () => {
    expect(cases.length).toBeGreaterThan(10)
  })

  test.each(cases)('$name', async ({ path }) => {
    const model = loadModel(readFileSync(`${path}.model.json`, 'utf8'))
    const vectors = JSON.parse(readFileSync(`${path}.vectors.json`, 'utf8')) as Vectors
    expect(vectors.model).toBe(model.sha256)
    expect(vectors.input.length).toBeGreaterThanOrEqual(500)
    const inputs = vectors.input.map((hex) => hexToBytes(hex))
    expect(await run(model, inputs, vectors.scores[0]?.length as number)).toEqual(
      vectors.scores.map((scores, i) => ({ scores, label: vectors.label[i] })),
    )
  })

  test('bad calls revert', async () => {
    const { path } = cases[0] as (typeof cases)[0]
    const model = loadModel(readFileSync(`${path}.model.json`, 'utf8'))
    const { input } = JSON.parse(readFileSync(`${path}.vectors.json`, 'utf8')) as Vectors
    const good = call(model, [hexToBytes(input[0] as `0x${string}`)])
    expect(await runner.call(good)).toBeDefined()
    expect(await runner.call(good.slice(0, -1))).toBeUndefined()
    expect(await runner.call(good.slice(0, 3))).toBeUndefined()
    expect(await runner.call(new Uint8Array())).toBeUndefined()
    expect(await runner.call(Uint8Array.of(255, 255, 255, 255))).toBeUndefined()
    expect(await runner.call(new Uint8Array(LIMIT.calldata + 1))).toBeUndefined()
    // Neither packing nor rule is 7.
    expect(await runner.call(good.with(4, 7))).toBeUndefined()
    expect(await runner.call(good.with(8, 7))).toBeUndefined()
  })

  /** As many calls as the runner's buffers need. */
  async function run(model: Model, inputs: Uint8Array[], scores: number) {
    const bytes = scores * 4 + 1
    const each = Math.min(100, Math.floor(LIMIT.output / bytes))
    const results: { scores: number[]; label: number | undefined }[] = []
    for (let at = 0; at < inputs.length; at += each) {
      const answer = await runner.call(call(model, inputs.slice(at, at + each)))
      if (!answer) throw new Error(`${model.name}: the runner reverted at vector ${at}`)
      const view = new DataView(hexToBytes(answer).buffer)
      for (let from = 0; from < view.byteLength; from += bytes)
        results.push({
          scores: Array.from({ length: scores }, (_, i) => view.getInt32(from + 4 * i, true)),
          label: view.getUint8(from + 4 * scores),
        })
    }
    return results
  }
})

function call(model: Model, inputs: Uint8Array[]): Uint8Array {
  const words = encodeProgram(model)
  const size = inputs[0]?.length ?? 0
  const bytes = new Uint8Array(4 + 4 * words.length + size * inputs.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, words.length, true)
  for (const [i, word] of words.entries()) view.setInt32(4 + 4 * i, word, true)
  for (const [i, input] of inputs.entries()) bytes.set(input, 4 + 4 * words.length + size * i)
  return bytes
}
