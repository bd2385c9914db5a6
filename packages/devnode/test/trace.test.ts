import { concat, type Hex, numberToHex } from 'viem'
import { beforeAll, describe, expect, it } from 'vitest'
import { nodeJsTracer } from '../src/node/jsTracer.ts'
import { account, deployEvm, deployProgram, devnodeClients } from './clients.ts'
import { assemble, ECHO, KEEP, RELAY } from './programs.ts'

type Json = Record<string, unknown>
let c: Awaited<ReturnType<typeof devnodeClients>>
let keep: Hex
let relay: Hex
let echo: Hex
/** EVM: SSTORE(0, calldataload(0)), then STATICCALL to the address in slot 1 of calldata, then LOG0. */
let evm: Hex

const word = (n: number | bigint) => numberToHex(n, { size: 32 })
const relayed = (kind: number, target: Hex, data: Hex): Hex =>
  concat([numberToHex(kind, { size: 1 }), target, word(0), data])
const padded = (address: Hex): Hex => `0x${address.slice(2).padStart(64, '0')}`

beforeAll(async () => {
  c = await devnodeClients({ jsTracer: nodeJsTracer })
  keep = await deployProgram(c, await assemble(KEEP))
  relay = await deployProgram(c, await assemble(RELAY))
  echo = await deployProgram(c, await assemble(ECHO))
  const runtime = '5f355f555f5f5f5f6020355afa5060205fa0'
  const size = (runtime.length / 2).toString(16).padStart(2, '0')
  evm = await deployEvm(c, `0x60${size}600a5f3960${size}5ff3${runtime}`)
})

async function send(to: Hex, data: Hex): Promise<Hex> {
  return c.wallet.sendTransaction({ to, data, gas: 2_000_000n })
}
const trace = (hash: Hex, options?: unknown) =>
  c.devnode.request({ method: 'debug_traceTransaction', params: [hash, options] })
const traceCall = (call: unknown, options?: unknown) =>
  c.devnode.request({ method: 'debug_traceCall', params: [call, 'latest', options] })

describe('callTracer', () => {
  it('has the frames of EVM and Stylus contracts, in their types', async () => {
    const hash = await send(evm, concat([word(3), padded(keep)]))
    const top = (await trace(hash, { tracer: 'callTracer' })) as Json
    const receipt = await c.client.getTransactionReceipt({ hash })
    expect(top).toMatchObject({
      type: 'CALL',
      from: account.address.toLowerCase(),
      to: evm,
      gas: numberToHex(2_000_000),
      gasUsed: numberToHex(receipt.gasUsed),
      value: '0x0',
    })
    const [inner] = top.calls as Json[]
    expect(inner).toMatchObject({ type: 'STATICCALL', from: evm, to: keep, output: word(0) })
    expect(inner).not.toHaveProperty('value')
  })

  it.each([
    [0, 'CALL'],
    [1, 'DELEGATECALL'],
    [2, 'STATICCALL'],
  ])('names call kind %i of a program %s', async (kind, type) => {
    const top = (await traceCall(
      { to: relay, data: relayed(kind, keep, '0x') },
      { tracer: 'callTracer' },
    )) as Json
    expect(top.calls).toMatchObject([{ type, from: relay, to: keep }])
  })

  it('places logs between calls', async () => {
    const hash = await send(evm, concat([word(4), padded(keep)]))
    const top = (await trace(hash, { tracer: 'callTracer', tracerConfig: { withLog: true } })) as Json
    expect(top.logs).toEqual([{ address: evm, topics: [], data: word(0), position: '0x1' }])
    const inner = (await traceCall(
      { to: relay, data: relayed(0, keep, word(9)) },
      { tracer: 'callTracer', tracerConfig: { withLog: true } },
    )) as { calls: Json[] }
    expect(inner.calls[0]?.logs).toEqual([{ address: keep, topics: [word(9)], data: '0x', position: '0x0' }])
  })

  it('says why a frame failed', async () => {
    const fail = (data: Hex) =>
      traceCall({ to: relay, data: relayed(0, echo, data), gas: '0x50000' }, { tracer: 'callTracer' })
    expect(await fail('0xff01')).toMatchObject({
      error: 'execution reverted',
      calls: [{ error: 'execution reverted', output: '0xff01' }],
    })
    expect(await fail('0xee')).toMatchObject({ calls: [{ error: 'out of gas' }] })
    expect(await fail('0xdd')).toMatchObject({ calls: [{ error: 'execution reverted' }] })
  })

  it('leaves the rest out when asked for the top alone', async () => {
    const options = { tracer: 'callTracer', tracerConfig: { onlyTopCall: true } }
    expect(await traceCall({ to: relay, data: relayed(0, keep, '0x') }, options)).not.toHaveProperty('calls')
  })

  it('shows creations, failed ones without an address', async () => {
    const made = (await traceCall({ data: '0x60015f5360015ff3' }, { tracer: 'callTracer' })) as Json
    expect(made).toMatchObject({ type: 'CREATE', output: '0x01' })
    expect(made.to).toMatch(/^0x[0-9a-f]{40}$/)
    const failed = await traceCall({ data: '0xfe' }, { tracer: 'callTracer' })
    expect(failed).toMatchObject({ type: 'CREATE', error: 'invalid opcode: opcode 0xfe not defined' })
    expect(failed).not.toHaveProperty('to')
  })

  it('shows what self-destructs', async () => {
    const stateOverrides = { [evm]: { code: '0x60aaff' } }
    expect(await traceCall({ to: evm }, { tracer: 'callTracer', stateOverrides })).toMatchObject({
      calls: [{ type: 'SELFDESTRUCT', from: evm, to: `0x${'aa'.padStart(40, '0')}` }],
    })
  })
})

describe('struct logs', () => {
  it('has every opcode with what it cost', async () => {
    const hash = await send(evm, concat([word(5), padded(keep)]))
    const receipt = await c.client.getTransactionReceipt({ hash })
    const result = (await trace(hash, { enableMemory: true })) as { structLogs: Json[]; gas: number }
    expect(result).toMatchObject({ gas: Number(receipt.gasUsed), failed: false, returnValue: '0x' })
    const logs = result.structLogs
    expect(logs.map((l) => l.op).slice(0, 4)).toEqual(['PUSH0', 'CALLDATALOAD', 'PUSH0', 'SSTORE'])
    const sstore = logs[3]
    expect(sstore).toMatchObject({ depth: 1, pc: 3, stack: ['0x5', '0x0'] })
    expect(sstore?.storage).toEqual({ [word(0).slice(2)]: word(5).slice(2) })
    // what an opcode cost is what is missing before the next, but for what a call gives back
    const call = logs.findIndex((l) => l.op === 'STATICCALL')
    logs.slice(0, -1).forEach((l, i) => {
      const next = logs[i + 1] as { gas: number }
      const spent = (l.gas as number) - next.gas
      if (i === call) expect(l.gasCost).toBeGreaterThan(spent)
      else expect(l.gasCost).toBe(spent)
    })
  })

  it('leaves out what it is told to, and stops at the limit', async () => {
    const data = concat([word(5), padded(keep)])
    const options = { disableStack: true, disableStorage: true, limit: 4 }
    const { structLogs } = (await traceCall({ to: evm, data }, options)) as { structLogs: Json[] }
    expect(structLogs).toHaveLength(4)
    for (const log of structLogs) expect(Object.keys(log)).not.toContain('stack')
    expect(structLogs[3]).not.toHaveProperty('storage')
  })

  it('marks the opcode that failed', async () => {
    const stateOverrides = { [evm]: { code: '0x5ffe' } }
    const { structLogs, failed } = (await traceCall({ to: evm }, { stateOverrides })) as {
      structLogs: Json[]
      failed: boolean
    }
    expect(failed).toBe(true)
    expect(structLogs.at(-1)).toMatchObject({ pc: 1, error: 'invalid opcode: opcode 0xfe not defined' })
  })

  it('gives up on a trace that is too large, and the devnode goes on', async () => {
    const stateOverrides = { [evm]: { code: '0x5b5f5f5f5f50505050600056' } } // loops
    await expect(traceCall({ to: evm }, { stateOverrides })).rejects.toThrow(/trace too large/)
    expect(await c.client.getChainId()).toBe(412346)
    expect((await c.client.call({ to: keep })).data).toBe(word(0))
  })
})

describe('prestateTracer', () => {
  it('shows accounts and slots as they were', async () => {
    await send(keep, word(11))
    const hash = await send(keep, word(12))
    const pre = (await trace(hash, { tracer: 'prestateTracer' })) as Record<string, Json>
    expect(pre[keep]?.storage).toEqual({ [word(0)]: word(11) })
    expect(pre[keep]?.code).toMatch(/^0xeff00000/)
    const sender = pre[account.address.toLowerCase()]
    const tx = await c.client.getTransaction({ hash })
    expect(sender?.nonce).toBe(tx.nonce)
    const before = await c.client.getBalance({ address: account.address, blockNumber: tx.blockNumber - 1n })
    expect(sender?.balance).toBe(numberToHex(before))
  })

  it('shows what changed', async () => {
    const hash = await send(keep, word(13))
    const diff = (await trace(hash, { tracer: 'prestateTracer', tracerConfig: { diffMode: true } })) as {
      pre: Record<string, Json>
      post: Record<string, Json>
    }
    expect(diff.pre[keep]?.storage).toEqual({ [word(0)]: word(12) })
    expect(diff.post[keep]).toEqual({ storage: { [word(0)]: word(13) } })
    const sender = account.address.toLowerCase()
    const tx = await c.client.getTransaction({ hash })
    expect([diff.pre[sender]?.nonce, diff.post[sender]?.nonce]).toEqual([tx.nonce, tx.nonce + 1])
  })
})

/** A tracer in the style of the official tools: nests the host calls of called programs below the call. */
const NESTING = `{
  calls: [], lists: [[]],
  hostio(info) {
    const entry = { name: info.name, args: toHex(info.args), outs: toHex(info.outs), startInk: info.startInk, endInk: info.endInk }
    if (info.name.endsWith('call_contract')) Object.assign(entry, this.calls.pop())
    this.lists.at(-1).push(entry)
  },
  enter(frame) { this.lists.push([]); this.to = toHex(frame.getTo()) },
  exit(result) { this.calls.push({ address: this.to, steps: this.lists.pop() }) },
  fault() {},
  result() { return this.lists[0] },
}`

describe('JavaScript tracers', () => {
  it('see the same host calls as stylusTracer', async () => {
    const hash = await send(relay, relayed(0, keep, word(21)))
    const native = (await trace(hash, { tracer: 'stylusTracer' })) as Json[]
    expect(native.map((s) => s.name)).toContain('call_contract')
    expect(await trace(hash, { tracer: NESTING })).toEqual(native)
  })

  it('see opcodes too, and the context', async () => {
    const tracer = `{
      ops: [], setup(config) { this.limit = JSON.parse(config).limit },
      step(log, db) { if (this.ops.length < this.limit) this.ops.push(log.op.toString() + ':' + log.stack.length() + ':' + log.getGas()) },
      fault(log, db) {},
      result(ctx, db) { return { ops: this.ops, type: ctx.type, to: toHex(ctx.to), gasUsed: ctx.gasUsed, value: ctx.value } },
    }`
    const hash = await send(evm, concat([word(6), padded(keep)]))
    const receipt = await c.client.getTransactionReceipt({ hash })
    const { structLogs } = (await trace(hash)) as { structLogs: { gas: number }[] }
    expect(await trace(hash, { tracer, tracerConfig: { limit: 2 } })).toEqual({
      ops: [`PUSH0:0:${structLogs[0]?.gas}`, `CALLDATALOAD:1:${structLogs[1]?.gas}`],
      type: 'CALL',
      to: evm,
      gasUsed: Number(receipt.gasUsed),
      value: '0',
    })
  })

  it.each([
    ['never ends', '{ result() { for (;;); } }', /timeout/],
    ['throws', '{ result() { throw new Error("ink") } }', /failed: ink/],
    ['throws what throws', '{ result() { throw { get message() { throw 1 } } } }', /failed/],
    ['is no object', '(7)', /must be an object/],
    ['has no result', '{ step() {} }', /result\(\)/],
    ['does not parse', '{ result() { }', /failed/],
    ['reaches for the process', '{ result() { return process.env } }', /process is not defined/],
    [
      'escapes by a constructor',
      '{ result() { return this.constructor.constructor("return process")().pid } }',
      /process is not defined/,
    ],
    ['wants the state', '{ result(ctx, db) { return db.getBalance("0x") } }', /not available/],
  ])(
    'one that %s ends in an error',
    async (_what, tracer, error) => {
      await expect(traceCall({ to: keep }, { tracer })).rejects.toThrow(error)
    },
    20_000,
  )

  it('are refused unless they are asked for, with what to do instead', async () => {
    const plain = await devnodeClients()
    const call = { method: 'debug_traceCall', params: [{ to: keep }, 'latest', { tracer: NESTING }] }
    await expect(plain.devnode.request(call)).rejects.toThrow(/--allow-js-tracers/)
    await expect(plain.devnode.request(call)).rejects.toThrow(/stylusTracer/)
  })
})

describe('tracing', () => {
  it('an EVM call that is refused for want of money leaves nothing behind', async () => {
    // CALL with a value that the contract does not have, as its last opcode
    const stateOverrides = { [evm]: { code: '0x5f5f5f5f60ff60aa61fffff1' } }
    await traceCall({ to: evm }, { tracer: 'stylusTracer', stateOverrides })
    const after = (await traceCall({ to: keep }, { tracer: 'stylusTracer' })) as Json[]
    expect(after[0]?.name).toBe('user_entrypoint')
  })

  it('leaves no mark on the chain', async () => {
    const hash = await send(keep, word(31))
    const before = [await c.client.getBalance({ address: account.address }), await c.client.getBlockNumber()]
    for (const tracer of [undefined, 'stylusTracer', 'callTracer', 'prestateTracer', 'noopTracer'])
      await trace(hash, { tracer })
    expect([
      await c.client.getBalance({ address: account.address }),
      await c.client.getBlockNumber(),
    ]).toEqual(before)
    expect((await c.client.call({ to: keep })).data).toBe(word(31))
  })

  it('finds the state that an old transaction had', async () => {
    const hash = await send(keep, word(41))
    await send(keep, word(42))
    const pre = (await trace(hash, { tracer: 'prestateTracer' })) as Record<string, Json>
    expect(pre[keep]?.storage).toEqual({ [word(0)]: word(31) })
  })

  it('says so where there is nothing to trace', async () => {
    await expect(trace(word(1))).rejects.toThrow('transaction not found')
    const { transactions } = await c.client.getBlock()
    await expect(trace(transactions[0] as Hex)).rejects.toThrow(/ArbOS's own/)
    await expect(trace(transactions[1] as Hex, { tracer: 'fancyTracer' })).rejects.toThrow(/tracer not found/)
  })
})
