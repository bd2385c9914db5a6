import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDevnode } from '../src/index.ts'
import { type Served, serve } from '../src/server.ts'

let served: Served
beforeAll(async () => {
  served = await serve(await createDevnode(), { port: 0, allowHosts: ['abc-8547.app.github.dev'] })
})
afterAll(() => served.close())

/** Plain http, because fetch would not let us set Host. */
function post(body: string, headers: Record<string, string> = {}, method = 'POST') {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const req = request({ host: '127.0.0.1', port: served.port, method, headers }, (res) => {
      let text = ''
      res.on('data', (chunk) => {
        text += chunk
      })
      res.on('end', () => resolve({ status: res.statusCode ?? 0, text }))
    })
    req.on('error', reject)
    req.end(body)
  })
}
const CHAIN_ID = JSON.stringify({ jsonrpc: '2.0', id: 7, method: 'eth_chainId', params: [] })

describe('JSON-RPC over HTTP', () => {
  it('answers', async () => {
    const { status, text } = await post(CHAIN_ID)
    expect([status, JSON.parse(text)]).toEqual([200, { jsonrpc: '2.0', id: 7, result: '0x64aba' }])
  })

  it('answers batches in order', async () => {
    const batch = ['eth_chainId', 'nope', 'net_version'].map((method, id) => ({ jsonrpc: '2.0', id, method }))
    const answers = JSON.parse((await post(JSON.stringify(batch))).text)
    expect(answers.map((a: { id: number }) => a.id)).toEqual([0, 1, 2])
    expect(answers[1].error.code).toBe(-32601)
  })

  it.each([
    ['a foreign host', { host: 'evil.example' }],
    ['a host that only starts like ours', { host: 'localhost.evil.example' }],
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['an opaque origin', { origin: 'null' }],
  ])('refuses %s', async (_what, headers) => {
    expect((await post(CHAIN_ID, headers)).status).toBe(403)
  })

  it.each([
    ['host', 'localhost:8547'],
    ['host', 'abc-8547.app.github.dev'],
    ['origin', 'http://localhost:3000'],
  ])('lets %s %s in', async (header, value) => {
    expect((await post(CHAIN_ID, { [header]: value })).status).toBe(200)
  })

  it.each([
    '',
    '{',
    'null',
    '[]',
    '7',
    '"x"',
    '{}',
    '[1,null]',
    '{"method":5}',
    '{"method":"eth_call","params":{}}',
  ])('answers garbage with an error: %s', async (body) => {
    const { text } = await post(body)
    const answers = [JSON.parse(text)].flat()
    for (const a of answers) expect(a.error.code).toBeLessThan(0)
  })

  it('refuses bodies above its limit and methods other than POST', async () => {
    expect((await post(`"${'x'.repeat(6 * 1024 * 1024)}"`)).status).toBe(413)
    expect((await post('', {}, 'GET')).status).toBe(405)
  })

  it('says what to do when the port is taken', async () => {
    await expect(serve(await createDevnode(), { port: served.port })).rejects.toThrow(
      /Port \d+ is taken.*--port/,
    )
  })
})
