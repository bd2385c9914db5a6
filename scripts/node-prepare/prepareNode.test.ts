import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { custom, encodeFunctionData, type Hex, parseAbi, toHex } from 'viem'
import { afterEach, describe, expect, it } from 'vitest'
import { createDevnode, type Devnode } from '../../packages/devnode/src/index.ts'
import { CACHE_MANAGER, CREATE2_FACTORY, PREDEPLOYS } from '../../packages/devnode/src/predeploys/index.ts'
import { serve } from '../../packages/devnode/src/server.ts'
import { connect } from './connect.ts'
import { openNode } from './node.ts'
import { prepareNode } from './prepareNode.ts'

type Ask = { method: string; params?: unknown }
type Answer = (ask: Ask, next: () => Promise<unknown>) => unknown

const DEV = '0x3f1eae7d46d88f08fc2f8ed27fcb2ab183eb2d0e'
const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A devnode in this process whose requests are kept, and may be answered differently. */
function watched(devnode: Devnode, answer: Answer = (_, next) => next()) {
  const sent: string[] = []
  const request = async (ask: Ask) => {
    if (/^eth_send/.test(ask.method)) sent.push(ask.method)
    return answer(ask, () => devnode.request(ask as never))
  }
  return { node: openNode(custom({ request } as never, { retryCount: 0 })), sent }
}

const lines = async (node: ReturnType<typeof openNode>) => {
  const said: string[] = []
  const result = await prepareNode(node, (line) => said.push(line))
  return { result, said }
}

async function stateOf(devnode: Devnode) {
  const ask = (method: string, ...params: unknown[]) => devnode.request({ method, params } as never)
  const addresses = [
    CREATE2_FACTORY.address,
    ...PREDEPLOYS.map((one) => one.address),
    CREATE2_FACTORY.deployer,
  ]
  const accounts = []
  for (const address of addresses)
    accounts.push({
      address,
      code: await ask('eth_getCode', address, 'latest'),
      nonce: await ask('eth_getTransactionCount', address, 'latest'),
    })
  // allCacheManagers()
  const managers = await ask(
    'eth_call',
    { to: '0x0000000000000000000000000000000000000072', data: '0x0ec1d773' },
    'latest',
  )
  return { accounts, managers }
}

describe('a served devnode', () => {
  it('has everything but a registered cache manager', async () => {
    const devnode = await createDevnode()
    const served = await serve(devnode, { port: 0 })
    closing.push(served.close)
    const { node, arbos } = await connect(served.url)
    const { result } = await lines(node)
    expect(arbos).toBe(51n)
    expect(result).toEqual({ found: 5, done: 1, debugApi: true })
    expect(await node.client.getTransactionCount({ address: DEV })).toBe(1)
    expect((await lines(node)).result).toEqual({ found: 6, done: 0, debugApi: true })
    expect(await node.client.getTransactionCount({ address: DEV })).toBe(1)
  })
})

describe('a chain without the predeploys', () => {
  it.each([40, 51, 60])('at ArbOS %i gets what genesis has: code, nonces, registration', async (arbos) => {
    const bare = await createDevnode({ arbos, predeploys: false })
    const first = watched(bare)
    const { result, said } = await lines(first.node)
    expect(result).toEqual({ found: 2, done: 4, debugApi: true })
    expect(said.join('\n')).toMatch(/StylusDeployer +done +0xcecba2f1dc234f70dd89f2041029807f8d03a990/)
    const prepared = await createDevnode({ arbos })
    await lines(watched(prepared).node)
    expect(await stateOf(bare)).toEqual(await stateOf(prepared))

    const again = watched(bare)
    expect((await lines(again.node)).result).toEqual({ found: 6, done: 0, debugApi: true })
    expect(again.sent).toEqual([])
  })

  it('funds the factory with 0.01 ether at most, and only with what is missing', async () => {
    const bare = await createDevnode({ predeploys: false })
    const { node } = watched(bare)
    const { deployer, funds } = CREATE2_FACTORY
    expect(funds).toBe(10n ** 16n)
    await node.send({ to: deployer, value: funds - 1n })
    const before = await node.client.getBalance({ address: DEV })
    await lines(node)
    expect(before - (await node.client.getBalance({ address: DEV }))).toBeLessThan(10n ** 15n)
  })
})

it('becomes chain owner and zeroes the L1 price where that is not done yet', async () => {
  const devnode = await createDevnode({ predeploys: false })
  const abi = parseAbi(['function removeChainOwner(address)'])
  const owner = watched(devnode)
  await owner.node.send({
    to: '0x0000000000000000000000000000000000000070',
    data: encodeFunctionData({ abi, functionName: 'removeChainOwner', args: [DEV] }),
  })
  // The devnode has no L1 price. This one has 50 gwei until a transaction to ArbOwner went out after being owner.
  let price = 50n * 10n ** 9n
  const { node, sent } = watched(devnode, async ({ method, params }, next) => {
    const text = JSON.stringify(params ?? '')
    if (method === 'eth_call' && text.includes('0xf5d6ded7')) return toHex(price, { size: 32 })
    const answer = await next()
    // setL1PricePerUnit(0), unsigned inside the raw bytes
    if (method === 'eth_sendRawTransaction' && text.includes(`2b352fae${'0'.repeat(64)}`)) price = 0n
    return answer
  })
  const { result, said } = await lines(node)
  expect(said[0]).toMatch(/chain owner +done/)
  expect(said[1]).toMatch(/L1 price +done +0, was 50 gwei/)
  expect(result).toEqual({ found: 0, done: 6, debugApi: true })
  expect(sent).toHaveLength(7)
})

describe('what can not be prepared', () => {
  const broken = (answer: Answer, options = {}) =>
    createDevnode(options).then((devnode) => lines(watched(devnode, answer).node))

  it('a chain that the dev account neither owns nor may own', async () => {
    const devnode = await createDevnode({ strict: true, predeploys: false })
    const { node } = watched(devnode)
    const abi = parseAbi(['function removeChainOwner(address)'])
    const data = encodeFunctionData({ abi, functionName: 'removeChainOwner', args: [DEV] })
    await node.send({ to: '0x0000000000000000000000000000000000000070', data })
    await expect(lines(node)).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringMatching(/^chain owner: .*no ArbDebug precompile/),
    })
  })

  it('a node that has other code at a known address', async () => {
    const at = (address: Hex): Answer => {
      return ({ method, params }, next) =>
        method === 'eth_getCode' && (params as Hex[])[0] === address ? '0x00' : next()
    }
    await expect(broken(at(CACHE_MANAGER.address))).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringMatching(/^CacheManager: other code is at 0xd3/),
    })
  })

  it('a node that takes a transaction and does nothing', async () => {
    const blind: Answer = ({ method }, next) => (method === 'eth_getCode' ? '0x' : next())
    await expect(broken(blind, { predeploys: false })).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringMatching(/^CREATE2 factory: .*changed nothing/),
    })
  })

  it('a node that breaks on the way', async () => {
    const error = Object.assign(new Error('disk is full'), { code: -32000 })
    const full: Answer = ({ method }, next) => {
      if (method === 'eth_sendRawTransaction') throw error
      return next()
    }
    await expect(broken(full, { predeploys: false })).rejects.toMatchObject({
      exitCode: 3,
      message: 'CREATE2 factory: disk is full',
    })
  })

  it('a node without the debug API is ready, with a word about ink', async () => {
    const { result, said } = await broken(({ method }, next) => {
      if (method.startsWith('debug_'))
        throw Object.assign(new Error('the method debug_traceTransaction does not exist/is not available'), {
          code: -32601,
        })
      return next()
    })
    expect(result).toEqual({ found: 5, done: 1, debugApi: false })
    expect(said.at(-1)).toMatch(/debug API +off +labs pass, but no ink per host call/)
  })
})

describe('connect', () => {
  /** Any answer to any request. */
  async function server(reply: (method: string) => { status?: number; body: string } | undefined) {
    const http: Server = createServer((req, res) => {
      let body = ''
      req.on('data', (part) => {
        body += part
      })
      req.on('end', () => {
        const { method, id } = JSON.parse(body) as { method: string; id: number }
        const answer = reply(method)
        if (!answer) return
        res.writeHead(answer.status ?? 200, { 'content-type': 'application/json' })
        res.end(answer.body.replace('ID', String(id)))
      })
    })
    await promisify((done: () => void) => http.listen(0, '127.0.0.1', done))()
    closing.push(() => {
      http.closeAllConnections()
      http.close()
    })
    return `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  }
  const result = (value: string) => ({ body: `{"jsonrpc":"2.0","id":ID,"result":"${value}"}` })

  it('refuses another chain before anything is sent', async () => {
    const asked: string[] = []
    const url = await server((method) => {
      asked.push(method)
      return result('0x66eee')
    })
    await expect(connect(url)).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringMatching(
        /is chain 421614\. node:prepare changes a development chain \(412346\) only/,
      ),
    })
    expect(asked).toEqual(['eth_chainId'])
  })

  it('refuses a chain with the right id that is no Arbitrum chain', async () => {
    const url = await server((method) => result(method === 'eth_chainId' ? '0x64aba' : '0x'))
    await expect(connect(url)).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringMatching(/no ArbOS/),
    })
  })

  it('says why a node does not answer', async () => {
    const closed = await server(() => undefined)
    await closing.pop()?.()
    await expect(connect(closed)).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringMatching(
        /^No JSON-RPC node answers at http:\/\/127\.0\.0\.1:\d+ \(.*ECONNREFUSED/,
      ),
    })
    const forbidden = await server(() => ({ status: 403, body: 'invalid host specified' }))
    await expect(connect(forbidden)).rejects.toMatchObject({ exitCode: 3, message: /403|invalid host/ })
    const page = await server(() => ({ body: '<html>' }))
    await expect(connect(page)).rejects.toMatchObject({ exitCode: 3 })
  })

  it('waits for a node that starts late', async () => {
    let asked = 0
    const url = await server((method) => {
      if (asked++ === 0) return { status: 503, body: 'starting' }
      return result(method === 'eth_chainId' ? '0x64aba' : toHex(55n + 51n, { size: 32 }))
    })
    await expect(connect(url, 10)).resolves.toMatchObject({ arbos: 51n })
  })

  it.each(['', 'nitro:8547', 'ws://127.0.0.1:8548', 'http://', 'file:///etc/passwd', 'http://[::'])(
    'takes no URL such as %o',
    async (url) => {
      await expect(connect(url)).rejects.toMatchObject({
        exitCode: 2,
        message: expect.stringMatching(/RPC_URL must be/),
      })
    },
  )

  it('keeps secrets of a URL out of its messages', async () => {
    const url = (await server(() => result('0x1'))).replace('http://', 'http://user:hunter2@')
    const error = await connect(`${url}/key-abc?token=def`).catch((e: Error) => e)
    expect(String(error)).toMatch(/is chain 1\./)
    expect(String(error)).not.toMatch(/hunter2|key-abc|def/)
  })
})
