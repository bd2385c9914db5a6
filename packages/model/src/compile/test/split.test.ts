import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Model } from '../../types.ts'
import { programInk } from '../estimate.ts'
import { planModel } from '../index.ts'
import { encodeProgram } from '../ir/emit-wasm.ts'
import { splitProgram } from '../ir/split/split-program.ts'
import { kernelSource } from '../rust/kernel-source.ts'
import { arbitraryNet, arbitraryTrees, rowsOf } from './arbitrary-models.ts'
import { deployKernel } from './devnode.ts'
import { expected, runKernel } from './run-kernel.ts'

/** Functions far smaller than they have to be, so that small models are split too. */
const small = fc.record({
  operators: fc.constantFrom(60, 200, 700),
  parameters: fc.constantFrom(0, 3, 100),
})

/** A split kernel gives what the reference gives; returns how many functions it took. */
async function agrees(model: Model, options: { operators: number; parameters: number }): Promise<number> {
  let most = 1
  for (const build of ['label', 'scores'] as const) {
    const split = splitProgram(planModel(model, { build, placement: 'code' }).program, options)
    if (!split) continue
    most = Math.max(most, split.functions.length)
    const run = await runKernel(encodeProgram(split))
    for (const row of rowsOf(model, 16, model.input.length)) {
      const { input, output } = expected(model, build, row)
      expect(run(input)).toEqual({ status: 0, output })
    }
  }
  return most
}

test.each([
  ['nets', arbitraryNet],
  ['trees', arbitraryTrees],
] as const)('random %s in small functions', { timeout: 240_000 }, async (_, models) => {
  const counts: number[] = []
  await fc.assert(
    fc.asyncProperty(models as fc.Arbitrary<Model>, small, async (model, options) => {
      counts.push(await agrees(model, options))
    }),
    { numRuns: 120, seed: 11 },
  )
  expect(counts.filter((n) => n > 2).length).toBeGreaterThan(25)
})

test('the devnode charges what a split kernel is said to take', { timeout: 240_000 }, async () => {
  let tried = 0
  await fc.assert(
    fc.asyncProperty(fc.oneof(arbitraryNet, arbitraryTrees), small, async (model, options) => {
      const split = splitProgram(planModel(model, { build: 'label' }).program, options)
      if (!split) return
      tried++
      const kernel = await deployKernel(encodeProgram(split))
      for (const row of rowsOf(model, 3, 5)) {
        const { input, output } = expected(model, 'label', row)
        const called = await kernel.call(input)
        expect(called).toMatchObject({ ok: true, output, ink: programInk(split, input) })
      }
    }),
    { numRuns: 30, seed: 12 },
  )
  expect(tried).toBeGreaterThan(15)
})

test('in Rust each part is a function that is not inlined', () => {
  fc.assert(
    fc.property(fc.oneof(arbitraryNet, arbitraryTrees), (model) => {
      const { program } = planModel(model, { build: 'scores', placement: 'code' })
      const split = splitProgram(program, { operators: 200, parameters: 3 })
      if (!split) return
      const source = kernelSource(split, { title: [], build: 'scores' })
      const parts = [...source.matchAll(/#\[inline\(never\)\]\nfn (part\d+)\(/g)].map(([, name]) => name)
      expect(parts).toEqual(split.functions.slice(0, -1).map(({ name }) => name))
      for (const part of parts) expect(source.split(`    ${part}(input, &mut shared`).length).toBe(2)
      expect(source).not.toMatch(/undefined|NaN|\[object/)
    }),
    { numRuns: 40, seed: 13 },
  )
})
