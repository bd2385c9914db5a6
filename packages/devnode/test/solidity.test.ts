import {
  type BaseError,
  ContractFunctionRevertedError,
  concat,
  decodeFunctionResult,
  encodeFunctionData,
  getContractAddress,
  type Hex,
  numberToHex,
  parseAbi,
  parseEther,
  parseEventLogs,
  zeroAddress,
} from 'viem'
import { beforeAll, describe, expect, it } from 'vitest'
import { account, type Clients, deployEvm, deployProgram, devnodeClients } from './clients.ts'
import { assemble, KEEP, RELAY } from './programs.ts'
import { compileSolidity } from './solidity.ts'

const SOURCE = `// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

contract Partner {
    uint256 public kept;
    event Pinged(address indexed sender, uint256 value, uint256 x);
    error Refused(uint256 code, string why);

    receive() external payable {}

    function ping(uint256 x) external payable returns (uint256) {
        emit Pinged(msg.sender, msg.value, x);
        return x + 1;
    }
    function keep(uint256 x) external { kept = x; }
    function refuse(uint256 code) external pure { revert Refused(code, "no"); }
    function fail(uint256 x) external pure returns (uint256) { return 1 / (x - x); }
    function burn() external pure { assembly { invalid() } }

    function through(address target, bytes calldata data) external payable returns (bytes memory) {
        (bool ok, bytes memory out) = target.call{value: msg.value}(data);
        return pass(ok, out);
    }
    function throughDelegate(address target, bytes calldata data) external returns (bytes memory) {
        (bool ok, bytes memory out) = target.delegatecall(data);
        return pass(ok, out);
    }
    function throughStatic(address target, bytes calldata data) external view returns (bytes memory) {
        (bool ok, bytes memory out) = target.staticcall(data);
        return pass(ok, out);
    }
    function attempt(address target, bytes calldata data) external returns (bool ok) {
        kept = 7;
        (ok, ) = target.call(data);
    }
    function pass(bool ok, bytes memory out) private pure returns (bytes memory) {
        if (!ok) assembly { revert(add(out, 32), mload(out)) }
        return out;
    }
}

contract Maker {
    event Made(address child);
    function make() external { emit Made(address(new Partner())); }
}`

const KIND = { call: 0, delegate: 1, static: 2 } as const

let c: Clients & Awaited<ReturnType<typeof devnodeClients>>
let abi: Awaited<ReturnType<typeof compileSolidity>>[string]['abi']
let partner: Hex
let other: Hex
let relay: Hex
let keep: Hex
let maker: Hex

beforeAll(async () => {
  const { Partner, Maker } = await compileSolidity(SOURCE)
  c = await devnodeClients()
  abi = Partner?.abi ?? []
  partner = await deployEvm(c, Partner?.bytecode as Hex)
  other = await deployEvm(c, Partner?.bytecode as Hex)
  maker = await deployEvm(c, Maker?.bytecode as Hex)
  relay = await deployProgram(c, await assemble(RELAY))
  keep = await deployProgram(c, await assemble(KEEP))
})

/** Calldata of the relay program. */
const relayed = (kind: keyof typeof KIND, target: Hex, data: Hex, value = 0n): Hex =>
  concat([numberToHex(KIND[kind], { size: 1 }), target, numberToHex(value, { size: 32 }), data])

const calldata = (functionName: string, ...args: unknown[]): Hex =>
  encodeFunctionData({ abi, functionName, args })

const partnerCall = (functionName: string, ...args: unknown[]) =>
  c.client.readContract({ address: partner, abi, functionName, args }) as Promise<Hex>

async function send(to: Hex, data: Hex, value = 0n) {
  const hash = await c.wallet.sendTransaction({ to, data, value })
  return c.client.getTransactionReceipt({ hash })
}

/** Name and arguments of the Solidity error that a call ended in. */
async function errorOf(call: Promise<unknown>): Promise<unknown> {
  const error = await call.then(
    () => undefined,
    (e) => e as BaseError,
  )
  const reverted = error?.walk((e) => e instanceof ContractFunctionRevertedError)
  return reverted instanceof ContractFunctionRevertedError
    ? [reverted.data?.errorName, reverted.data?.args]
    : error
}

describe('Solidity and Stylus contracts together', () => {
  it('Solidity calls a Stylus program, which calls Solidity', async () => {
    const out = await partnerCall('through', relay, relayed('call', other, calldata('ping', 41n)))
    expect(decodeFunctionResult({ abi, functionName: 'ping', data: out })).toBe(42n)
  })

  it('carries value all the way, and senders are who they should be', async () => {
    const value = parseEther('0.5')
    const before = await c.client.getBalance({ address: other })
    const data = calldata('through', relay, relayed('call', other, calldata('ping', 1n), value))
    const receipt = await send(partner, data, value)
    expect(receipt.status).toBe('success')
    const [log] = parseEventLogs({ abi, logs: receipt.logs, eventName: 'Pinged' })
    expect(log).toMatchObject({ address: other })
    expect((log as unknown as { args: unknown }).args).toEqual({
      sender: expect.stringMatching(new RegExp(relay, 'i')),
      value,
      x: 1n,
    })
    expect((await c.client.getBalance({ address: other })) - before).toBe(value)
    expect(await c.client.getBalance({ address: relay })).toBe(0n)
  })

  it('a Solidity error comes back through the program with its arguments', async () => {
    const call = partnerCall('through', relay, relayed('call', other, calldata('refuse', 9n)))
    expect(await errorOf(call)).toEqual(['Refused', [9n, 'no']])
    const panic = partnerCall('through', relay, relayed('call', other, calldata('fail', 1n)))
    expect(await errorOf(panic)).toEqual(['Panic', [18n]])
  })

  it('a caught failure undoes the callee alone and leaves the gas that was kept back', async () => {
    const data = calldata('attempt', relay, relayed('call', other, calldata('burn')))
    const hash = await c.wallet.sendTransaction({ to: partner, data, gas: 3_000_000n })
    const receipt = await c.client.getTransactionReceipt({ hash })
    expect(receipt.status).toBe('success')
    expect(receipt.gasUsed).toBeGreaterThan(2_800_000n) // 63/64 of 63/64 was burned
    expect(await partnerCall('kept')).toBe(7n)
  })

  it('Solidity delegates to a program, which then writes the slots of its caller', async () => {
    const word = numberToHex(123n, { size: 32 })
    const receipt = await send(partner, calldata('throughDelegate', keep, word))
    expect(receipt.logs.map((l) => [l.address, l.topics])).toEqual([[partner, [word]]])
    expect(await partnerCall('kept')).toBe(123n)
    expect(await c.client.getStorageAt({ address: keep, slot: '0x0' })).toBe(numberToHex(0, { size: 32 }))
    expect(await partnerCall('throughDelegate', keep, '0x')).toBe(word)
  })

  it('a program delegates to Solidity, which then writes the slots of the program', async () => {
    await send(relay, relayed('delegate', other, calldata('keep', 77n)))
    expect(await c.client.getStorageAt({ address: relay, slot: '0x0' })).toBe(numberToHex(77n, { size: 32 }))
    expect(await c.client.readContract({ address: other, abi, functionName: 'kept' })).toBe(0n)
  })

  it('static calls forbid writing on either side', async () => {
    const word = numberToHex(5n, { size: 32 })
    await expect(partnerCall('throughStatic', keep, word)).rejects.toThrow(/reverted/)
    expect(await partnerCall('throughStatic', keep, '0x')).toBe(numberToHex(0n, { size: 32 }))
    await expect(
      c.client.call({ to: relay, data: relayed('static', other, calldata('keep', 1n)) }),
    ).rejects.toThrow(/reverted/)
    const read = await c.client.call({ to: relay, data: relayed('static', other, calldata('kept')) })
    expect(read.data).toBe(numberToHex(0n, { size: 32 }))
  })

  it('estimates are enough, both ways', async () => {
    for (const [to, data] of [
      [partner, calldata('through', relay, relayed('call', other, calldata('ping', 1n)))],
      [relay, relayed('call', partner, calldata('through', keep, numberToHex(8n, { size: 32 })))],
    ] as const) {
      const gas = await c.client.estimateGas({ account, to, data })
      const hash = await c.wallet.sendTransaction({ to, data, gas })
      const receipt = await c.client.getTransactionReceipt({ hash })
      expect(receipt.status).toBe('success')
      expect(Number(gas)).toBeLessThan(Number(receipt.gasUsed) * 1.1)
    }
  })

  it('sends plain value into Solidity, and refuses it where nothing receives', async () => {
    expect((await send(partner, '0x', 3n)).status).toBe('success')
    await expect(c.wallet.sendTransaction({ to: maker, value: 3n })).rejects.toThrow(/reverted/)
  })

  it('a contract makes a contract', async () => {
    const { logs } = await send(maker, encodeFunctionData({ abi: parseAbi(['function make()']) }))
    const child = `0x${logs[0]?.data.slice(26)}` as Hex
    expect(child).toBe(getContractAddress({ from: maker, nonce: 1n }).toLowerCase())
    expect(await c.client.readContract({ address: child, abi, functionName: 'kept' })).toBe(0n)
  })

  it('callTracer shows who called whom', async () => {
    const data = calldata('through', relay, relayed('call', other, calldata('ping', 2n)))
    const { transactionHash, gasUsed } = await send(partner, data)
    type Call = { type: string; from: Hex; to: Hex; gasUsed: Hex; calls?: Call[]; logs?: unknown[] }
    const top = (await c.client.request({
      method: 'debug_traceTransaction' as never,
      params: [transactionHash, { tracer: 'callTracer', tracerConfig: { withLog: true } }] as never,
    })) as Call
    const chain: unknown[] = []
    for (let call: Call | undefined = top; call; call = call.calls?.[0])
      chain.push([call.type, call.from, call.to])
    expect(chain).toEqual([
      ['CALL', account.address.toLowerCase(), partner],
      ['CALL', partner, relay],
      ['CALL', relay, other],
    ])
    expect(BigInt(top.gasUsed)).toBe(gasUsed)
    expect(top.calls?.[0]?.calls?.[0]?.logs).toHaveLength(1)
    expect(top.logs).toBeUndefined()
  })

  it('a contract that asks for the price of blobs fails: there are none', async () => {
    const stateOverride = [{ address: maker, code: '0x4a5f5260205ff3' as Hex }]
    await expect(c.client.call({ to: maker, stateOverride })).rejects.toThrow(/invalid opcode/)
  })

  it('nothing there answers with nothing', async () => {
    expect(await partnerCall('through', zeroAddress, '0x1234')).toBe('0x')
  })
})
