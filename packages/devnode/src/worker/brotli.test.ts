import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { ProgramCodeError } from '@inkling/wasm'
import { compress, decompressProgram as nodeDecompress } from '@inkling/wasm/brotli'
import { initSync } from 'brotli-dec-wasm/web'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { decompressProgram } from './brotli.ts'

const LIMIT = 4096

beforeAll(() => {
  // in a page the decoder fetches its WebAssembly; Node's fetch reads no files
  const file = createRequire(import.meta.url).resolve('brotli-dec-wasm/web/bg.wasm')
  initSync({ module: readFileSync(file) })
})

/** The bytes, or the kind of problem. */
async function outcome(work: () => Uint8Array | Promise<Uint8Array>): Promise<string> {
  try {
    return Buffer.from(await work()).toString('hex')
  } catch (e) {
    if (e instanceof ProgramCodeError) return e.problem
    throw e
  }
}
const ours = (code: Uint8Array, maxWasmSize = LIMIT) =>
  outcome(() => decompressProgram(code, { maxWasmSize }))
const nodes = (code: Uint8Array, maxWasmSize = LIMIT) => outcome(() => nodeDecompress(code, { maxWasmSize }))

const text = new TextEncoder().encode(
  'some text that a compressor finds repetitions in, in a compressor '.repeat(5),
)

test('what Node decompresses, it decompresses', async () => {
  const bytes = fc.uint8Array({ maxLength: 300 })
  await fc.assert(
    fc.asyncProperty(bytes, fc.uint8Array({ maxLength: 5 }), async (wasm, behind) => {
      const code = Uint8Array.from([...compress(wasm), ...behind])
      expect(await ours(code)).toBe(Buffer.from(wasm).toString('hex'))
    }),
    { numRuns: 200 },
  )
})

test.each([LIMIT - 1, LIMIT, LIMIT + 1])('bounds the output: %i bytes where %i may be', async (size) => {
  const code = compress(new Uint8Array(size))
  expect((await ours(code)) === 'too-large').toBe(size > LIMIT)
  expect(await ours(code)).toBe(await nodes(code))
})

test('a bomb is given up', async () => {
  const code = compress(new Uint8Array(5_000_000))
  expect(code.length).toBeLessThan(1000)
  expect(await ours(code)).toBe('too-large')
})

test('refuses filled padding, which its decoder overlooks', async () => {
  const empty = (last: number) => ours(Uint8Array.of(0xef, 0xf0, 0, 0, last))
  // two bits say that nothing comes; the others have to be zero
  expect([await empty(0x06), await empty(0x86)]).toEqual(['', 'corrupt'])
  const stream = compress(text)
  let refused = 0
  for (let bit = 0; bit < 8; bit++) {
    const spoiled = stream.slice()
    spoiled[spoiled.length - 1]! |= 1 << bit
    expect([bit, await ours(spoiled)]).toEqual([bit, await nodes(spoiled)])
    if ((await ours(spoiled)) === 'corrupt') refused++
  }
  expect(refused).toBeGreaterThan(0)
})

test('judges spoiled streams as Node does', async () => {
  const good = compress(text)
  const tally = { decoded: 0, refused: 0 }
  const edit = fc.tuple(fc.noBias(fc.nat(good.length - 1)), fc.noBias(fc.nat(255)))
  const failed = (o: string) => ['corrupt', 'truncated', 'too-large'].includes(o)
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), fc.boolean(), async (edits, cut) => {
      const code = good.slice(0, cut ? 4 + ((edits[0]?.[0] ?? 0) % good.length) : good.length)
      for (const [at, byte] of edits) if (at >= 3 && at < code.length) code[at] = byte
      const [a, b] = [await ours(code), await nodes(code)]
      // how a stream is broken may have two names: a bomb in a truncated stream
      expect(failed(a) ? 'refused' : a).toBe(failed(b) ? 'refused' : b)
      tally[failed(a) ? 'refused' : 'decoded']++
    }),
    { numRuns: 2000 },
  )
  expect(Math.min(tally.decoded, tally.refused)).toBeGreaterThan(10)
})
