import { readFileSync } from 'node:fs'
import { createDevnode, DEV_PRIVATE_KEY } from '@inkling/devnode'
import { type Served, serve } from '@inkling/devnode/server'
import { stylusDevChain as chain, devnodeTransport } from '@inkling/devnode/viem'
import { deployInitCode } from '@inkling/lab/chain'
import {
  type Abi,
  type Address,
  createTestClient,
  createWalletClient,
  getAddress,
  type Hex,
  parseAbi,
  parseEther,
  publicActions,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compileSolidity } from '../../devnode/test/solidity.ts'
import { workbench } from './run.ts'

/** An auction with one place: what is bid has to be at least a price. */
const AUCTION = `
  interface ArbWasmCache { function cacheProgram(address program) external; }
  contract Auction {
    uint192 public price = 0.5 ether;
    error BidTooSmall(uint192 bid, uint192 min);
    function getMinBid(address) external view returns (uint192) { return price; }
    function placeBid(address program) external payable {
      if (msg.value < price) revert BidTooSmall(uint192(msg.value), price);
      ArbWasmCache(0x0000000000000000000000000000000000000072).cacheProgram(program);
    }
  }`
const DAY = 86_400
const CODE = new URL('../../../labs/00-first-light/prebuilt/first-light.code', import.meta.url)

const bench = workbench()
let served: Served
let env: NodeJS.ProcessEnv
let program: Address
let test_: ReturnType<typeof clients>

function clients(transport: ReturnType<typeof devnodeTransport>) {
  const account = privateKeyToAccount(DEV_PRIVATE_KEY)
  const wallet = createWalletClient({ chain, transport, account, pollingInterval: 5, cacheTime: 0 }).extend(
    publicActions,
  )
  const time = createTestClient({ chain, transport, mode: 'hardhat' })
  return {
    wallet,
    async deploy(data: Hex): Promise<Address> {
      const receipt = await wallet.waitForTransactionReceipt({ hash: await wallet.sendTransaction({ data }) })
      return receipt.contractAddress!
    },
    async write(address: Address, signature: string, args: unknown[], value = 0n) {
      const abi = parseAbi([signature]) as Abi
      const functionName = (abi[0] as { name: string }).name
      const hash = await wallet.writeContract({
        address,
        abi,
        functionName,
        args,
        value,
      } as never)
      expect((await wallet.waitForTransactionReceipt({ hash })).status).toBe('success')
    },
    async pass(days: number) {
      await time.increaseTime({ seconds: days * DAY })
      await time.mine({ blocks: 1 })
    },
  }
}

const ARB_OWNER = '0x0000000000000000000000000000000000000070'
const activate = () =>
  test_.write(
    '0x0000000000000000000000000000000000000071',
    'function activateProgram(address) payable',
    [program],
    parseEther('1'),
  )

beforeAll(async () => {
  const devnode = await createDevnode({ strict: true })
  served = await serve(devnode, { port: 0 })
  env = { RPC_URL: served.url }
  test_ = clients(devnodeTransport(devnode))
  program = await test_.deploy(deployInitCode(new Uint8Array(readFileSync(CODE))))
})
afterAll(async () => {
  await served.close()
  bench.remove()
})

/** Runs a command in which `PROGRAM` stands for the program's address. */
const inkling = (line: string, options: { env?: NodeJS.ProcessEnv; answer?: boolean } = {}) =>
  bench.inkling(line.replace('PROGRAM', program), { env, ...options })

describe('keepalive', () => {
  test('before an activation there is nothing to keep', async () => {
    const ran = await inkling('keepalive PROGRAM --yes')
    expect(ran).toMatchObject({ code: 1 })
    expect(ran.out).toMatch(/not activated/)
    expect((await inkling('cache-bid PROGRAM --yes')).out).toMatch(/not activated/)
  })

  test('too soon: says when, sends nothing, ends with 1', async () => {
    await activate()
    const ran = await inkling('keepalive PROGRAM --json --yes')
    expect(ran.code).toBe(1)
    expect(ran.json()).toMatchObject({
      action: 'refused',
      state: 'active',
      keepaliveDays: 31,
      expiryDays: 365,
      dataFeeWei: null,
    })
    await test_.pass(30)
    expect((await inkling('keepalive PROGRAM --yes')).out).toMatch(
      /days left +33[45] of 365[\s\S]*too soon: come back in [12] days/,
    )
  })

  test('longer than --within: nothing to do, ends with 0', async () => {
    await test_.pass(2)
    const ran = await inkling('keepalive PROGRAM --within 60 --yes --json')
    expect(ran).toMatchObject({ code: 0 })
    expect(ran.json()).toMatchObject({ action: 'none' })
  })

  test('a dry run shows the fee, needs no key and sends nothing', async () => {
    const before = await test_.wallet.getBlockNumber()
    const ran = await inkling('keepalive PROGRAM --dry-run --json', { env: { ...env, PRIVATE_KEY: '' } })
    expect(ran).toMatchObject({ code: 0 })
    expect(ran.json()).toMatchObject({ action: 'dry-run' })
    expect(Number(ran.json().dataFeeWei)).toBeGreaterThan(1e12)
    expect(await test_.wallet.getBlockNumber()).toBe(before)
  })

  test('a no sends nothing; without a terminal and --yes it is an error', async () => {
    expect(await inkling('keepalive PROGRAM', { answer: false })).toMatchObject({ code: 1 })
    const alone = await inkling('keepalive PROGRAM')
    expect(alone).toMatchObject({ code: 2 })
    expect(alone.err).toMatch(/add --yes/)
  })

  test('extends by a year from today, and the fee is what the dry run said', async () => {
    const dry = (await inkling('keepalive PROGRAM --dry-run --json')).json()
    const address = test_.wallet.account.address
    const before = await test_.wallet.getBalance({ address })
    const ran = await inkling('keepalive PROGRAM --yes --json')
    expect(ran.code).toBe(0)
    const done = ran.json() as {
      keepalive: { gas: number; daysLeft: number }
      gasPriceWei: string
      action: string
    }
    expect(done.action).toBe('extended')
    expect(done.keepalive.daysLeft).toBeGreaterThanOrEqual(364)
    const spent = before - (await test_.wallet.getBalance({ address }))
    const gasCost = BigInt(done.keepalive.gas) * BigInt(done.gasPriceWei)
    // The surplus comes back; a day later the fee is the same, an hour's decay of the price apart.
    expect(Number(spent - gasCost)).toBeGreaterThan(Number(dry.dataFeeWei) * 0.95)
    expect(Number(spent - gasCost)).toBeLessThan(Number(dry.dataFeeWei) * 1.05)
  })

  test('expired: ends with 1 and says what to do', async () => {
    await test_.pass(366)
    const ran = await inkling('keepalive PROGRAM --yes')
    expect(ran.code).toBe(1)
    expect(ran.out).toMatch(/expired: it has to be activated again/)
    await activate()
  })

  test('what is no program, and no address, is an error of the command line', async () => {
    expect(await inkling('keepalive 0x12 --yes')).toMatchObject({ code: 2 })
    const empty = await inkling(`keepalive 0x${'ab'.repeat(20)} --yes`)
    expect(empty).toMatchObject({ code: 2 })
    expect(empty.err).toMatch(/has no code/)
    expect(
      await inkling('keepalive PROGRAM --dry-run', { env: { RPC_URL: 'http://127.0.0.1:9' } }),
    ).toMatchObject({ code: 3 })
  })
})

describe('cache-bid', () => {
  let auction: Address

  test('a chain without a manager is not ready', async () => {
    expect(await inkling('cache-bid PROGRAM --yes')).toMatchObject({ code: 3 })
  })

  test('below the least bid nothing is sent', async () => {
    auction = await test_.deploy((await compileSolidity(AUCTION)).Auction!.bytecode)
    await test_.write(ARB_OWNER, 'function addWasmCacheManager(address)', [auction])
    const before = await test_.wallet.getBlockNumber()
    const ran = await inkling('cache-bid PROGRAM --bid 0.4999 --yes --json')
    expect(ran.code).toBe(1)
    expect(ran.json()).toMatchObject({
      action: 'refused',
      minBidWei: String(parseEther('0.5')),
      manager: getAddress(auction),
    })
    expect((await inkling('cache-bid PROGRAM --bid 0.4999 --yes')).out).toMatch(
      /not enough: nothing was sent; the least is 0\.500 ether/,
    )
    expect(await test_.wallet.getBlockNumber()).toBe(before)
  })

  test('a manager that is none, a bid that is none', async () => {
    const ran = await inkling(`cache-bid PROGRAM --manager ${program} --yes`)
    expect(ran).toMatchObject({ code: 2 })
    expect(ran.err).toMatch(/no cache manager/)
    for (const bid of ['-1', 'much', '1e18', '0x1'])
      expect(await inkling(`cache-bid PROGRAM --bid ${bid}`)).toMatchObject({ code: 2 })
  })

  test('an account without the ether is told so', async () => {
    const ran = await inkling('cache-bid PROGRAM --yes', {
      env: { ...env, PRIVATE_KEY: `0x${'11'.repeat(32)}` },
    })
    expect(ran).toMatchObject({ code: 3 })
  })

  test('the least bid by default; afterwards it is in the cache, and a second bid is not needed', async () => {
    expect((await inkling('cache-bid PROGRAM --dry-run')).out).toMatch(
      /least bid +0\.500 ether[\s\S]*entry +[\d,]+ gas now, [\d,]+ in the cache/,
    )
    const ran = await inkling('cache-bid PROGRAM --yes --json')
    expect(ran.code).toBe(0)
    const { placed, entryGas } = ran.json() as {
      placed: { gas: number; callsToEarnBack: number }
      entryGas: { uncached: number; cached: number }
    }
    expect(placed.callsToEarnBack).toBe(Math.ceil(placed.gas / (entryGas.uncached - entryGas.cached)))
    expect(await test_.wallet.getBalance({ address: auction })).toBe(parseEther('0.5'))
    const again = await inkling('cache-bid PROGRAM --yes')
    expect(again).toMatchObject({ code: 0 })
    expect(again.out).toMatch(/in the cache already/)
  })
})
