import { connect, createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { createDevnode } from '../src/index.ts'
import { type Served, serve } from '../src/server.ts'

let served: Served
beforeAll(async () => {
  served = await serve(await createDevnode(), { port: 0, allowHosts: ['Abc-8547.app.github.dev'] })
})
afterAll(() => served.close())

type Message = { id?: unknown; result?: unknown; error?: { code: number }; params?: { subscription: string } }

async function open(headers: Record<string, string> = {}) {
  const socket = new WebSocket(served.wsUrl, { headers })
  const messages: Message[] = []
  const waiting: (() => void)[] = []
  socket.on('message', (data) => {
    messages.push(JSON.parse(String(data)))
    for (const wake of waiting.splice(0)) wake()
  })
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  const next = async (count: number): Promise<Message[]> => {
    while (messages.length < count) await new Promise<void>((resolve) => waiting.push(resolve))
    return messages
  }
  return {
    socket,
    next,
    messages,
    ask: (m: unknown) => socket.send(typeof m === 'string' ? m : JSON.stringify(m)),
  }
}
const call = (id: number, method: string, params: unknown[] = []) => ({ jsonrpc: '2.0', id, method, params })

describe('JSON-RPC over WebSocket', () => {
  it('answers, and batches too', async () => {
    const { ask, next, socket } = await open()
    ask(call(1, 'eth_chainId'))
    ask([call(2, 'net_version'), call(3, 'nope')])
    const [one, batch] = (await next(2)) as [Message, unknown]
    expect(one).toEqual({ jsonrpc: '2.0', id: 1, result: '0x64aba' })
    expect(batch).toMatchObject([
      { id: 2, result: '412346' },
      { id: 3, error: { code: -32601 } },
    ])
    socket.close()
  })

  it('tells a subscription’s id before what happens to it', async () => {
    const { ask, next, socket, messages } = await open()
    ask(call(1, 'eth_subscribe', ['newHeads']))
    ask(call(2, 'evm_mine'))
    const [first, , third] = await next(3)
    const note = messages.find((m) => m.params) as Message
    expect(first?.id).toBe(1)
    expect(note.params?.subscription).toBe(first?.result)
    expect([first, third].includes(note) || messages[1] === note).toBe(true)
    ask(call(3, 'eth_unsubscribe', [first?.result]))
    ask(call(4, 'evm_mine'))
    await next(5)
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(messages.filter((m) => m.params)).toHaveLength(1)
    socket.close()
  })

  it.each([
    ['unsubscribing from nothing', 'eth_unsubscribe', ['0x1']],
    ['an unknown kind', 'eth_subscribe', ['syncing']],
    ['no kind', 'eth_subscribe', []],
    ['a malformed filter', 'eth_subscribe', ['logs', { address: 5 }]],
  ])('refuses %s', async (_what, method, params) => {
    const { ask, next, socket } = await open()
    ask(call(1, method, params))
    expect((await next(1))[0]?.error?.code).toBeLessThan(0)
    socket.close()
  })

  it('refuses subscriptions over HTTP', async () => {
    const body = JSON.stringify(call(1, 'eth_subscribe', ['newHeads']))
    const res = await fetch(served.url, { method: 'POST', body })
    expect(((await res.json()) as Message).error?.code).toBe(-32601)
  })

  it.each(['', '{', '7', '[]', '{"method":5}'])('answers garbage with an error: %s', async (text) => {
    const { ask, next, socket } = await open()
    ask(text)
    expect((await next(1))[0]?.error?.code).toBeLessThan(0)
    socket.close()
  })

  it('answers a binary message with an error', async () => {
    const { socket, next } = await open()
    socket.send(new Uint8Array([1, 2, 3]))
    expect((await next(1))[0]?.error?.code).toBe(-32700)
    socket.close()
  })

  it.each([[{ host: 'evil.example' }], [{ origin: 'https://evil.example' }], [{ origin: 'null' }]])(
    'refuses %o',
    async (headers) => {
      await expect(open(headers as Record<string, string>)).rejects.toThrow(/403/)
    },
  )

  it.each([[{ host: 'abc-8547.app.github.dev' }], [{ origin: 'http://localhost:5173' }]])(
    'lets %o in',
    async (headers) => {
      const { socket } = await open(headers as Record<string, string>)
      socket.close()
    },
  )

  it('closes a connection that sends too much', async () => {
    const { socket, ask } = await open()
    const code = new Promise((resolve) => socket.once('close', resolve))
    ask('x'.repeat(6 * 1024 * 1024))
    expect(await code).toBe(1009)
  })

  it('limits connections', async () => {
    const all = await Promise.all(Array.from({ length: 64 }, () => open()))
    await expect(open()).rejects.toThrow(/503/)
    for (const { socket } of all) socket.terminate()
    await expect
      .poll(() =>
        open().then(
          (c) => c.socket.terminate(),
          () => 'full',
        ),
      )
      .toBeUndefined()
  })

  it('survives a client that goes away in the middle', async () => {
    const raw = connect(served.port, '127.0.0.1')
    raw.write('GET / HTTP/1.1\r\nhost: localhost\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n')
    raw.destroy()
    const { ask, next, socket } = await open()
    ask(call(1, 'eth_chainId'))
    expect((await next(1))[0]?.result).toBe('0x64aba')
    socket.close()
  })
})

describe('ports and pages', () => {
  it('serves on one port where the next one is taken', async () => {
    const devnode = await createDevnode()
    const first = await serve(devnode, { port: 0 })
    const { port } = first
    await first.close()
    const blocker = createServer()
    await new Promise<void>((resolve) => blocker.listen(port + 1, '127.0.0.1', resolve))
    const one = await serve(devnode, { port })
    expect(one.secondPort).toBeUndefined()
    await one.close()
    blocker.close()
  })

  it('lets a page of an allowed origin read answers', async () => {
    const origin = 'http://localhost:5173'
    const preflight = await fetch(served.url, { method: 'OPTIONS', headers: { origin } })
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([204, origin])
    const post = await fetch(served.url, {
      method: 'POST',
      headers: { origin },
      body: JSON.stringify(call(1, 'eth_chainId')),
    })
    expect(post.headers.get('access-control-allow-origin')).toBe(origin)
    const foreign = await fetch(served.url, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example' },
    })
    expect([foreign.status, foreign.headers.get('access-control-allow-origin')]).toEqual([403, null])
  })

  it('takes many requests at once', async () => {
    const body = JSON.stringify(call(1, 'eth_blockNumber'))
    const all = await Promise.all(
      Array.from({ length: 400 }, () => fetch(served.url, { method: 'POST', body }).then((r) => r.status)),
    )
    expect(new Set(all)).toEqual(new Set([200]))
  })
})
