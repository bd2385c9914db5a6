import { priceBlocks } from '@inkling/wasm'
import { expect, it } from 'vitest'
import { Random } from './random.ts'
import { ProgramWriter } from './randomProgram.ts'
import { fuzzChain, memoryImage, profileOfCase, runCase } from './runCase.ts'
import { encodeProgram } from './wasmBytes.ts'

const CASES = Number(process.env.FUZZ_CASES ?? 250)
/** What memory.fill and memory.copy take on top of their block, ink a byte (Stylus VM specification, 1.4). */
const INK_PER_MOVED_BYTE = 100

it(`${CASES} straight-line programs cost what pricing them without running says`, {
  timeout: 60_000 + CASES * 50,
}, async () => {
  let devnode = await fuzzChain('auto')
  let [ran, inked] = [0, 0]
  for (let seed = 0; seed < CASES; seed++) {
    if (seed % 500 === 499) devnode = await fuzzChain('auto')
    const random = new Random(seed)
    const shape = { controlFlow: false, hostCalls: false, statements: 1 + random.below(60) }
    const writer = new ProgramWriter(random, shape)
    const program = writer.write(memoryImage())
    const wasm = encodeProgram(program)
    const prices = new Map(
      priceBlocks(wasm).map((f) => [f.index, f.blocks.reduce((sum, b) => sum + b.ink, 0)]),
    )
    // each function runs once a call, and every call is made
    const times = new Map<number, number>([[0, 1]])
    for (let i = 0; i < program.functions.length; i++)
      for (const callee of writer.calls.get(i) ?? [])
        times.set(callee, (times.get(callee) ?? 0) + (times.get(i) ?? 0))
    const first = program.imports.length
    const expected = program.functions.flatMap((_, i) => {
      const each = (prices.get(first + i) as number) + INK_PER_MOVED_BYTE * (writer.moved.get(i) ?? 0)
      return times.get(i) ? [{ index: first + i, ink: each * (times.get(i) as number) }] : []
    })

    const result = await runCase(devnode, {
      programs: [wasm, wasm],
      data: new Uint8Array(9),
      gas: 40_000_000n,
      counting: true,
    })
    expect([seed, result.observed.activated]).toEqual([seed, [true, false]])
    const { ink, parts, functions, trap } = profileOfCase(result)
    expect([seed, trap]).toEqual([seed, undefined])
    const got = functions.map(({ index, ink }) => ({ index, ink })).sort((a, b) => a.index - b.index)
    expect([seed, got]).toEqual([seed, expected])
    expect([seed, ink]).toEqual([seed, expected.reduce((sum, f) => sum + f.ink, 0)])
    expect(parts.hostCalls).toEqual({})
    ran++
    inked += parts.instructions
  }
  expect(ran).toBe(CASES)
  expect(inked).toBeGreaterThan(CASES * 10_000)
})
