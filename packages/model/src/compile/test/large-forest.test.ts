import { describe, expect, test } from 'vitest'
import { rng } from '../../rng.ts'
import { makeForestModel } from '../../trees/make-ensemble-model.ts'
import { trainForest } from '../../trees/train-forest.ts'
import type { EnsembleModel } from '../../types.ts'
import { compileModel, emitRust, inputInk, planModel } from '../index.ts'
import { rowsOf } from './arbitrary-models.ts'
import { deployKernel } from './devnode.ts'
import { expected, runKernel } from './run-kernel.ts'

const FEATURES = 16

/** A forest on random rows whose labels follow a rule of a few features. */
function forest(trees: number, maxDepth: number, labels: number, rows: number): EnsembleModel {
  const random = rng(3)
  const x = Array.from({ length: rows }, () =>
    Array.from({ length: FEATURES }, () => Math.floor(random() * 256)),
  )
  const y = x.map((row) => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = row
    const first = Number(a + b - c + (d * e) / 128 > 380 - f / 4)
    return labels === 2 ? first : first + Number(g > h)
  })
  return makeForestModel({
    name: `forest-${trees}x${maxDepth}`,
    input: {
      length: FEATURES,
      packing: 'u8',
      min: new Array(FEATURES).fill(0),
      max: new Array(FEATURES).fill(255),
      features: Array.from({ length: FEATURES }, (_, i) => `x${i}`),
      scale: { num: 1, den: 1 },
    },
    labels: Array.from({ length: labels }, (_, i) => `l${i}`),
    provenance: { made: 'random' },
    trees: trainForest(x, y, { labels, trees, maxDepth, minLeaf: 1, seed: 1 }),
    leaves: 'votes',
  })
}

const splits = (model: EnsembleModel) =>
  model.trees.reduce((n, { nodes }) => n + nodes.filter((node) => 'feature' in node).length, 0)

describe.each([
  ['200 trees of depth 7', forest(200, 7, 2, 300), 'scores'],
  ['60 trees of depth 9, three labels', forest(60, 9, 3, 600), 'label'],
] as const)('%s', (_, model, build) => {
  test('one function would be too large; several agree, and cost what is printed', async () => {
    expect(splits(model)).toBeGreaterThan(3400)
    const { plan, wasm, costs } = compileModel(model, { build })
    expect(costs.functions).toBeGreaterThan(1)
    expect(costs.operators).toBeLessThanOrEqual(65_536)
    expect(plan.steps.at(-1)).toMatchObject({ where: 'functions' })
    const run = await runKernel(wasm)
    for (const row of rowsOf(model, 300, 5)) {
      const { input, output } = expected(model, build, row)
      expect(run(input)).toEqual({ status: 0, output })
    }
    const kernel = await deployKernel(wasm)
    expect(kernel.activationGas).toBe(costs.activationGas)
    for (const row of rowsOf(model, 8, 6)) {
      const { input, output } = expected(model, build, row)
      const called = await kernel.call(input)
      expect(called).toMatchObject({ ok: true, output, ink: inputInk(plan, input) })
      expect(called.ink).toBeGreaterThanOrEqual(costs.kernelInk.min)
      expect(called.ink).toBeLessThanOrEqual(costs.kernelInk.max)
    }
    expect(await kernel.call(new Uint8Array(FEATURES - 1))).toMatchObject({
      ok: false,
      output: new Uint8Array(),
    })
  })
})

test('for rustc a forest is split further, or refused: it would make more of it than Stylus allows', () => {
  const split = emitRust(planModel(forest(200, 7, 2, 300), { build: 'label' }), { shell: 'raw' })
  // built by cargo: 24,464 bytes, at most 90 locals; in one function 1,025 locals
  expect(split['src/kernel.rs']!.split('#[inline(never)]').length).toBe(7)
  expect(split['src/lib.rs']).toContain('mod kernel;')
  const large = planModel(forest(200, 7, 2, 300), { build: 'scores' })
  expect(() => emitRust(large, { shell: 'raw' })).toThrow(
    expect.objectContaining({
      name: 'DoesNotFitError',
      where: 'trees',
      limit: 'bytes of contract code that rustc can make a contract of',
      nearest: 'the raw module; or fewer or shallower trees',
    }),
  )
})

test('where the whole is too large for a contract, functions are no remedy: fewer trees are', () => {
  const model = forest(60, 9, 3, 600)
  expect(() => planModel(model, { build: 'label', maxCode: 10_000 })).toThrow(
    expect.objectContaining({
      name: 'DoesNotFitError',
      limit: 'bytes of contract code',
      allowed: 10_000,
      nearest: expect.stringMatching(/^about (2\d|3\d) of its 60 trees$/),
    }),
  )
})
