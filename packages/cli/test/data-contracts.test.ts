import { createDevnode } from '@inkling/devnode'
import { type Served, serve } from '@inkling/devnode/server'
import { formatModel, packInput, predict, rng } from '@inkling/model'
import { parseDataFile } from '@inkling/model/compile'
import { createPublicClient, http, type PublicClient } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { denseModel } from '../../model/src/compile/test/dense-models.ts'
import { pointsCsv, workbench } from './run.ts'

/** 104 kB of weights: more than a contract holds, whatever form they have. */
const model = denseModel([784, 130, 10], {
  seed: 3,
  packing: 'u8',
  min: 0,
  max: 255,
  weight: 127,
  perChannel: true,
  shift: 44,
  high: 127,
})
const random = rng(5)
const rows = Array.from({ length: 3 }, () => Array.from({ length: 784 }, () => Math.floor(random() * 256)))
const answers = rows.map((row) => predict(model, row))

const bench = workbench()
let served: Served
let env: NodeJS.ProcessEnv
let client: PublicClient

beforeAll(async () => {
  served = await serve(await createDevnode({ strict: true }), { port: 0 })
  env = { RPC_URL: served.url }
  client = createPublicClient({ transport: http(served.url), cacheTime: 0 })
  bench.put('large.model.json', formatModel(model))
})
afterAll(async () => {
  await served.close()
  bench.remove()
})

interface Report {
  placement: string
  costs: { kernelInk: { max: number }; callGas: { cached: number; uncached: number } }
  data: { file: string; contracts: { address: `0x${string}`; bytes: number }[] }
}

test('compile writes the contracts beside the kernel, and bench measures what it said', async () => {
  const { placement, costs, data } = (
    await bench.inkling('compile large.model.json --json')
  ).json() as unknown as Report
  expect(placement).toBe('data-contracts')
  const written = parseDataFile(bench.read('large.data.json').toString())
  expect(data.file).toBe('large.data.json')
  expect(data.contracts.map(({ address }) => address)).toEqual(written.map(({ address }) => address))
  expect(data.contracts.length).toBe(5)
  expect((await bench.inkling('compile large.model.json')).out).toMatch(
    /weights +10[\d,]+ bytes in 5 data contracts[\s\S]*wrote +large\.data\.json/,
  )
  const vectors = {
    model: model.sha256,
    input: rows.map((row) => packInput(model, row)),
    scores: answers.map(({ scores }) => scores),
    label: answers.map(({ label }) => label),
  }
  bench.put('large.vectors.json', JSON.stringify(vectors))
  const measured = (await bench.inkling('bench large.model.json --json')).json()
  expect(measured).toMatchObject({
    foretold: true,
    kernelInk: costs.kernelInk.max,
    callGasCached: costs.callGas.cached,
    callGasUncached: costs.callGas.uncached,
    dataContracts: 5,
  })
})

test('deploy puts the data contracts first, goes on where a run stopped, and predict asks them', async () => {
  await bench.inkling('compile large.model.json')
  const contracts = parseDataFile(bench.read('large.data.json').toString())
  // as if a run had been stopped after two of them
  const sender = '0x3f1Eae7D46d88F08fc2F8ed27FCb2AB183EB2d0E'
  for (const { deploy } of contracts.slice(0, 2)) {
    const call = { from: sender, ...deploy, gas: '0x1000000' }
    await client.request({ method: 'eth_sendTransaction', params: [call] } as never)
  }
  const shown = await bench.inkling('deploy large.wasm', { env, answer: false })
  expect(shown.out).toMatch(/weights +3 data contracts to deploy, [\d,]+ gas; 2 there already/)

  const first = (await bench.inkling('deploy large.wasm --yes --json', { env })).json()
  expect(first).toMatchObject({ data: { contracts: contracts.map(({ address }) => address), deployed: 3 } })
  for (const { address, code } of contracts)
    expect(await client.getCode({ address })).toBe(`0x${Buffer.from(code).toString('hex')}`)
  const again = (await bench.inkling('deploy large.model.json --yes --json', { env })).json()
  expect(again).toMatchObject({ activation: null, data: { deployed: 0, gas: 0 } })

  const [values] = rows
  const flags = '--model large.model.json --raw --quantized --json'
  for (const target of [first.address, 'large.model.json', 'large.wasm'])
    expect(
      (await bench.inkling(`predict ${target} ${flags} ${values!.join(' ')}`, { env })).json(),
    ).toMatchObject({ predictions: [{ label: answers[0]!.label }] })
})

test('without its data contracts a kernel refuses, and a damaged file is named', async () => {
  await bench.inkling('compile large.model.json --out alone.wasm')
  const file = bench.read('alone.data.json').toString()
  bench.put('alone.data.json', file.replace(/"weights": "....../, '"weights": "AAAAAA'))
  const damaged = await bench.inkling('deploy alone.wasm --yes', { env })
  expect(damaged).toMatchObject({ code: 2 })
  expect(damaged.err).toMatch(/contracts\[0\]: its address does not follow from its weights/)
  bench.put('lonely.wasm', bench.read('alone.wasm'))
  const lonely = await bench.inkling('deploy lonely.wasm', { env, answer: false })
  expect(lonely.out.replace(/\s+/g, ' ')).toMatch(/weights none given.*there is no lonely\.data\.json/)
  bench.put('none.data.json', file.replace(/"contracts": [\s\S]*/, '"contracts": []}'))
  const refused = await bench.inkling(
    `predict alone.wasm --data none.data.json --model large.model.json --raw --quantized ${rows[0]!.join(' ')}`,
  )
  expect(refused.code).not.toBe(0)
})

test('a placement may be asked for; trees have only one', async () => {
  bench.put('points.csv', pointsCsv())
  await bench.inkling('train points.csv --kind mlp --epochs 3')
  await bench.inkling('quantize points.float.json')
  for (const placement of ['code', 'const-stores', 'data', 'data-contracts'])
    expect(
      (await bench.inkling(`bench points.model.json --placement ${placement} --json`)).json(),
    ).toMatchObject({ foretold: true })
  await bench.inkling('train points.csv --kind tree')
  await bench.inkling('quantize points.float.json')
  const trees = await bench.inkling('compile points.model.json --placement data')
  expect(trees).toMatchObject({ code: 4 })
  expect(trees.err).toMatch(/'data' is for nets/)
  expect((await bench.inkling('compile points.model.json --placement heap')).err).toMatch(/one of code, /)
})
