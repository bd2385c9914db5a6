import {
  createPublicClient,
  createTestClient,
  createWalletClient,
  encodeFunctionData,
  getContractAddress,
  type Hex,
  hashTypedData,
  http,
  keccak256,
  numberToHex,
  parseAbi,
  parseEther,
  parseGwei,
  parseSignature,
  recoverMessageAddress,
  recoverTypedDataAddress,
  serializeTransaction,
  toHex,
  webSocket,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDevnode, TEST_PRIVATE_KEYS } from '../src/index.ts'
import { type Served, serve } from '../src/server.ts'
import { devnodeTransport, stylusDevChain } from '../src/viem.ts'
import { account, type Clients, clientsOver, deployProgram } from './clients.ts'
import { assemble, KEEP } from './programs.ts'

let served: Served
let c: Clients
let keep: Hex
const second = privateKeyToAccount(TEST_PRIVATE_KEYS[0])
const third = privateKeyToAccount(TEST_PRIVATE_KEYS[1])
const nobody = '0x00000000000000000000000000000000000000aa'

beforeAll(async () => {
  const devnode = await createDevnode()
  served = await serve(devnode, { port: 0 })
  // the port after a free one may be taken
  for (let tries = 0; served.secondPort === undefined && tries < 10; tries++) {
    await served.close()
    served = await serve(devnode, { port: 0 })
  }
  c = clientsOver(http(served.url, { retryCount: 0 }))
  keep = await deployProgram(c, await assemble(KEEP))
})
afterAll(() => served.close())

const word = (n: number | bigint) => numberToHex(n, { size: 32 })
const set = (n: number, wallet = c.wallet) => wallet.sendTransaction({ to: keep, data: word(n) })

describe('viem public client over HTTP', () => {
  it('reads the chain', async () => {
    expect(await c.client.getChainId()).toBe(412346)
    const block = await c.client.getBlock({ includeTransactions: true })
    expect(block.baseFeePerGas).toBe(100_000_000n)
    expect(block.transactions.map((t) => t.typeHex)).toEqual(['0x6a', '0x2'])
    expect(await c.client.getBlockTransactionCount()).toBe(2)
    expect(await c.client.getTransaction({ blockTag: 'latest', index: 1 })).toMatchObject({
      from: account.address.toLowerCase(),
    })
    expect(await c.client.getGasPrice()).toBe(100_000_000n)
    expect(await c.client.estimateMaxPriorityFeePerGas()).toBe(0n)
    expect(await c.client.getCode({ address: keep })).toMatch(/^0xeff00000/)
    await expect(c.client.getProof({ address: keep, storageKeys: [] })).rejects.toThrow(/no state trie/)
  })

  it('gives fee history with percentiles', async () => {
    const history = await c.client.getFeeHistory({ blockCount: 3, rewardPercentiles: [10, 50, 90] })
    expect(history.baseFeePerGas).toHaveLength(4)
    expect(history.reward).toHaveLength(3)
    expect(history.reward?.flat()).toEqual(Array(9).fill(0n))
    expect(history.gasUsedRatio.every((r) => r >= 0 && r <= 1)).toBe(true)
    expect(history.gasUsedRatio.some((r) => r > 0)).toBe(true)
  })

  it('has receipts with the fields of an Arbitrum node and blooms that find their logs', async () => {
    const receipt = await c.client.getTransactionReceipt({ hash: await set(1) })
    expect(receipt).toMatchObject({
      status: 'success',
      type: 'eip1559',
      transactionIndex: 1,
      effectiveGasPrice: 100_000_000n,
      gasUsedForL1: '0x0',
      l1BlockNumber: '0x0',
      cumulativeGasUsed: receipt.gasUsed,
    })
    const block = await c.client.getBlock({ blockHash: receipt.blockHash })
    for (const bloom of [receipt.logsBloom, block.logsBloom]) {
      expect(inBloom(bloom as Hex, keep)).toBe(true)
      expect(inBloom(bloom as Hex, word(1))).toBe(true)
      expect(inBloom(bloom as Hex, word(2))).toBe(false)
    }
    const all = (await c.client.request({
      method: 'eth_getBlockReceipts' as never,
      params: [block.hash] as never,
    })) as { type: string; gasUsed: Hex }[]
    expect(all.map((r) => r.type)).toEqual(['0x6a', '0x2'])
    expect(all[0]?.gasUsed).toBe('0x0')
  })

  it('sends legacy, 2930, 1559 and 7702 transactions', async () => {
    const to = nobody
    const gas = 100_000n
    for (const tx of [
      { type: 'legacy', gasPrice: parseGwei('1') },
      { type: 'eip2930', gasPrice: parseGwei('1'), accessList: [{ address: keep, storageKeys: [word(0)] }] },
      { type: 'eip1559', maxFeePerGas: parseGwei('1'), maxPriorityFeePerGas: 1n },
    ] as const) {
      const hash = await c.wallet.sendTransaction({ to, gas, value: 1n, ...tx } as never)
      expect((await c.client.getTransaction({ hash })).type).toBe(tx.type)
    }
    const serialized = serializeTransaction({ to, gas, gasPrice: parseGwei('1'), nonce: 0 }) // no chain id
    const signature = await second.sign({ hash: keccak256(serialized) })
    const { r, s, v } = parseSignature(signature)
    const raw = serializeTransaction(
      { to, gas, gasPrice: parseGwei('1'), nonce: 0 },
      { r, s, v: v as bigint },
    )
    const hash = await c.client.sendRawTransaction({ serializedTransaction: raw })
    const old = await c.client.getTransaction({ hash })
    expect([old.from, old.chainId]).toEqual([second.address.toLowerCase(), undefined])
  })

  it('delegates an account to a program (EIP-7702)', async () => {
    const wallet = createWalletClient({ chain: stylusDevChain, transport: http(served.url), account: third })
    const authorization = await wallet.signAuthorization({ contractAddress: keep, executor: 'self' })
    const hash = await wallet.sendTransaction({
      authorizationList: [authorization],
      to: third.address,
      data: word(9),
    })
    const tx = await c.client.getTransaction({ hash })
    expect(tx.type).toBe('eip7702')
    expect(tx.authorizationList?.[0]).toMatchObject({ address: keep, chainId: 412346 })
    expect((await c.client.getTransactionReceipt({ hash })).status).toBe('success')
    expect(await c.client.getCode({ address: third.address })).toBe(`0xef0100${keep.slice(2)}`)
    expect(await c.client.getStorageAt({ address: third.address, slot: '0x0' })).toBe(word(9))
  })

  it('finds logs by range, address and topic', async () => {
    const from = await c.client.getBlockNumber()
    for (const n of [21, 22, 21]) await set(n)
    const logs = (topics: (Hex | Hex[] | null)[]) =>
      c.client.request({
        method: 'eth_getLogs',
        params: [{ address: keep, topics, fromBlock: numberToHex(from + 1n), toBlock: 'latest' }],
      })
    expect(await logs([word(21)])).toHaveLength(2)
    expect(await logs([[word(21), word(22)]])).toHaveLength(3)
    expect(await logs([null])).toHaveLength(3)
    expect(await logs([null, null])).toHaveLength(0)
  })

  it('watches by filters', async () => {
    const blocks = await c.client.createBlockFilter()
    const pending = await c.client.createPendingTransactionFilter()
    const events = (await c.client.request({
      method: 'eth_newFilter',
      params: [{ address: keep }],
    })) as Hex
    const [a, b] = [await set(31), await set(32)]
    expect(await c.client.getFilterChanges({ filter: blocks })).toHaveLength(2)
    expect(await c.client.getFilterChanges({ filter: blocks })).toHaveLength(0)
    expect(await c.client.getFilterChanges({ filter: pending })).toEqual([a, b])
    const changes = () => c.client.request({ method: 'eth_getFilterChanges', params: [events] })
    expect(await changes()).toHaveLength(2)
    expect(await changes()).toHaveLength(0)
    expect(await c.client.uninstallFilter({ filter: blocks })).toBe(true)
    expect(await c.client.uninstallFilter({ filter: blocks })).toBe(false)
    await expect(c.client.getFilterChanges({ filter: blocks })).rejects.toThrow(/filter not found/)
  })

  it('makes access lists that make a call cheaper to the gas', async () => {
    const { accessList, gasUsed } = await c.client.createAccessList({ account, to: keep, data: word(41) })
    expect(accessList).toEqual([{ address: keep, storageKeys: [word(0)] }])
    const hash = await c.wallet.sendTransaction({ to: keep, data: word(41), accessList })
    expect((await c.client.getTransactionReceipt({ hash })).gasUsed).toBe(gasUsed)
  })

  it('takes state and block overrides', async () => {
    const { data } = await c.client.call({
      to: keep,
      stateOverride: [{ address: keep, stateDiff: [{ slot: word(0), value: word(99) }] }],
    })
    expect(data).toBe(word(99))
    const number = await c.client.call({
      to: '0x0000000000000000000000000000000000000064',
      data: encodeFunctionData({ abi: parseAbi(['function arbBlockNumber()']) }),
      blockOverrides: { number: 5000n },
    })
    expect(number.data).toBe(word(5000))
    // TIMESTAMP; PUSH0; MSTORE; 32; PUSH0; RETURN
    const time = await c.client.call({
      to: nobody,
      stateOverride: [{ address: nobody, code: '0x425f5260205ff3' }],
      blockOverrides: { time: 77n },
    })
    expect(time.data).toBe(word(77))
  })

  it('answers NodeInterface', async () => {
    const abi = parseAbi([
      'function gasEstimateComponents(address to, bool contractCreation, bytes data) returns (uint64 gasEstimate, uint64 gasEstimateForL1, uint256 baseFee, uint256 l1BaseFeeEstimate)',
      'function gasEstimateL1Component(address to, bool contractCreation, bytes data) returns (uint64, uint256, uint256)',
      'function l2BlockRangeForL1(uint64) view returns (uint64, uint64)',
    ])
    const address = '0x00000000000000000000000000000000000000C8'
    const args = [keep, false, word(1)] as const
    const { result } = await c.client.simulateContract({
      address,
      abi,
      functionName: 'gasEstimateComponents',
      args,
    })
    expect(result).toEqual([await c.client.estimateGas({ to: keep, data: word(1) }), 0n, 100_000_000n, 0n])
    const l1 = await c.client.simulateContract({ address, abi, functionName: 'gasEstimateL1Component', args })
    expect(l1.result).toEqual([0n, 100_000_000n, 0n])
    await expect(
      c.client.readContract({ address, abi, functionName: 'l2BlockRangeForL1', args: [1n] }),
    ).rejects.toThrow(/no L1/)
  })
})

describe('viem wallet client without keys of its own', () => {
  const remote = () =>
    createWalletClient({ chain: stylusDevChain, transport: http(served.url), account: second.address })

  it('lists the unlocked accounts', async () => {
    const addresses = await remote().getAddresses()
    expect(addresses).toHaveLength(11)
    expect(addresses[0]).toBe(account.address)
  })

  it('has the node fill in, sign and send', async () => {
    const hash = await remote().sendTransaction({ to: keep, data: word(51) })
    const tx = await c.client.getTransaction({ hash })
    expect(tx.from).toBe(second.address.toLowerCase())
    expect((await c.client.call({ to: keep })).data).toBe(word(51))
    const contract = await remote().deployContract({
      abi: [],
      bytecode: '0x600a600c600039600a6000f3602a60005260206000f3',
    })
    const { contractAddress } = await c.client.getTransactionReceipt({ hash: contract })
    expect(contractAddress).toBe(
      getContractAddress({ from: second.address, nonce: BigInt(tx.nonce) + 1n }).toLowerCase(),
    )
    await expect(
      createWalletClient({
        chain: stylusDevChain,
        transport: http(served.url),
        account: nobody,
      }).sendTransaction({
        to: keep,
      }),
    ).rejects.toThrow(/unknown account/)
  })

  it('signs messages, typed data and transactions', async () => {
    const message = 'ink on paper'
    const signature = await remote().signMessage({ message })
    expect(await recoverMessageAddress({ message, signature })).toBe(second.address)
    const typed = {
      domain: { name: 'Mail', version: '1', chainId: 412346, verifyingContract: keep },
      types: {
        Person: [
          { name: 'name', type: 'string' },
          { name: 'wallets', type: 'address[2]' },
        ],
        Mail: [
          { name: 'from', type: 'Person' },
          { name: 'to', type: 'Person[]' },
          { name: 'body', type: 'bytes' },
          { name: 'when', type: 'int64' },
          { name: 'tag', type: 'bytes4' },
          { name: 'urgent', type: 'bool' },
        ],
      },
      primaryType: 'Mail',
      message: {
        from: { name: 'A', wallets: [nobody, keep] },
        to: [{ name: 'B', wallets: [keep, nobody] }],
        body: '0x1234',
        when: -5n,
        tag: '0xdeadbeef',
        urgent: true,
      },
    } as const
    const signed = await remote().signTypedData(typed)
    expect(await recoverTypedDataAddress({ ...typed, signature: signed })).toBe(second.address)
    expect(hashTypedData(typed)).toMatch(/^0x/)
    const request = { to: nobody, value: 1n, gas: 21_000n } as const
    const { raw } = (await c.client.request({
      method: 'eth_signTransaction' as never,
      params: [{ from: second.address, to: nobody, value: '0x1', gas: toHex(request.gas) }] as never,
    })) as { raw: Hex }
    const hash = await c.client.sendRawTransaction({ serializedTransaction: raw })
    expect((await c.client.getTransaction({ hash })).from).toBe(second.address.toLowerCase())
  })
})

describe('viem WebSocket transport', () => {
  it.each(['the same port', 'the port after it'])('tells of blocks and logs, on %s', async (where) => {
    const port = where === 'the same port' ? served.port : served.secondPort
    const transport = webSocket(`ws://127.0.0.1:${port}`, { reconnect: false, retryCount: 0 })
    const client = createPublicClient({ chain: stylusDevChain, transport })
    const heads: bigint[] = []
    const logs: unknown[] = []
    const hashes: Hex[] = []
    const stop = [
      client.watchBlockNumber({ onBlockNumber: (n) => heads.push(n) }),
      client.watchEvent({ address: keep, onLogs: (l) => logs.push(...l.map((log) => log.topics[0])) }),
      client.watchPendingTransactions({ onTransactions: (h) => hashes.push(...h) }),
    ]
    const before = await client.getBlockNumber()
    await expect.poll(() => client.getChainId()).toBe(412346)
    await new Promise((resolve) => setTimeout(resolve, 50))
    const sent = [await set(61), await set(62)]
    await expect.poll(() => heads).toEqual([before + 1n, before + 2n])
    await expect.poll(() => logs).toEqual([word(61), word(62)])
    await expect.poll(() => hashes).toEqual(sent)
    for (const unwatch of stop) unwatch()
    const rpc = await client.transport.getRpcClient()
    rpc.close()
  })
})

describe('viem test client', () => {
  it('sets accounts', async () => {
    const { test, client } = c
    await test.setBalance({ address: nobody, value: 12345n })
    await test.setNonce({ address: nobody, nonce: 9 })
    await test.setCode({ address: nobody, bytecode: '0x602a5f5260205ff3' })
    await test.setStorageAt({ address: nobody, index: 3, value: word(4) })
    expect(await client.getBalance({ address: nobody })).toBe(12345n)
    expect(await client.getTransactionCount({ address: nobody })).toBe(9)
    expect((await client.call({ to: nobody })).data).toBe(word(42))
    expect(await client.getStorageAt({ address: nobody, slot: '0x3' })).toBe(word(4))
    await test.setCode({ address: nobody, bytecode: '0x' })
  })

  it('mines and moves time', async () => {
    const { test, client } = c
    const start = await client.getBlock()
    await test.mine({ blocks: 3, interval: 10 })
    const after = await client.getBlock()
    expect(after.number).toBe(start.number + 3n)
    expect(after.timestamp - start.timestamp).toBeGreaterThanOrEqual(20n)
    const next = after.timestamp + 1000n
    await test.setNextBlockTimestamp({ timestamp: next })
    await test.mine({ blocks: 1 })
    expect((await client.getBlock()).timestamp).toBe(next)
    await test.increaseTime({ seconds: 86_400 })
    await test.mine({ blocks: 1 })
    expect((await client.getBlock()).timestamp - next).toBeGreaterThanOrEqual(86_400n)
    await test.setBlockTimestampInterval({ interval: 7 })
    await test.mine({ blocks: 2 })
    const head = await client.getBlock()
    const parent = await client.getBlock({ blockNumber: head.number - 1n })
    expect(head.timestamp - parent.timestamp).toBe(7n)
    await test.removeBlockTimestampInterval()
    await expect(test.setNextBlockTimestamp({ timestamp: 5n })).rejects.toThrow(/never goes back/)
  })

  it('returns to snapshots, whose logs are then removed', async () => {
    const { test, client } = c
    const filter = (await client.request({ method: 'eth_newFilter', params: [{ address: keep }] })) as Hex
    const id = await test.snapshot()
    const before = await client.getBlockNumber()
    await set(71)
    await test.setBalance({ address: nobody, value: 1n })
    await client.request({ method: 'eth_getFilterChanges', params: [filter] })
    await test.revert({ id })
    expect(await client.getBlockNumber()).toBe(before)
    expect(await client.getBalance({ address: nobody })).toBe(12345n)
    const gone = (await client.request({ method: 'eth_getFilterChanges', params: [filter] })) as {
      removed: boolean
    }[]
    expect(gone.map((l) => l.removed)).toEqual([true])
    await expect(test.revert({ id })).rejects.toThrow(/no snapshot/)
  })

  it('impersonates', async () => {
    const { test, client } = c
    const address = '0x00000000000000000000000000000000000000bb'
    await test.setBalance({ address, value: parseEther('1') })
    await test.impersonateAccount({ address })
    const hash = await test.sendUnsignedTransaction({ from: address, to: keep, data: word(81) })
    expect((await client.getTransaction({ hash })).from).toBe(address)
    expect((await client.getTransactionReceipt({ hash })).status).toBe('success')
    await test.stopImpersonatingAccount({ address })
    await expect(test.sendUnsignedTransaction({ from: address, to: keep })).rejects.toThrow(/unknown account/)
  })

  it('mines by hand, several transactions a block', async () => {
    const { test, client } = c
    await test.setAutomine(false)
    expect(await test.getAutomine()).toBe(false)
    const hashes = [await set(91), await set(92), await set(93)]
    expect(await test.getTxpoolStatus()).toEqual({ pending: 3, queued: 0 })
    expect((await client.getTransaction({ hash: hashes[0] as Hex })).blockNumber).toBeNull()
    expect((await client.call({ to: keep })).data).not.toBe(word(93))
    await test.dropTransaction({ hash: hashes[2] as Hex })
    await test.mine({ blocks: 1 })
    const [a, b] = [
      await client.getTransactionReceipt({ hash: hashes[0] as Hex }),
      await client.getTransactionReceipt({ hash: hashes[1] as Hex }),
    ]
    expect([a.transactionIndex, b.transactionIndex]).toEqual([1, 2])
    expect(b.cumulativeGasUsed).toBe(a.gasUsed + b.gasUsed)
    expect([a.logs[0]?.logIndex, b.logs[0]?.logIndex]).toEqual([0, 1])
    expect((await client.getBlock()).gasUsed).toBe(b.cumulativeGasUsed)
    expect((await client.call({ to: keep })).data).toBe(word(92))
    const late = await set(94)
    await test.setAutomine(true)
    expect((await client.getTransactionReceipt({ hash: late })).status).toBe('success')
    expect(await test.getTxpoolContent()).toEqual({ pending: {}, queued: {} })
  })

  it('mines at intervals', async () => {
    const { test, client } = c
    const before = await client.getBlockNumber()
    await test.setIntervalMining({ interval: 1 })
    await expect.poll(() => client.getBlockNumber(), { timeout: 10_000 }).toBeGreaterThan(before)
    await test.setIntervalMining({ interval: 0 })
  })

  it('sets the next base fee, once', async () => {
    const { test, client } = c
    await test.setNextBlockBaseFeePerGas({ baseFeePerGas: 300_000_000n })
    const hash = await c.wallet.sendTransaction({ to: keep, data: word(101), maxFeePerGas: parseGwei('1') })
    const receipt = await client.getTransactionReceipt({ hash })
    expect(receipt.effectiveGasPrice).toBe(300_000_000n)
    await test.mine({ blocks: 1 })
    expect((await client.getBlock()).baseFeePerGas).toBe(100_000_000n)
  })

  it('refuses, with a reason, what an Arbitrum chain does not have', async () => {
    const { test } = c
    await expect(test.setCoinbase({ address: nobody })).rejects.toThrow(/sequencer/)
    await expect(test.setBlockGasLimit({ gasLimit: 1n })).rejects.toThrow(/2\^50/)
    await expect(test.reset({ jsonRpcUrl: 'http://localhost:1' })).rejects.toThrow(/does not fork/)
  })

  it('dumps and loads its state', async () => {
    const { test, client } = c
    await set(111)
    const state = await test.dumpState()
    const number = await client.getBlockNumber()
    const fresh = clientsOver(devnodeTransport(await createDevnode()))
    await fresh.test.loadState({ state })
    expect(await fresh.client.getBlockNumber()).toBe(number)
    expect((await fresh.client.call({ to: keep })).data).toBe(word(111))
    const hash = await fresh.wallet.sendTransaction({ to: keep, data: word(112) })
    expect((await fresh.client.getTransactionReceipt({ hash })).status).toBe('success')
    expect((await fresh.client.call({ to: keep })).data).toBe(word(112))
    const old = await fresh.client.getBlock({ blockNumber: number, includeTransactions: true })
    expect(old.transactions).toHaveLength(2)
    await expect(fresh.client.getBalance({ address: keep, blockNumber: 1n })).rejects.toThrow(
      /state of block 1 is gone/,
    )
    await fresh.test.reset()
    expect((await fresh.client.call({ to: keep })).data).toBe(word(111))
  })

  it('starts over', async () => {
    const { test, client } = c
    await test.reset()
    expect(await client.getBlockNumber()).toBe(0n)
    expect(await client.getCode({ address: keep })).toBeUndefined()
  })

  it('speaks for Hardhat and ganache clients too', async () => {
    for (const mode of ['hardhat', 'ganache'] as const) {
      const test = createTestClient({ chain: stylusDevChain, transport: http(served.url), mode })
      await test.setBalance({ address: nobody, value: 6n })
      expect(await c.client.getBalance({ address: nobody })).toBe(6n)
      await test.mine({ blocks: 2 })
      expect(await test.getAutomine()).toBe(true)
    }
  })
})

/** Are the three bits of `item` set? */
function inBloom(bloom: Hex, item: Hex): boolean {
  const bits = BigInt(bloom)
  const hash = keccak256(item).slice(2)
  return [0, 4, 8].every((i) => (bits >> BigInt(Number.parseInt(hash.slice(i, i + 4), 16) & 2047)) & 1n)
}
