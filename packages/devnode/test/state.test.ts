import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { canonicalise } from '@inkling/wasm'
import { compress } from '@inkling/wasm/brotli'
import { concat, type Hex, hexToBytes, http, keccak256, numberToHex, toBytes, toHex } from 'viem'
import { afterEach, describe, expect, it } from 'vitest'
import wabt from 'wabt'
import { dumpChain, loadChain } from '../src/chain/dump.ts'
import { createDevnode } from '../src/index.ts'
import { account, clientsOver, deployEvm, deployProgram, devnodeClients, initCode } from './clients.ts'
import { assemble, ECHO, KEEP } from './programs.ts'

const word = (n: number) => numberToHex(n, { size: 32 })
const folder = mkdtempSync(path.join(tmpdir(), 'devnode-state-'))
const running: ChildProcess[] = []
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true })
})

/** The command, until it says that it is ready or ends. */
async function devnode(...args: string[]) {
  const cli = path.join(import.meta.dirname, '../src/cli.ts')
  const child = spawn(process.execPath, ['--no-warnings', cli, '--port', '0', ...args])
  running.push(child)
  let output = ''
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk
        if (output.includes('Ctrl-C')) resolve()
      })
  })
  await Promise.race([ready, exit])
  const url = /http:\S+/.exec(output)?.[0] ?? ''
  return {
    url,
    clients: clientsOver(http(url, { retryCount: 0 })),
    output: () => output,
    stop: () => {
      child.kill('SIGTERM')
      return exit
    },
    exit,
  }
}

describe('--state', () => {
  it('keeps the chain from run to run', async () => {
    const file = path.join(folder, 'chain.json')
    const first = await devnode('--state', file)
    const keep = await deployProgram(first.clients, await assemble(KEEP))
    const hash = await first.clients.wallet.sendTransaction({ to: keep, data: word(5) })
    const receipt = await first.clients.client.getTransactionReceipt({ hash })
    await first.clients.test.increaseTime({ seconds: 1_000_000 })
    await first.clients.test.mine({ blocks: 1 })
    const time = (await first.clients.client.getBlock()).timestamp
    expect(await first.stop()).toBe(0)
    expect(readdirSync(folder)).toEqual(['chain.json'])

    const second = await devnode('--state', file)
    const { client, wallet } = second.clients
    expect(second.output()).toContain('block 4')
    expect((await client.call({ to: keep })).data).toBe(word(5))
    expect(await client.getTransactionReceipt({ hash })).toEqual(receipt)
    await wallet.sendTransaction({ to: keep, data: word(6) })
    expect((await client.call({ to: keep })).data).toBe(word(6))
    expect((await client.getBlock()).timestamp).toBeGreaterThanOrEqual(time)
    expect(await second.stop()).toBe(0)
  })

  it.each([
    ['cut off', (text: string) => text.slice(0, text.length / 2)],
    ['changed in one digit', (text: string) => text.replace('"nonce":{"$n":"0x0"}', '"nonce":{"$n":"0x1"}')],
    ['of something else', () => '{"hello":"world"}'],
    ['empty', () => ''],
  ])('puts a file that is %s aside and says so', async (_what, damage) => {
    const file = path.join(folder, 'chain.json')
    const bad = damage(dumpChain((await createDevnode()).chain))
    writeFileSync(file, bad)
    const refused = await devnode('--state', file)
    expect(await refused.exit).toBe(3)
    expect(refused.output()).toMatch(/can't be used.*chain\.json\.damaged-1.*Start again/s)
    expect(readdirSync(folder)).toEqual(['chain.json.damaged-1'])
    expect(readFileSync(path.join(folder, 'chain.json.damaged-1'), 'utf8')).toBe(bad)
  })

  it('refuses a chain of another ArbOS version and leaves its file alone', async () => {
    const file = path.join(folder, 'chain.json')
    const text = dumpChain((await createDevnode({ arbos: 60 })).chain)
    writeFileSync(file, text)
    const refused = await devnode('--state', file)
    expect(await refused.exit).toBe(3)
    expect(refused.output()).toContain('start with --arbos 60')
    expect(readFileSync(file, 'utf8')).toBe(text)
  })

  it('asks for the folder before it starts', async () => {
    const refused = await devnode('--state', path.join(folder, 'nowhere', 'chain.json'))
    expect(await refused.exit).toBe(3)
    expect(refused.output()).toContain('There is no folder')
  })
})

describe('dump and load', () => {
  it('programs in fragments run after a load (ArbOS 60)', async () => {
    const module = (await wabt()).parseWat('test.wat', ECHO)
    const wasm = canonicalise(module.toBinary({}).buffer)
    const stream = compress(wasm).subarray(4)
    const c = await devnodeClients({ arbos: 60 })
    const half = stream.length >> 1
    const parts: Hex[] = []
    for (const part of [stream.subarray(0, half), stream.subarray(half)])
      parts.push(await deployEvm(c, initCode(hexToBytes(concat(['0xeff001', toHex(part)])))))
    const root = concat(['0xeff00200', numberToHex(wasm.length, { size: 4 }), ...parts])
    const address = await deployProgram(c, hexToBytes(root))
    expect((await c.client.call({ to: address, data: '0x1234' })).data).toBe('0x1234')

    const fresh = await devnodeClients({ arbos: 60 })
    loadChain(fresh.devnode.chain, dumpChain(c.devnode.chain))
    expect((await fresh.client.call({ to: address, data: '0x1234' })).data).toBe('0x1234')
    const gas = (n: typeof c) => n.client.estimateGas({ account, to: address, data: '0x1234' })
    expect(await gas(fresh)).toBe(await gas(c))
  })

  it('a dump of a loaded chain is the same text', async () => {
    const c = await devnodeClients()
    await deployProgram(c, await assemble(KEEP))
    const text = dumpChain(c.devnode.chain)
    const fresh = await createDevnode()
    loadChain(fresh.chain, text)
    expect(dumpChain(fresh.chain)).toBe(text)
  })

  it('takes nothing over from the chain that was there', async () => {
    const [empty, used] = [await devnodeClients(), await devnodeClients()]
    const keep = await deployProgram(used, await assemble(KEEP))
    await used.wallet.sendTransaction({ to: keep, data: word(1) })
    loadChain(used.devnode.chain, dumpChain(empty.devnode.chain))
    expect(await used.client.getBlockNumber()).toBe(0n)
    expect(await used.client.getCode({ address: keep })).toBeUndefined()
    expect(await used.client.getStorageAt({ address: keep, slot: '0x0' })).toBe(word(0))
    expect(await used.client.getTransactionCount({ address: account.address })).toBe(0)
  })

  it('refuses a hand-made state with a digest, and changes nothing', async () => {
    const c = await devnodeClients()
    const signed = (body: unknown): Hex => {
      const text = JSON.stringify(body)
      const digest = keccak256(toBytes(text)).slice(2)
      return toHex(`{"format":"inkling-devnode-state","version":1,"digest":"${digest}","body":${text}}\n`)
    }
    const good = JSON.parse(dumpChain(c.devnode.chain)).body
    const before = dumpChain(c.devnode.chain)
    for (const change of [
      { accounts: null },
      { accounts: { zz: {} } },
      { accounts: { ['aa'.repeat(20)]: { nonce: 1, balance: { $n: '0x1' }, codeHash: '00'.repeat(32) } } },
      { codes: { ['00'.repeat(32)]: 'x' } },
      { storage: { ['aa'.repeat(20)]: { ['00'.repeat(32)]: { $b: '01' } } } },
      { arbosState: {} },
      { arbosState: { ...good.arbosState, params: { ...good.arbosState.params, inkPrice: 0 } } },
      { arbosState: { ...good.arbosState, 'program/x': {} } },
      { arbosState: { ...good.arbosState, chainOwners: [7] } },
      { blocks: [] },
      { blocks: [{ ...good.blocks[0], number: { $n: '0x7' } }] },
      { timeOffset: { $n: 'many' } },
      { chainId: 1 },
    ]) {
      const state = signed({ ...good, ...change })
      await expect(c.test.loadState({ state })).rejects.toThrow(/can't be used/)
    }
    await expect(c.test.loadState({ state: signed(7) })).rejects.toThrow(/can't be used/)
    await expect(c.test.loadState({ state: '0x' })).rejects.toThrow(/can't be used/)
    expect(dumpChain(c.devnode.chain)).toBe(before)
    expect(await c.test.loadState({ state: signed(good) })).toBeUndefined()
  })
})

describe('the command', () => {
  it.each([
    [['--port', 'x'], 2, /--port takes a number/],
    [['--nope'], 2, /--allow-js-tracers/],
    [['--arbos', '12'], 3, /no profile for ArbOS 12/],
  ])('%j ends with %i', async (args, code, text) => {
    const ended = await devnode(...args)
    expect(await ended.exit).toBe(code)
    expect(ended.output()).toMatch(text)
  })

  it('runs JavaScript tracers when told to', async () => {
    const { url, stop, output } = await devnode('--allow-js-tracers')
    const body = JSON.stringify({
      id: 1,
      method: 'debug_traceCall',
      params: [{ to: account.address }, 'latest', { tracer: '{ result() { return 7 } }' }],
    })
    expect(await (await fetch(url, { method: 'POST', body })).json()).toMatchObject({ result: 7 })
    expect(output()).toContain('JavaScript tracers are on')
    await stop()
  })
})
