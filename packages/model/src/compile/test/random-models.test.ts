import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Model } from '../../types.ts'
import { compileModel, inputInk } from '../index.ts'
import { arbitraryNet, arbitraryTrees, rowsOf } from './arbitrary-models.ts'
import { deployKernel } from './devnode.ts'
import { expected, runKernel } from './run-kernel.ts'

const LIMITS = { u8: [0, 255], i8: [-128, 127], u4: [0, 15] } as const

/** Both builds give what the reference gives, and refuse values just outside the range. */
async function agrees(model: Model): Promise<void> {
  for (const build of ['label', 'scores'] as const) {
    const { wasm } = compileModel(model, { build })
    const run = await runKernel(wasm)
    for (const row of rowsOf(model, 24, model.input.length)) {
      const { input, output } = expected(model, build, row)
      expect(run(input)).toEqual({ status: 0, output })
    }
    for (const [i, value, packed] of outside(model)) {
      expect([i, value, run(packed)]).toEqual([i, value, { status: 1, output: new Uint8Array() }])
    }
  }
}

/** Inputs with one value just past its range, where the packing has such a value. */
function outside(model: Model): [number, number, Uint8Array][] {
  const { input } = model
  const [least, most] = LIMITS[input.packing]
  const wide = {
    ...model,
    input: { ...input, min: input.min.map(() => least), max: input.max.map(() => most) },
  }
  const list: [number, number, Uint8Array][] = []
  for (let i = 0; i < input.length; i++)
    for (const value of [input.min[i]! - 1, input.max[i]! + 1, most]) {
      if (value < least || value > most || (value >= input.min[i]! && value <= input.max[i]!)) continue
      const row = input.min.map((lo, k) => (k === i ? value : lo))
      list.push([i, value, packWide(wide, row)])
    }
  return list
}

function packWide(model: Model, row: number[]): Uint8Array {
  if (model.input.packing !== 'u4') return Uint8Array.from(row, (n) => n & 255)
  const bytes = new Uint8Array(Math.ceil(row.length / 2))
  for (const [i, n] of row.entries()) bytes[i >> 1]! |= n << (4 * (i % 2))
  return bytes
}

test('random nets', { timeout: 240_000 }, async () => {
  await fc.assert(fc.asyncProperty(arbitraryNet, agrees), { numRuns: 150, seed: 6 })
})

test('random trees', { timeout: 240_000 }, async () => {
  await fc.assert(fc.asyncProperty(arbitraryTrees, agrees), { numRuns: 150, seed: 7 })
})

test('the devnode charges what was printed', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(arbitraryNet, arbitraryTrees), async (model) => {
      const { plan, wasm, costs } = compileModel(model, { build: 'label' })
      const kernel = await deployKernel(wasm)
      for (const row of rowsOf(model, 4, 5)) {
        const { input, output } = expected(model, 'label', row)
        const called = await kernel.call(input)
        expect(called).toMatchObject({ ok: true, output })
        expect(called.ink).toBe('trees' in model ? inputInk(plan, input) : costs.kernelInk.max)
      }
    }),
    { numRuns: 30, seed: 8 },
  )
})

test('an unused half byte has to be 0', async () => {
  const [model] = fc.sample(
    arbitraryNet.filter((m) => m.input.packing === 'u4' && m.input.length % 2 === 1),
    { numRuns: 1, seed: 9 },
  )
  const run = await runKernel(compileModel(model!, { build: 'label' }).wasm)
  const { input, output } = expected(model!, 'label', model!.input.min)
  expect(run(input)).toEqual({ status: 0, output })
  input[input.length - 1]! |= 0x10
  expect(run(input)).toEqual({ status: 1, output: new Uint8Array() })
})
