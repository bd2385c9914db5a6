import { type BaseError, ContractFunctionRevertedError, type Hex, parseAbi, parseEventLogs } from 'viem'
import { expect, it } from 'vitest'
import { ARBOS_ADDRESSES } from '../src/index.ts'
import { account, devnodeClients } from './clients.ts'

const abi = parseAbi([
  'function overwriteContractCode(address target, bytes code) returns (bytes old)',
  'function events(bool flag, bytes32 value) payable returns (address, uint256)',
  'function customRevert(uint64 number) pure',
  'function legacyError() pure',
  'function panic()',
  'event Basic(bool flag, bytes32 indexed value)',
  'event Mixed(bool indexed flag, bool not, bytes32 indexed value, address conn, address indexed caller)',
  'error Custom(uint64, string, bool)',
])
const address = ARBOS_ADDRESSES.ArbDebug
const target = '0x00000000000000000000000000000000000000aa'
const value: Hex = `0x${'12'.repeat(32)}`

it('overwrites code and gives the old', async () => {
  const { client, wallet } = await devnodeClients()
  for (const [code, old] of [
    ['0x6001', '0x'],
    [`0x${'5b'.repeat(70)}`, '0x6001'],
  ] as const) {
    const call = {
      address,
      abi,
      functionName: 'overwriteContractCode',
      args: [target, code],
      account,
    } as const
    const { result, request } = await client.simulateContract(call)
    expect(result).toBe(old)
    await wallet.writeContract(request)
    expect(await client.getCode({ address: target })).toBe(code)
  }
})

it('emits its events', async () => {
  const { client, wallet } = await devnodeClients()
  const hash = await wallet.writeContract({
    address,
    abi,
    functionName: 'events',
    args: [true, value],
    value: 3n,
  })
  const logs = parseEventLogs({ abi, logs: (await client.getTransactionReceipt({ hash })).logs })
  expect(logs.map((l) => [l.eventName, l.args])).toEqual([
    ['Basic', { flag: false, value }],
    ['Mixed', { flag: true, not: false, value, conn: address, caller: account.address }],
  ])
})

it('reverts in both ways, and refuses to stop the node', async () => {
  const { client } = await devnodeClients()
  const error = await client
    .readContract({ address, abi, functionName: 'customRevert', args: [7n] })
    .catch((e: BaseError) => e.walk((x) => x instanceof ContractFunctionRevertedError))
  const { data } = error as ContractFunctionRevertedError
  expect([data?.errorName, data?.args?.[0], data?.args?.[2]]).toEqual(['Custom', 7n, true])
  await expect(client.readContract({ address, abi, functionName: 'legacyError' })).rejects.toThrow(/reverted/)
  await expect(client.call({ to: address, data: '0x4700d305' })).rejects.toThrow(/ArbDebug\.panic/)
  expect(await client.getBlockNumber()).toBe(0n)
})

it('is not there under production rules', async () => {
  const { client } = await devnodeClients({ strict: true })
  expect(await client.getCode({ address })).toBeUndefined()
})
