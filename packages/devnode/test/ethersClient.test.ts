import {
  type Contract,
  ContractFactory,
  isError,
  JsonRpcProvider,
  type Log,
  NonceManager,
  parseEther,
  toBeHex,
  verifyMessage,
  verifyTypedData,
  Wallet,
  WebSocketProvider,
} from 'ethers'
import { http } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDevnode, DEV_PRIVATE_KEY, TEST_PRIVATE_KEYS } from '../src/index.ts'
import { type Served, serve } from '../src/server.ts'
import { clientsOver, deployProgram } from './clients.ts'
import { assemble, KEEP } from './programs.ts'
import { compileSolidity } from './solidity.ts'

const SOURCE = `// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;
contract Counter {
    uint256 public count;
    event Counted(address indexed by, uint256 count);
    error TooMany(uint256 limit);
    constructor(uint256 start) payable { count = start; }
    function add(uint256 n) external {
        if (n > 10) revert TooMany(10);
        count += n;
        emit Counted(msg.sender, count);
    }
}`

let served: Served
let provider: JsonRpcProvider
let keep: string
beforeAll(async () => {
  served = await serve(await createDevnode(), { port: 0 })
  provider = new JsonRpcProvider(served.url, undefined, { pollingInterval: 20 })
  keep = await deployProgram(clientsOver(http(served.url)), await assemble(KEEP))
})
afterAll(async () => {
  provider.destroy()
  await served.close()
})

describe('ethers 6', () => {
  it('reads the chain', async () => {
    expect((await provider.getNetwork()).chainId).toBe(412346n)
    const fees = await provider.getFeeData()
    expect([fees.gasPrice, fees.maxPriorityFeePerGas]).toEqual([100_000_000n, 0n])
    const block = await provider.getBlock('latest', false)
    expect(block?.transactions).toHaveLength(2)
    const receipts = await Promise.all(
      (block?.transactions ?? []).map((h) => provider.getTransactionReceipt(h)),
    )
    expect(receipts.map((r) => r?.type)).toEqual([0x6a, 2])
    expect(await provider.getStorage(keep, 0)).toBe(toBeHex(0, 32))
  })

  it('deploys and uses a contract with a wallet of its own', async () => {
    const signer = new NonceManager(new Wallet(DEV_PRIVATE_KEY, provider))
    const { Counter } = await compileSolidity(SOURCE)
    const factory = new ContractFactory(Counter?.abi as never, Counter?.bytecode ?? '', signer)
    const counter = (await factory.deploy(5, { value: 1n })) as Contract
    await counter.waitForDeployment()
    const receipt = await (await counter.getFunction('add')(3)).wait()
    expect(await counter.getFunction('count')()).toBe(8n)
    expect(receipt.logs[0].args.toArray()).toEqual([await signer.getAddress(), 8n])
    expect(await counter.queryFilter('Counted')).toHaveLength(1)
    const error = await counter
      .getFunction('add')
      .staticCall(11)
      .catch((e: unknown) => e)
    expect(isError(error, 'CALL_EXCEPTION') && [error.revert?.name, [...(error.revert?.args ?? [])]]).toEqual(
      ['TooMany', [10n]],
    )
  })

  it('signs with the accounts of the node', async () => {
    const signer = await provider.getSigner(1)
    expect(await signer.getAddress()).toBe(new Wallet(TEST_PRIVATE_KEYS[0]).address)
    const sent = await signer.sendTransaction({ to: keep, data: toBeHex(7, 32) })
    expect((await sent.wait())?.logs[0]?.topics).toEqual([toBeHex(7, 32)])
    expect(await provider.call({ to: keep })).toBe(toBeHex(7, 32))
    const message = 'ink on paper'
    expect(verifyMessage(message, await signer.signMessage(message))).toBe(signer.address)
    const domain = { name: 'Mail', chainId: 412346 }
    const types = { Mail: [{ name: 'body', type: 'string' }] }
    const value = { body: 'hello' }
    const signature = await signer.signTypedData(domain, types, value)
    expect(verifyTypedData(domain, types, value, signature)).toBe(signer.address)
  })

  it('says that money is missing, in words ethers knows', async () => {
    const poor = Wallet.createRandom().connect(provider)
    const error = await poor.sendTransaction({ to: keep, value: parseEther('1') }).catch((e: unknown) => e)
    expect(isError(error, 'INSUFFICIENT_FUNDS') || isError(error, 'CALL_EXCEPTION')).toBe(true)
    const wallet = new Wallet(TEST_PRIVATE_KEYS[1], provider)
    const stale = {
      to: keep,
      gasLimit: 100_000,
      maxFeePerGas: 10n ** 9n,
      maxPriorityFeePerGas: 0n,
      chainId: 412346,
    }
    await (await wallet.sendTransaction({ ...stale, nonce: 0 })).wait()
    const old = await wallet.sendTransaction({ ...stale, nonce: 0, value: 1n }).catch((e: unknown) => e)
    expect(isError(old, 'NONCE_EXPIRED')).toBe(true)
  })

  it('hears of blocks and logs over WebSocket', async () => {
    const ws = new WebSocketProvider(served.wsUrl)
    const heads: number[] = []
    const topics: string[] = []
    await ws.on('block', (n: number) => heads.push(n))
    await ws.on({ address: keep }, (log: Log) => topics.push(...log.topics))
    await ws.getBlockNumber()
    await new Promise((resolve) => setTimeout(resolve, 50))
    const sent = await (await provider.getSigner(1)).sendTransaction({ to: keep, data: toBeHex(9, 32) })
    const receipt = await sent.wait()
    await expect.poll(() => heads).toContain(receipt?.blockNumber)
    await expect.poll(() => topics).toEqual([toBeHex(9, 32)])
    await ws.destroy()
  })

  it('has its batches answered', async () => {
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, i) => provider.getBalance(toBeHex(i + 1, 20))),
    )
    expect(all).toHaveLength(50)
  })
})
