import { type Address, parseAbi } from 'viem'

/** The precompile that activates programs and knows how long they live. */
export const ARB_WASM: Address = '0x0000000000000000000000000000000000000071'
/** The precompile that knows which programs are in the cache. */
export const ARB_WASM_CACHE: Address = '0x0000000000000000000000000000000000000072'

const programErrors = [
  'error ProgramNotActivated()',
  'error ProgramNeedsUpgrade(uint16 version, uint16 stylusVersion)',
  'error ProgramExpired(uint64 ageInSeconds)',
] as const

export const arbWasmAbi = parseAbi([
  'function activateProgram(address program) payable returns (uint16 version, uint256 dataFee)',
  'function codehashKeepalive(bytes32 codehash) payable',
  'function codehashVersion(bytes32 codehash) view returns (uint16 version)',
  'function programTimeLeft(address program) view returns (uint64 seconds_)',
  'function programInitGas(address program) view returns (uint64 gas, uint64 gasWhenCached)',
  'function expiryDays() view returns (uint16 days_)',
  'function keepaliveDays() view returns (uint16 days_)',
  ...programErrors,
  'error ProgramUpToDate()',
  'error ProgramKeepaliveTooSoon(uint64 ageInSeconds)',
  'error ProgramInsufficientValue(uint256 have, uint256 want)',
])

export const arbWasmCacheAbi = parseAbi([
  'function allCacheManagers() view returns (address[] managers)',
  'function isCacheManager(address manager) view returns (bool)',
  'function codehashIsCached(bytes32 codehash) view returns (bool)',
  'function cacheProgram(address program)',
])

/** The contract that holds the auction for places in the cache. */
export const cacheManagerAbi = parseAbi([
  'function getMinBid(address program) view returns (uint192)',
  'function placeBid(address program) payable',
])
