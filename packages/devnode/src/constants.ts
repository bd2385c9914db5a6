/**
 * What everyone who knows an Arbitrum dev chain expects to find. The devcontainer's set-up of a nitro node
 * uses the same file, so that both chains start alike.
 */
export const CHAIN_ID = 412346

/** The published key of nitro's dev account. Public: never use it on a chain where anything has value. */
export const DEV_PRIVATE_KEY = '0xb6b15c8cb491557369f3c7d2c287b053eb229daa9c22138887752191c9520659'
export const DEV_ADDRESS = '0x3f1eae7d46d88f08fc2f8ed27fcb2ab183eb2d0e'

/** Balance of every funded account at genesis, wei. */
export const GENESIS_BALANCE = 1000n * 10n ** 18n

/** The ten accounts of the mnemonic `test test test test test test test test test test test junk` (anvil, Hardhat). */
export const TEST_PRIVATE_KEYS = [
  '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80',
  '0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d',
  '0x5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a',
  '0x7c852118294e51e653712a81e05800f419141751be58f605c371e15141b007a6',
  '0x47e179ec197488593b187f80a00eb0da91f1b9d0b13f8733639f19c30a34926a',
  '0x8b3a350cf5c34c9194ca85829a2df0ec3153be0318b5e2d3348e872092edffba',
  '0x92db14e403b83dfe3df233f83dfa3a0d7096f21ca9b0d6d6b8d88b2b4ec1564e',
  '0x4bbbf85ce3377467afe5d46f804f221813b2bb87f24d81f60f1fcdbf7cbf4356',
  '0xdbda1821b80551c9d65939329250298aa3472ba22feea921c0cf5d620ea67b97',
  '0x2a871d0798f97d79848a013d4936a73bf4cc922c825d33c1cf7073dff6d409c6',
] as const

/** EVM COINBASE on every Arbitrum chain: the address of the batch poster's sequencer alias (ArbOS). */
export const SEQUENCER = '0xa4b000000000000000000073657175656e636572'
/** Header gas limit of every Arbitrum block: 2^50. */
export const BLOCK_GAS_LIMIT = 1n << 50n
/** Minimum L2 base fee of the dev chain, wei. */
export const MIN_BASE_FEE = 100_000_000n
/** Compute gas a block (and, from ArbOS 50, a transaction) may use. */
export const MAX_COMPUTE_GAS = 32_000_000n
/** Gas cap of eth_call and eth_estimateGas. */
export const RPC_GAS_CAP = 50_000_000n
/** Start of Arbitrum time: hours of activation and the data pricer count from here (unix seconds). */
export const ARBITRUM_START_TIME = 1_421_388_000n
/** EIP-170. */
export const MAX_CODE_SIZE = 24_576

export const ARBOS_ADDRESSES = {
  ArbSys: '0x0000000000000000000000000000000000000064',
  ArbInfo: '0x0000000000000000000000000000000000000065',
  ArbAddressTable: '0x0000000000000000000000000000000000000066',
  ArbFunctionTable: '0x0000000000000000000000000000000000000068',
  ArbosTest: '0x0000000000000000000000000000000000000069',
  ArbOwnerPublic: '0x000000000000000000000000000000000000006b',
  ArbGasInfo: '0x000000000000000000000000000000000000006c',
  ArbAggregator: '0x000000000000000000000000000000000000006d',
  ArbRetryableTx: '0x000000000000000000000000000000000000006e',
  ArbStatistics: '0x000000000000000000000000000000000000006f',
  ArbOwner: '0x0000000000000000000000000000000000000070',
  ArbWasm: '0x0000000000000000000000000000000000000071',
  ArbWasmCache: '0x0000000000000000000000000000000000000072',
  ArbNativeTokenManager: '0x0000000000000000000000000000000000000073',
  NodeInterface: '0x00000000000000000000000000000000000000c8',
  ArbDebug: '0x00000000000000000000000000000000000000ff',
} as const
