import {
  concat,
  createPublicClient,
  createWalletClient,
  encodeDeployData,
  type Hex,
  numberToHex,
  parseAbi,
  parseEther,
  toHex,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { describe, expect, it } from 'vitest'
import { createDevnode, DEV_PRIVATE_KEY, type DevnodeOptions } from '../src/index.ts'
import { devnodeTransport, stylusDevChain } from '../src/viem.ts'
import { assemble, ECHO } from './programs.ts'

const ARB_WASM = '0x0000000000000000000000000000000000000071'
const abi = parseAbi([
  'function activateProgram(address program) payable returns (uint16 version, uint256 dataFee)',
])
const account = privateKeyToAccount(DEV_PRIVATE_KEY)

async function chainWith(options: DevnodeOptions = {}) {
  const devnode = await createDevnode(options)
  const transport = devnodeTransport(devnode)
  const chain = stylusDevChain
  return {
    devnode,
    client: createPublicClient({ chain, transport, pollingInterval: 1 }),
    wallet: createWalletClient({ chain, transport, account }),
  }
}
type Clients = Awaited<ReturnType<typeof chainWith>>

async function deploy({ client, wallet }: Clients, code: Uint8Array): Promise<`0x${string}`> {
  const length = numberToHex(code.length, { size: 32 })
  const hash = await wallet.sendTransaction({
    data: concat(['0x7f', length, '0x80602b6000396000f3', '0x00', toHex(code)]),
  })
  const { contractAddress } = await client.getTransactionReceipt({ hash })
  return contractAddress as `0x${string}`
}

async function activate({ client, wallet }: Clients, address: `0x${string}`) {
  const { request } = await client.simulateContract({
    account,
    address: ARB_WASM,
    abi,
    functionName: 'activateProgram',
    args: [address],
    value: parseEther('0.1'),
  })
  return client.getTransactionReceipt({ hash: await wallet.writeContract(request) })
}

describe('a devnode through viem', () => {
  it('deploys, activates and calls a program', async () => {
    const c = await chainWith()
    const address = await deploy(c, await assemble(ECHO))
    await expect(c.client.call({ to: address, data: '0x01' })).rejects.toThrow(/ProgramNotActivated/)
    expect((await activate(c, address)).status).toBe('success')
    expect((await c.client.call({ to: address, data: '0x010203' })).data).toBe('0x010203')
    await expect(c.client.call({ to: address, data: '0xff01' })).rejects.toThrow(/revert/)
  })

  it('ends an endless loop by ink, and says so', async () => {
    const c = await chainWith()
    const address = await deploy(c, await assemble(ECHO))
    await activate(c, address)
    await expect(c.client.call({ to: address, data: '0xee', gas: 3_000_000n })).rejects.toThrow(/out of gas/)
    const profile = (await c.devnode.request({
      method: 'stylus_profile',
      params: [{ to: address, data: '0xee', gas: '0x2dc6c0' }],
    })) as { ok: boolean; trap: string; ink: number }
    expect(profile.ok).toBe(false)
    expect(profile.trap).toMatch(/^out of ink/)
  })

  it('splits the cost of a call by cause, and the parts are the whole', async () => {
    const c = await chainWith()
    const address = await deploy(c, await assemble(ECHO))
    await activate(c, address)
    const profile = (await c.devnode.request({
      method: 'stylus_profile',
      params: [{ to: address, data: '0x010203' }],
    })) as {
      frameGas: number
      gasUsed: Hex
      ink: number
      parts: {
        base: number
        calldata: number
        entry: number
        pages: number
        hostCalls: Record<string, number>
        instructions: number
      }
    }
    const { parts } = profile
    // read_args and write_result of three bytes: Stylus VM specification 2.1
    expect(parts.hostCalls).toEqual({ read_args: 13_440, write_result: 41_162 })
    expect(parts.instructions + 13_440 + 41_162).toBe(profile.ink)
    const gas = Math.ceil((parts.entry + parts.pages + profile.ink) / 10_000)
    expect(profile.frameGas).toBe(gas)
    expect(Number(profile.gasUsed)).toBe(gas + parts.base + parts.calldata)
    expect(parts.calldata).toBe(3 * 16)
  })

  it('undoes a snapshot with everything after it', async () => {
    const c = await chainWith()
    const id = await c.devnode.request({ method: 'evm_snapshot' })
    const before = await c.client.getBalance({ address: account.address })
    await c.wallet.sendTransaction({ to: ARB_WASM.replace('71', 'aa') as Hex, value: 5n })
    expect(await c.client.getBalance({ address: account.address })).not.toBe(before)
    await c.devnode.request({ method: 'evm_revert', params: [id] })
    expect(await c.client.getBalance({ address: account.address })).toBe(before)
    expect(await c.client.getBlockNumber({ cacheTime: 0 })).toBe(0n)
  })

  it('reads balances at an earlier block', async () => {
    const c = await chainWith()
    const to = '0x00000000000000000000000000000000000000aa'
    for (const value of [5n, 7n]) await c.wallet.sendTransaction({ to, value })
    const at = (blockNumber: bigint) => c.client.getBalance({ address: to, blockNumber })
    expect([await at(0n), await at(1n), await at(2n)]).toEqual([0n, 5n, 12n])
  })

  it('refuses console imports under strict rules, which the dev chain lets pass', async () => {
    const wat = ECHO.replace('(memory', '(import "console" "log_i32" (func (param i32))) (memory')
    const code = await assemble(wat)
    const lax = await chainWith()
    expect((await activate(lax, await deploy(lax, code))).status).toBe('success')
    const strict = await chainWith({ strict: true })
    const address = await deploy(strict, code)
    await expect(activate(strict, address)).rejects.toThrow(/activation failed/)
  })

  it.each([40, 51, 59, 60])('tells its ArbOS version: %i', async (arbos) => {
    const c = await chainWith({ arbos })
    const { data } = await c.client.call({
      to: '0x0000000000000000000000000000000000000064',
      data: '0x051038f2',
    })
    expect(Number(data)).toBe(55 + arbos)
  })

  it('names the profiles it has when asked for another', async () => {
    await expect(createDevnode({ arbos: 12 })).rejects.toThrow(/no profile for ArbOS 12.*40, 51, 59, 60/)
  })

  it('runs an EVM contract', async () => {
    const c = await chainWith()
    // returns 42
    const init = '0x600a600c600039600a6000f3602a60005260206000f3'
    const hash = await c.wallet.sendTransaction({ data: encodeDeployData({ abi: [], bytecode: init }) })
    const { contractAddress } = await c.client.getTransactionReceipt({ hash })
    expect(Number((await c.client.call({ to: contractAddress as Hex })).data)).toBe(42)
  })
})
