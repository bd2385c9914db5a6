import { describe, expect, test } from 'vitest'
import {
  compileModel,
  DoesNotFitError,
  emitRust,
  type Placement,
  planModel,
  UnsupportedError,
} from '../index.ts'
import { rowsOf } from './arbitrary-models.ts'
import { type DenseSettings, denseModel } from './dense-models.ts'
import { deployKernel } from './devnode.ts'
import { expected, runKernel } from './run-kernel.ts'

const int8: DenseSettings = {
  seed: 1,
  packing: 'u8',
  min: 0,
  max: 255,
  weight: 127,
  perChannel: true,
  shift: 44,
  high: 127,
}
const int4: DenseSettings = { seed: 2, packing: 'u4', min: 0, max: 15, weight: 7, shift: 4, high: 15 }

const models = {
  'a linear model of 400 inputs': denseModel([400, 10], int8),
  'int8 with own scales': denseModel([40, 24, 5], { ...int8, shift: 42 }),
  'int8, signed input, range': denseModel([33, 9, 3], {
    ...int8,
    packing: 'i8',
    min: -90,
    max: 100,
    shift: 41,
  }),
  'int4 and one shift': denseModel([50, 20, 10], int4),
  'three layers': denseModel([16, 12, 12, 4], { ...int4, seed: 5 }),
  'more than 300 packed values': denseModel([700, 3], { ...int8, weight: 90 }),
  'ternary weights': denseModel([70, 12, 4], { ...int4, weight: 1, shift: 2 }),
}

describe.each(Object.entries(models))('%s', (_, model) => {
  test.each(['code', 'const-stores', 'data', 'data-contracts'] as const)('%s', async (placement) => {
    for (const build of ['label', 'scores'] as const) {
      const { plan, wasm, costs } = compileModel(model, { build, placement })
      expect(plan.placement).toBe(placement)
      expect(plan.dataContracts.length).toBe(placement === 'data-contracts' ? 1 : 0)
      const run = await runKernel(wasm, plan.dataContracts)
      for (const row of rowsOf(model, 16, 3)) {
        const { input, output } = expected(model, build, row)
        expect(run(input)).toEqual({ status: 0, output })
      }
      const { input, output } = expected(model, build, rowsOf(model, 3, 4)[2]!)
      const kernel = await deployKernel(wasm, plan.dataContracts)
      expect(await kernel.call(input)).toMatchObject({ ok: true, output, ink: costs.kernelInk.min })
      expect(costs.kernelInk.max).toBe(costs.kernelInk.min)
      expect(kernel.activationGas).toBe(costs.activationGas)
    }
  })
})

test('in a cached program code is cheapest, in one that is not cached every byte of code is paid again', () => {
  const model = denseModel([196, 32, 10], int8)
  const gas = (placement: Placement) => compileModel(model, { build: 'label', placement }).costs.callGas
  for (const cached of [true, false]) {
    const { plan, costs } = compileModel(model, { build: 'label', cached })
    const key = cached ? 'cached' : 'uncached'
    const all = (['code', 'const-stores', 'data', 'data-contracts'] as const).map((p) => gas(p)[key])
    expect(costs.callGas[key]).toBe(Math.min(...all))
    expect(plan.placement).toBe(cached ? 'code' : 'const-stores')
    expect(plan.placements[0]!.placement).toBe('code')
  }
})

test('a model that is too large for straight-line code', () => {
  const model = denseModel([196, 80, 10], int8)
  expect(planModel(model, { build: 'label' }).placement).not.toBe('code')
  const forced = () => planModel(model, { build: 'label', placement: 'code' })
  expect(forced).toThrow(
    expect.objectContaining({
      name: 'DoesNotFitError',
      message: expect.stringMatching(/Nearest that fits: placement 'const-stores', [\d,]+ gas a call/),
    }),
  )
})

test('less code than the chain allows may be asked for', () => {
  const model = denseModel([40, 24, 5], { ...int8, shift: 42 })
  const { costs } = compileModel(model, { build: 'label' })
  const { plan } = compileModel(model, { build: 'label', maxCode: costs.codeBytes - 1 })
  expect(plan.program).not.toEqual(compileModel(model, { build: 'label' }).plan.program)
  expect(() => planModel(model, { build: 'label', maxCode: 300 })).toThrow(DoesNotFitError)
})

test('loops have no Rust form, and trees no placement', () => {
  const plan = planModel(models['int4 and one shift'], { build: 'scores', placement: 'data' })
  expect(() => emitRust(plan, { shell: 'raw' })).toThrow(UnsupportedError)
  expect(() => planModel(plan.model, { build: 'votes' as never })).toThrow(/'votes' is not a build/)
})
