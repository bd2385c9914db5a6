import {
  type Address,
  concatHex,
  createPublicClient,
  createWalletClient,
  decodeEventLog,
  encodeFunctionData,
  getContractAddress,
  getCreate2Address,
  type Hex,
  keccak256,
  numberToHex,
  parseAbi,
  parseEther,
  parseTransaction,
  recoverTransactionAddress,
  toHex,
  zeroHash,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { describe, expect, it } from 'vitest'
import { assemble } from '../../test/programs.ts'
import { createDevnode, DEV_PRIVATE_KEY, TEST_PRIVATE_KEYS } from '../index.ts'
import { devnodeTransport, stylusDevChain } from '../viem.ts'
import { CACHE_MANAGER, CREATE2_FACTORY, PREDEPLOYS, STYLUS_DEPLOYER } from './index.ts'

describe('addresses', () => {
  it.each(PREDEPLOYS)(
    '$name: follows from its init code, the factory and salt 0',
    ({ address, initCode }) => {
      const from = CREATE2_FACTORY.address
      const expected = getCreate2Address({ from, salt: zeroHash, bytecodeHash: keccak256(initCode) })
      expect(expected.toLowerCase()).toBe(address)
    },
  )

  it('the factory: follows from the published transaction, which has the published sender', async () => {
    const { rawTransaction, deployer, address, funds } = CREATE2_FACTORY
    const sender = await recoverTransactionAddress({ serializedTransaction: rawTransaction as never })
    expect(sender.toLowerCase()).toBe(deployer)
    expect(getContractAddress({ from: sender, nonce: 0n }).toLowerCase()).toBe(address)
    const { gas, gasPrice, chainId } = parseTransaction(rawTransaction)
    expect({ funds: (gas ?? 0n) * (gasPrice ?? 0n), chainId }).toEqual({ funds, chainId: undefined })
  })
})

const ARB_OWNER = '0x0000000000000000000000000000000000000070'
const ownerAbi = parseAbi(['function addWasmCacheManager(address)'])

/** Two accounts on a new chain, its cache manager registered: the dev account, which owns it, and one that owns nothing. */
async function chain(options = {}) {
  const transport = devnodeTransport(await createDevnode(options))
  const client = createPublicClient({ chain: stylusDevChain, transport, pollingInterval: 1 })
  const wallet = (key: Hex) =>
    createWalletClient({ chain: stylusDevChain, transport, account: privateKeyToAccount(key) })
  const owner = wallet(DEV_PRIVATE_KEY)
  const args = [CACHE_MANAGER.address as Address] as const
  await owner.writeContract({ address: ARB_OWNER, abi: ownerAbi, functionName: 'addWasmCacheManager', args })
  return { client, owner, stranger: wallet(TEST_PRIVATE_KEYS[0]) }
}
type Chain = Awaited<ReturnType<typeof chain>>

/** 43 bytes that return what follows them: the prelude of cargo-stylus. */
const initCodeOf = (code: Uint8Array): Hex =>
  concatHex(['0x7f', numberToHex(code.length, { size: 32 }), '0x80602b6000396000f300', toHex(code)])

/** Keeps the second byte of `stylus_constructor()`'s calldata, 0x85, in slot 0; returns it; fails with 0xee as first byte. */
const WITH_CONSTRUCTOR = `(module
  (import "vm_hooks" "read_args" (func $read (param i32)))
  (import "vm_hooks" "write_result" (func $write (param i32 i32)))
  (import "vm_hooks" "storage_cache_bytes32" (func $store (param i32 i32)))
  (import "vm_hooks" "storage_load_bytes32" (func $load (param i32 i32)))
  (import "vm_hooks" "storage_flush_cache" (func $flush (param i32)))
  (memory (export "memory") 1 1)
  (func (export "user_entrypoint") (param $n i32) (result i32)
    (call $read (i32.const 0))
    (if (i32.eq (i32.load8_u (i32.const 0)) (i32.const 0xee)) (then (return (i32.const 1))))
    (if (local.get $n) (then
      (i32.store8 (i32.const 131) (i32.load8_u (i32.const 1)))
      (call $store (i32.const 64) (i32.const 100))
      (call $flush (i32.const 0))))
    (call $load (i32.const 64) (i32.const 200))
    (call $write (i32.const 200) (i32.const 32))
    (i32.const 0)))`
const CONSTRUCTOR = '0x5585258d'

const deployerAbi = parseAbi([
  'function deploy(bytes bytecode, bytes initData, uint256 initValue, bytes32 salt) payable returns (address)',
  'event ContractDeployed(address deployedContract)',
])
const deployTo = { address: STYLUS_DEPLOYER.address, abi: deployerAbi, functionName: 'deploy' } as const

async function deploy({ client, stranger }: Chain, init: Hex = CONSTRUCTOR, salt: Hex = zeroHash) {
  const args = [initCodeOf(await assemble(WITH_CONSTRUCTOR)), init, 0n, salt] as const
  const hash = await stranger.writeContract({ ...deployTo, args, value: parseEther('0.1'), gas: 20_000_000n })
  const receipt = await client.waitForTransactionReceipt({ hash })
  const log = receipt.logs.find((one) => one.address === STYLUS_DEPLOYER.address)
  if (!log) return { receipt }
  const { args: event } = decodeEventLog({ abi: deployerAbi, data: log.data, topics: log.topics })
  return { receipt, address: event.deployedContract }
}

describe('StylusDeployer', () => {
  it.each([40, 51, 60])('at ArbOS %i creates, activates and constructs in one transaction', async (arbos) => {
    const c = await chain({ arbos })
    const before = await c.client.getBalance({ address: c.stranger.account.address })
    const { receipt, address } = await deploy(c)
    expect(receipt.status).toBe('success')
    // a contract's first create has nonce 1
    expect(address).toBe(getContractAddress({ from: STYLUS_DEPLOYER.address, nonce: 1n }))
    expect((await c.client.call({ to: address as Address })).data).toBe(numberToHex(0x85, { size: 32 }))
    // what the activation did not cost came back
    const spent = before - (await c.client.getBalance({ address: c.stranger.account.address }))
    expect(spent - receipt.gasUsed * receipt.effectiveGasPrice).toBeLessThan(parseEther('0.001'))

    // the same code is active already
    expect((await deploy(c)).receipt.status).toBe('success')
  })

  it('takes everything back when the constructor fails', async () => {
    const c = await chain()
    const { receipt } = await deploy(c, '0xee')
    expect(receipt.status).toBe('reverted')
    expect(
      await c.client.getCode({ address: getContractAddress({ from: STYLUS_DEPLOYER.address, nonce: 1n }) }),
    ).toBeUndefined()
  })

  it('gives an address that the salt and the constructor data decide', async () => {
    const c = await chain()
    const { address } = await deploy(c, CONSTRUCTOR, numberToHex(7, { size: 32 }))
    const salt = keccak256(concatHex([numberToHex(7, { size: 32 }), CONSTRUCTOR]))
    const bytecode = initCodeOf(await assemble(WITH_CONSTRUCTOR))
    expect(address).toBe(
      getContractAddress({ from: STYLUS_DEPLOYER.address, opcode: 'CREATE2', salt, bytecode }),
    )
  })
})

/** What cargo-stylus 0.10 declares in `stylus-tools/src/core/cache.rs`, and our `evict`. */
const cacheAbi = parseAbi([
  'function cacheSize() view returns (uint64)',
  'function queueSize() view returns (uint64)',
  'function isPaused() view returns (bool)',
  'function placeBid(address program) payable',
  'function getMinBid(address program) view returns (uint192 min)',
  'function getMinBid(uint64 size) view returns (uint192 min)',
  'function evict(address program)',
  'error AlreadyCached(bytes32 codehash)',
  'error ProgramNotActivated()',
])
const ARB_WASM_CACHE = '0x0000000000000000000000000000000000000072'
const precompile = parseAbi([
  'function allCacheManagers() view returns (address[])',
  'function codehashIsCached(bytes32) view returns (bool)',
  'function evictCodehash(bytes32)',
])

describe('CacheManager', () => {
  const manager = { address: CACHE_MANAGER.address, abi: cacheAbi } as const
  const cached = async ({ client }: Chain, address: Address) =>
    client.readContract({
      address: ARB_WASM_CACHE,
      abi: precompile,
      functionName: 'codehashIsCached',
      args: [keccak256((await client.getCode({ address })) as Hex)],
    })
  const queueSize = ({ client }: Chain) => client.readContract({ ...manager, functionName: 'queueSize' })

  it('is the last registered one, which is the one cargo-stylus asks', async () => {
    const { client } = await chain()
    const all = await client.readContract({
      address: ARB_WASM_CACHE,
      abi: precompile,
      functionName: 'allCacheManagers',
    })
    expect(all.map((one) => one.toLowerCase())).toEqual([CACHE_MANAGER.address])
  })

  it('answers what `cargo stylus cache status` and `suggest-bid` ask', async () => {
    const c = await chain()
    const { address } = await deploy(c)
    const read = (functionName: 'cacheSize' | 'isPaused') =>
      c.client.readContract({ ...manager, functionName })
    expect(await read('isPaused')).toBe(false)
    expect(await read('cacheSize')).toBe(2n ** 64n - 1n)
    expect(await queueSize(c)).toBe(0n)
    for (const args of [[address as Address], [24_000n]] as const)
      expect(await c.client.readContract({ ...manager, functionName: 'getMinBid', args } as never)).toBe(0n)
  })

  it('caches for anybody, counts the bytes, refuses a second bid, evicts', async () => {
    const c = await chain()
    const address = (await deploy(c)).address as Address
    const write = async (functionName: 'placeBid' | 'evict', value = 0n) => {
      const data = encodeFunctionData({ abi: cacheAbi, functionName, args: [address] })
      const hash = await c.stranger.sendTransaction({ to: manager.address, data, value, gas: 1_000_000n })
      return (await c.client.waitForTransactionReceipt({ hash })).status
    }
    expect(await cached(c, address)).toBe(false)
    expect(await write('placeBid', 5n)).toBe('success')
    expect(await cached(c, address)).toBe(true)
    const size = await queueSize(c)
    expect(size).toBeGreaterThan(1000n)
    expect(await c.client.getBalance({ address: manager.address })).toBe(5n)

    const again = {
      ...manager,
      functionName: 'placeBid',
      args: [address],
      account: c.stranger.account,
    } as const
    await expect(c.client.simulateContract(again)).rejects.toThrow(/AlreadyCached/)

    // the owner may evict behind its back; a new bid is not counted twice
    const args = [keccak256((await c.client.getCode({ address })) as Hex)] as const
    await c.owner.writeContract({
      address: ARB_WASM_CACHE,
      abi: precompile,
      functionName: 'evictCodehash',
      args,
    })
    expect(await cached(c, address)).toBe(false)
    expect(await write('placeBid')).toBe('success')
    expect(await queueSize(c)).toBe(size)

    expect(await write('evict')).toBe('success')
    expect(await cached(c, address)).toBe(false)
    expect(await queueSize(c)).toBe(0n)
    expect(await write('evict')).toBe('success')
  })

  it('tells a program that is not activated, and what is no program', async () => {
    const c = await chain()
    const hash = await c.stranger.sendTransaction({ data: initCodeOf(await assemble(WITH_CONSTRUCTOR)) })
    const program = (await c.client.waitForTransactionReceipt({ hash })).contractAddress as Address
    for (const address of [program, STYLUS_DEPLOYER.address, c.stranger.account.address]) {
      const args = [address] as const
      const bid = { ...manager, functionName: 'placeBid', args, account: c.stranger.account } as const
      await expect(c.client.simulateContract(bid)).rejects.toThrow(/ProgramNotActivated/)
      const min = { ...manager, functionName: 'getMinBid', args } as const
      await expect(c.client.readContract(min)).rejects.toThrow(/ProgramNotActivated/)
    }
  })
})
