import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createDevnode, DEV_PRIVATE_KEY, TEST_PRIVATE_KEYS } from '@inkling/devnode'
import { type Served, serve } from '@inkling/devnode/server'
import { createPublicClient, http, type PublicClient } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pointsCsv, workbench } from './run.ts'

const bench = workbench()
let served: Served
let env: NodeJS.ProcessEnv
let client: PublicClient

beforeAll(async () => {
  served = await serve(await createDevnode({ strict: true }), { port: 0 })
  env = { RPC_URL: served.url }
  client = createPublicClient({ transport: http(served.url), cacheTime: 0 })
  bench.put('points.csv', pointsCsv())
})
afterAll(async () => {
  await served.close()
  bench.remove()
})

describe.each(['tree', 'forest', 'gbdt', 'linear', 'mlp'])('a CSV file to a %s on a chain', (kind) => {
  test('train, quantize, eval, compile, bench, deploy, predict', async () => {
    const trained = (await bench.inkling(`train points.csv --kind ${kind} --epochs 12 --json`)).json()
    expect(trained).toMatchObject({ schema: 'inkling-train/1', kind, features: ['across', 'up'] })
    expect(trained.accuracy).toMatchObject({ holdout: 1 })

    const quantized = (await bench.inkling('quantize points.float.json --json')).json()
    expect(quantized).toMatchObject({ model: { modelKind: kind }, vectors: { file: 'points.vectors.json' } })

    const judged = (await bench.inkling('eval points.model.json points.csv --min 99 --json')).json()
    expect(judged).toMatchObject({
      rows: 80,
      accuracy: 1,
      met: true,
      confusion: [
        [40, 0],
        [0, 40],
      ],
    })

    const compiled = (await bench.inkling('compile points.model.json --json')).json() as {
      costs: { kernelInk: { min: number; max: number } }
    }
    const measured = (await bench.inkling('bench points.model.json --json')).json() as Record<string, number>
    // What the compiler foretold is what the devnode charges, to the unit where the path is always the same.
    expect(compiled.costs.kernelInk.max).toBeGreaterThanOrEqual(measured.kernelInk!)
    if (compiled.costs.kernelInk.min === compiled.costs.kernelInk.max)
      expect(measured.kernelInk).toBe(compiled.costs.kernelInk.max)
    expect(measured.foretold).toBe(true)

    const deployed = (await bench.inkling('deploy points.model.json --yes --json', { env })).json()
    const asked = (
      await bench.inkling(`predict ${deployed.address} --model points.model.json --raw --json 21 8`, { env })
    ).json()
    expect(asked).toMatchObject({ predictions: [{ label: 0, name: 'far' }] })
    const rows = (
      await bench.inkling(
        `predict ${deployed.address} --model points.model.json --raw --csv points.csv --json`,
        { env },
      )
    ).json()
    expect(rows).toMatchObject({ compared: { rows: 80, right: 80 } })
  })
})

test('the same seed gives the same files', async () => {
  const hashOf = async (seed: number) => {
    await bench.inkling(`train points.csv --kind mlp --epochs 3 --seed ${seed}`)
    return (await bench.inkling('quantize points.float.json --json')).json().model as { sha256: string }
  }
  expect(await hashOf(1)).toEqual(await hashOf(1))
  expect((await hashOf(1)).sha256).not.toBe((await hashOf(2)).sha256)
})

describe('inspect', () => {
  test('a kernel, its code and its model say the same', async () => {
    await bench.inkling('train points.csv')
    await bench.inkling('quantize points.float.json')
    await bench.inkling('compile points.model.json')
    const module = (await bench.inkling('inspect points.wasm --json')).json()
    expect(module).toMatchObject({ activates: true, refusal: null, kind: 'module', pages: 1 })
    const { compiled } = (await bench.inkling('inspect points.model.json --json')).json() as {
      compiled: { costs: { codeBytes: number; entryGas: object } }
    }
    expect(module).toMatchObject({ codeBytes: compiled.costs.codeBytes, entryGas: compiled.costs.entryGas })
    expect((await bench.inkling('inspect points.wasm --blocks 2')).out).toMatch(/block +at byte/)
  })

  test('a module that a production chain refuses: code 1, the rule and the remedy', async () => {
    const { default: wabt } = await import('wabt')
    const { buffer } = (await wabt())
      .parseWat(
        'bad.wat',
        '(module (memory (export "memory") 1 1) (func (export "user_entrypoint") (param i32) (result i32) (i32.trunc_f32_s (f32.const 1))))',
      )
      .toBinary({})
    bench.put('bad.wasm', buffer)
    const ran = await bench.inkling('inspect bad.wasm')
    expect(ran.code).toBe(1)
    expect(ran.out).toMatch(/would not activate[\s\S]*rule[\s\S]*remedy/)
    expect((await bench.inkling('deploy bad.wasm --yes', { env })).code).toBe(4)
  })
})

describe('predict', () => {
  test('a file needs no node, and bad values are named', async () => {
    const ok = await bench.inkling('predict points.model.json 1 -4')
    expect(ok.out).toMatch(/^near/)
    const far = await bench.inkling('predict points.model.json 1 400')
    expect(far).toMatchObject({ code: 2 })
    expect(far.err).toMatch(/up is out of range: the model takes -5 to 11/)
    expect((await bench.inkling('predict points.model.json 1')).err).toMatch(
      /takes 2 values, got 1.*across, up/s,
    )
    expect((await bench.inkling('predict points.model.json one 2')).err).toMatch(/'one' is not a number/)
    expect((await bench.inkling('predict points.model.json')).err).toMatch(/no values/)
    expect((await bench.inkling('predict points.model.json --csv points.csv --row 81')).err).toMatch(
      /80 rows/,
    )
  })

  test('an address without a contract, a kernel taken for a contract, no node', async () => {
    const nobody = await bench.inkling('predict 0x00000000000000000000000000000000000f00d5 1 2', { env })
    expect(nobody).toMatchObject({ code: 2 })
    expect(nobody.err).toMatch(/no contract at this address/)
    const { address } = (await bench.inkling('deploy points.model.json --yes --json', { env })).json()
    expect((await bench.inkling(`predict ${address} 1 2`, { env })).err).toMatch(/--raw/)
    const off = await bench.inkling(`predict ${address} --raw 1 2`, {
      env: { RPC_URL: 'http://127.0.0.1:9' },
    })
    expect(off).toMatchObject({ code: 3 })
    expect(off.err).toMatch(/npm run devnode/)
    expect((await bench.inkling('predict 0x12 1 2', { env })).err).toMatch(/not an address/)
  })
})

describe('deploy', () => {
  test('asks, and sends nothing without a yes', async () => {
    const no = await bench.inkling('deploy points.model.json', { env, answer: false })
    expect(no).toMatchObject({ code: 1 })
    expect(no.out).toMatch(/cost +0\.\d+ ether[\s\S]*nothing was sent/)
    const height = await client.getBlockNumber()
    const nobodyThere = await bench.inkling('deploy points.model.json', { env })
    expect(nobodyThere).toMatchObject({ code: 2 })
    expect(nobodyThere.err).toMatch(/nothing was sent[\s\S]*--yes/)
    expect(await client.getBlockNumber()).toBe(height)
    expect((await bench.inkling('deploy points.model.json', { env, answer: true })).code).toBe(0)
  })

  test('the same code a second time is active already', async () => {
    const again = (await bench.inkling('deploy points.model.json --yes --json', { env })).json()
    expect(again.activation).toBeNull()
  })

  test('on another chain the published keys are refused before anything is sent', async () => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk) => {
        body += chunk
      })
      request.on('end', () => {
        const { id, method } = JSON.parse(body) as { id: number; method: string }
        asked.push(method)
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify({ jsonrpc: '2.0', id, result: '0x66eee' }))
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const RPC_URL = `http://user:secret@127.0.0.1:${(server.address() as AddressInfo).port}/?key=abc`
    try {
      for (const PRIVATE_KEY of [
        undefined,
        DEV_PRIVATE_KEY,
        TEST_PRIVATE_KEYS[3],
        DEV_PRIVATE_KEY.slice(2).toUpperCase(),
      ]) {
        const ran = await bench.inkling('deploy points.model.json --yes', { env: { RPC_URL, PRIVATE_KEY } })
        expect(ran).toMatchObject({ code: 3 })
        expect(ran.err).toMatch(/key/)
        expect(ran.out + ran.err).not.toMatch(/secret|abc|b6b15c8c/i)
      }
      expect(new Set(asked)).toEqual(new Set(['eth_chainId']))
    } finally {
      server.close()
    }
  })

  test('a key that is none is not shown', async () => {
    const ran = await bench.inkling('deploy points.model.json --yes', {
      env: { ...env, PRIVATE_KEY: '0x1234beef' },
    })
    expect(ran).toMatchObject({ code: 3 })
    expect(ran.err).not.toContain('beef')
  })

  test('an account without ether', async () => {
    const PRIVATE_KEY = `0x${'11'.repeat(32)}`
    const ran = await bench.inkling('deploy points.model.json --yes', { env: { ...env, PRIVATE_KEY } })
    expect(ran).toMatchObject({ code: 3 })
    expect(ran.err).toMatch(/holds 0 ether/)
  })
})
