import { readFileSync } from 'node:fs'
import path from 'node:path'
import { entryCost, inspect } from '@inkling/wasm'
import { keccak256 } from 'viem'
import { expect, test } from 'vitest'
import { loadModel } from '../../load-model.ts'
import type { LayerModel, Vectors } from '../../types.ts'
import { ContractWriter } from '../data/contract-writer.ts'
import { DATA_ROOM, dataContract } from '../data/data-contract.ts'
import {
  type Build,
  type Compiled,
  compileModel,
  DataFileError,
  formatDataFile,
  parseDataFile,
  planModel,
} from '../index.ts'
import { rowsOf } from './arbitrary-models.ts'
import { type DenseSettings, denseModel } from './dense-models.ts'
import { deployKernel } from './devnode.ts'
import { expected, runKernel } from './run-kernel.ts'

const int8: DenseSettings = {
  seed: 3,
  packing: 'u8',
  min: 0,
  max: 255,
  weight: 127,
  perChannel: true,
  shift: 44,
  high: 127,
}
/** 104 kB of weights in five contracts; the inputs of the first layer go in two parts. */
const large = denseModel([784, 130, 10], int8)
const made: Partial<Record<Build, Compiled>> = {}
/** Compiled once for all tests. */
const compiled = (build: Build): Compiled => {
  made[build] ??= compileModel(large, { build })
  return made[build]
}

test('more than one contract holds, all builds, and the ink to the unit', async () => {
  for (const build of ['label', 'scores'] as const) {
    const { plan, wasm, costs } = compiled(build)
    expect(plan.placement).toBe('data-contracts')
    expect(plan.dataContracts.length).toBe(5)
    expect(plan.steps.at(-1)!.what).toMatch(/^10[\d,]+ bytes in 5 data contracts$/)
    const run = await runKernel(wasm, plan.dataContracts)
    const rows = rowsOf(large, 40, 3)
    for (const row of rows) {
      const { input, output } = expected(large, build, row)
      expect(run(input)).toEqual({ status: 0, output })
    }
    const kernel = await deployKernel(wasm, plan.dataContracts)
    expect(kernel.activationGas).toBe(costs.activationGas)
    for (const row of rows.slice(0, 3)) {
      const { input, output } = expected(large, build, row)
      const called = await kernel.call(input)
      expect(called).toMatchObject({ ok: true, output, ink: costs.kernelInk.max })
      const entry = entryCost(inspect(wasm, { arbos: 51, debug: false })).total
      expect(called.frameGas).toBe(entry + costs.kernelGas)
    }
  }
})

test('a contract that is not there, or is shorter, is refused; a wrong length as before', async () => {
  const { plan, wasm } = compiled('label')
  const { input, output } = expected(large, 'label', rowsOf(large, 3, 4)[2]!)
  for (const [k, contract] of plan.dataContracts.entries()) {
    const others = plan.dataContracts.filter((_, i) => i !== k)
    const refused = { status: 1, output: new Uint8Array() }
    expect((await runKernel(wasm, others))(input)).toEqual(refused)
    const shorter = { ...contract, code: contract.code.subarray(0, -1) }
    expect((await runKernel(wasm, [...others, shorter]))(input)).toEqual(refused)
  }
  const run = await runKernel(wasm, plan.dataContracts)
  expect(run(input)).toEqual({ status: 0, output })
  expect(run(input.subarray(1)).status).toBe(1)
  const small = denseModel([40, 24, 5], { ...int8, shift: 42 })
  const alone = compileModel(small, { build: 'label', placement: 'data-contracts' })
  expect(await (await deployKernel(alone.wasm)).call(new Uint8Array(40))).toMatchObject({
    ok: false,
    output: new Uint8Array(),
  })
})

test('the address follows from the weights', () => {
  const [a, b] = [dataContract(Uint8Array.of(1, 2, 3)), dataContract(Uint8Array.of(1, 2, 4))]
  expect(a.code).toEqual(Uint8Array.of(0, 1, 2, 3))
  expect(a.codeHash).toBe(keccak256(a.code))
  expect(a.address).toMatch(/^0x[0-9a-f]{40}$/)
  expect(a.address).not.toBe(b.address)
  expect(dataContract(Uint8Array.of(1, 2, 3)).address).toBe(a.address)
})

test('records are never cut, and share contracts where they fit', () => {
  const writer = new ContractWriter()
  expect(writer.add(new Uint8Array(3 * 10_000), 10_000)).toEqual([
    { contract: 0, offset: 1, bytes: 20_000 },
    { contract: 1, offset: 1, bytes: 10_000 },
  ])
  expect(writer.add(new Uint8Array(2 * 7_000).fill(7), 7_000)).toEqual([
    { contract: 1, offset: 10_001, bytes: 14_000 },
  ])
  const contracts = writer.contracts()
  expect(contracts.map(({ code }) => code.length)).toEqual([20_001, 24_001])
  expect(contracts[1]!.code[10_001]).toBe(7)
  for (const { code } of contracts) expect(code.length).toBeLessThanOrEqual(1 + DATA_ROOM)
})

test('data contracts cost less than a data segment from some size on, and not cached less than stores of constants', () => {
  const gas = (model: LayerModel, placement: 'data' | 'data-contracts') =>
    compileModel(model, { build: 'label', placement }).costs.callGas.cached
  const small = denseModel([40, 24, 5], { ...int8, shift: 42 })
  expect(gas(small, 'data')).toBeLessThan(gas(small, 'data-contracts'))
  const middle = denseModel([784, 20, 10], int8)
  expect(gas(middle, 'data-contracts')).toBeLessThan(gas(middle, 'data'))
  expect(planModel(middle, { build: 'label' }).placement).toBe('const-stores')
  expect(planModel(middle, { build: 'label', cached: false }).placement).toBe('data-contracts')
})

test('what does not fit even so is refused, with the share that would', () => {
  expect(() => planModel(large, { build: 'label', maxCode: 600 })).toThrow(
    expect.objectContaining({
      name: 'DoesNotFitError',
      limit: 'wasm-size',
      allowed: 131_072,
      nearest: expect.stringContaining('not even with the weights in data contracts does the code fit'),
    }),
  )
})

test('a net that is far too large for code is not searched through', () => {
  const model = denseModel([784, 600, 10], int8)
  expect(() => planModel(model, { build: 'label', placement: 'code' })).toThrow(
    expect.objectContaining({
      limit: 'bytes of wasm, at least',
      nearest: expect.stringMatching(/^placement 'data-contracts', \d\d,\d{3} gas a call$/),
    }),
  )
})

test('a data file comes back as it was, and a damaged one is refused', () => {
  const contracts = [dataContract(Uint8Array.of(1, 2, 255)), dataContract(new Uint8Array(DATA_ROOM).fill(9))]
  const text = formatDataFile(contracts)
  expect(parseDataFile(text)).toEqual(contracts)
  for (const wrong of [
    '',
    '[]',
    'null',
    '{"format":"inkling-data/2"}',
    text.replace('AQL/', 'AQL+'),
    text.slice(9),
  ])
    expect(() => parseDataFile(wrong)).toThrow(DataFileError)
  expect(() => parseDataFile(text.replace('AQL/', 'AQL+'))).toThrow(
    /contracts\[0\]: its address does not follow/,
  )
})

test('a trained net, all vectors', async () => {
  const folder = path.join(import.meta.dirname, '../../../models')
  const read = (file: string) =>
    readFileSync(path.join(folder, `digits-14x14-196-64-10-ptq.${file}.json`), 'utf8')
  const vectors = JSON.parse(read('vectors')) as Vectors
  const { plan, wasm } = compileModel(loadModel(read('model')), {
    build: 'scores',
    placement: 'data-contracts',
  })
  const run = await runKernel(wasm, plan.dataContracts)
  const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.slice(2), 'hex'))
  for (const [i, input] of vectors.input.entries()) {
    const output = new Uint8Array(Int32Array.from(vectors.scores[i]!).buffer)
    expect(run(bytes(input))).toEqual({ status: 0, output })
  }
})
