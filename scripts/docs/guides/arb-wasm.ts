import { type Address, type PublicClient, parseAbi, parseEther, type WalletClient } from 'viem'

/** The precompile that activates programs and knows what they cost. */
export const ARB_WASM: Address = '0x0000000000000000000000000000000000000071'
/** The precompile that knows which programs are in the cache. */
export const ARB_WASM_CACHE: Address = '0x0000000000000000000000000000000000000072'

export const arbWasmAbi = parseAbi([
  'function activateProgram(address program) payable returns (uint16 version, uint256 dataFee)',
  'function codehashKeepalive(bytes32 codehash) payable',
  'function codehashVersion(bytes32 codehash) view returns (uint16 version)',
  'function programTimeLeft(address program) view returns (uint64 seconds_)',
  'function programInitGas(address program) view returns (uint64 gas, uint64 gasWhenCached)',
  'function expiryDays() view returns (uint16 days_)',
  'function keepaliveDays() view returns (uint16 days_)',
  'error ProgramNotActivated()',
  'error ProgramUpToDate()',
  'error ProgramExpired(uint64 ageInSeconds)',
  'error ProgramKeepaliveTooSoon(uint64 ageInSeconds)',
  'error ProgramInsufficientValue(uint256 have, uint256 want)',
])

export const arbWasmCacheAbi = parseAbi([
  'function allCacheManagers() view returns (address[] managers)',
  'function isCacheManager(address manager) view returns (bool)',
  'function codehashIsCached(bytes32 codehash) view returns (bool)',
  'function cacheProgram(address program)',
])

export const cacheManagerAbi = parseAbi([
  'function getMinBid(address program) view returns (uint192)',
  'function placeBid(address program) payable',
])

export interface Clients {
  client: PublicClient
  wallet: WalletClient
}

const GAS = 31_000_000n

/** Activates a program with more than the fee; the chain gives the rest back. */
export async function activate({ client, wallet }: Clients, program: Address) {
  const account = wallet.account!
  const call = {
    address: ARB_WASM,
    abi: arbWasmAbi,
    functionName: 'activateProgram',
    args: [program],
    value: parseEther('1'),
    gas: GAS,
    account,
  } as const
  const { result } = await client.simulateContract(call)
  const receipt = await client.waitForTransactionReceipt({
    hash: await wallet.writeContract({ ...call, chain: wallet.chain }),
  })
  if (receipt.status !== 'success') throw new Error('the activation failed')
  return { gas: Number(receipt.gasUsed), dataFee: result[1] }
}

/** As the chain's owner, which the account of a devnode is: no bid. */
export async function cacheProgram({ client, wallet }: Clients, program: Address) {
  const hash = await wallet.writeContract({
    address: ARB_WASM_CACHE,
    abi: arbWasmCacheAbi,
    functionName: 'cacheProgram',
    args: [program],
    account: wallet.account!,
    chain: wallet.chain,
  })
  const receipt = await client.waitForTransactionReceipt({ hash })
  if (receipt.status !== 'success') throw new Error('the program could not be put into the cache')
  return { gas: Number(receipt.gasUsed) }
}
