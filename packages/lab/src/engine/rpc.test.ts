import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createDevnode } from '@inkling/devnode'
import { serve } from '@inkling/devnode/server'
import { afterEach, describe, expect, onTestFinished, test } from 'vitest'
import { answeringArtefact, makeWorld } from '../../test/world.ts'
import { makeOverlay } from '../build/overlay.ts'
import { grade } from '../grade/host.ts'
import type { Metric } from '../grade/results.ts'
import { loadManifest } from '../labs.ts'
import { chooseEngine, type EngineChoice } from './choose.ts'
import { openEngine } from './open.ts'

afterEach(() => {
  delete process.env.LAB_NO_PROFILE
})

async function gradeOn(engine: EngineChoice) {
  const ws = makeWorld()
  const manifest = await loadManifest(ws, join(ws.labs, '07-fixture'))
  const dir = makeOverlay(ws, manifest, 'solution')
  const artefact = await answeringArtefact(ws, 42)
  return grade({ ws, manifest, dir, seed: 7, engine, noWait: false, build: {}, artefact })
}

/** A server that answers every JSON-RPC request with what `answer` says. */
async function fakeNode(answer: (method: string) => unknown): Promise<string> {
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const { id, method } = JSON.parse(body) as { id: number; method: string }
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ jsonrpc: '2.0', id, result: answer(method) }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://user:secret@127.0.0.1:${(server.address() as AddressInfo).port}/?key=abc`
}

describe('grading over RPC', () => {
  test('the same results and the same gas as embedded, on one chain twice, with and without stylus_profile', async () => {
    const embedded = await gradeOn({ kind: 'embedded' })
    expect(embedded.error).toBeUndefined()
    const served = await serve(await createDevnode({}), { port: 0 })
    onTestFinished(() => served.close())
    const url = `http://127.0.0.1:${served.port}`
    const first = await gradeOn({ kind: 'rpc', url })
    process.env.LAB_NO_PROFILE = '1'
    // The code is active by now: that must not be taken for a failure.
    const second = await gradeOn({ kind: 'rpc', url })
    for (const outcome of [first, second]) {
      expect(outcome.error).toBeUndefined()
      expect(outcome.results.map(({ id, status }) => [id, status])).toEqual(
        embedded.results.map(({ id, status }) => [id, status]),
      )
      const figures = (metrics: Metric[]) => metrics.map(({ id, value, unit }) => ({ id, value, unit }))
      expect(figures(outcome.metrics)).toEqual(figures(embedded.metrics))
    }
    expect([first.engine?.inkExact, second.engine?.inkExact]).toEqual([true, false])
    expect([first, second].map((outcome) => outcome.programs[0]?.activationGas === 0)).toEqual([false, true])
  })

  test('another chain is refused before anything is sent, and no secret is shown', async () => {
    const asked: string[] = []
    const url = await fakeNode((method) => {
      asked.push(method)
      return '0xa4b1'
    })
    const error = await openEngine({ kind: 'rpc', url }).catch((reason: Error) => reason)
    expect(error).toMatchObject({ kind: 'environment', message: expect.stringContaining('is chain 42161') })
    expect((error as Error).message).not.toMatch(/secret|abc/)
    expect(asked).toEqual(['eth_chainId'])
  })

  test('a node that does not answer, and an address that is none', async () => {
    await expect(openEngine({ kind: 'rpc', url: 'http://127.0.0.1:9' })).rejects.toMatchObject({
      kind: 'environment',
      message: expect.stringContaining('no node answers at http://127.0.0.1:9'),
    })
    await expect(openEngine({ kind: 'rpc', url: 'nonsense' })).rejects.toMatchObject({ kind: 'environment' })
    const outcome = await gradeOn({ kind: 'rpc', url: 'http://127.0.0.1:9' })
    expect(outcome.error).toMatchObject({ kind: 'environment' })
  })

  test('a development chain without ArbSys is told', async () => {
    const url = await fakeNode((method) => (method === 'eth_chainId' ? '0x64aba' : '0x'))
    await expect(openEngine({ kind: 'rpc', url })).rejects.toMatchObject({
      kind: 'environment',
      message: expect.stringContaining('ArbSys'),
    })
  })
})

test('--engine wins over RPC_URL, which wins over the embedded node', () => {
  const env = { RPC_URL: 'http://x:1' }
  expect(chooseEngine(undefined, {})).toEqual({ kind: 'embedded' })
  expect(chooseEngine(undefined, env)).toEqual({ kind: 'rpc', url: 'http://x:1' })
  expect(chooseEngine('embedded', env)).toEqual({ kind: 'embedded' })
  expect(chooseEngine('rpc', {})).toEqual({ kind: 'rpc', url: 'http://127.0.0.1:8547' })
  expect(chooseEngine(undefined, { RPC_URL: '' })).toEqual({ kind: 'embedded' })
})
