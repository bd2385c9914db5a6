import { quantity } from '../../bytes.ts'
import type { Chain } from '../../chain/chain.ts'
import { dumpChain, loadChain } from '../../chain/dump.ts'
import { LAST_TIMESTAMP } from '../../chain/time.ts'
import { CHAIN_ID } from '../../constants.ts'
import { invalidParams, StateFileError } from '../../errors.ts'
import { EMPTY_CODE_HASH } from '../../state/state.ts'
import type { RpcContext, RpcMethod, RpcMethods } from '../context.ts'
import { hexToString, stringToHex } from '../hexText.ts'
import { address, bool, bytes, count, hash, object, serverError, show, slot, uint, word } from '../params.ts'
import { VERSION } from './chainInfo.ts'

const MAX_BLOCKS = 100_000
const U256 = 1n << 256n
const U64 = 1n << 64n

const refused =
  (why: string): RpcMethod =>
  () => {
    throw serverError(why)
  }

function account(chain: Chain, key: string) {
  return chain.state.account(key) ?? { nonce: 0n, balance: 0n, codeHash: EMPTY_CODE_HASH }
}

const setBalance: RpcMethod = ({ chain }, [a, balance]) => {
  const key = address(a)
  chain.state.setAccount(key, { ...account(chain, key), balance: below(uint(balance, 'balance'), U256) })
  return true
}
const setNonce: RpcMethod = ({ chain }, [a, nonce]) => {
  const key = address(a)
  chain.state.setAccount(key, { ...account(chain, key), nonce: below(uint(nonce, 'nonce'), U64) })
  return true
}
const setCode: RpcMethod = ({ chain }, [a, code]) => {
  chain.state.setCode(address(a), bytes(code, 'code'))
  return true
}
const setStorageAt: RpcMethod = ({ chain }, [a, key, value]) => {
  chain.state.setSlot(address(a), slot(key), word(value, 'storage value'))
  return true
}

function below(value: bigint, limit: bigint): bigint {
  if (value >= limit) throw invalidParams(`a value of ${value} does not fit`)
  return value
}

/** Blocks, `interval` seconds apart where it is given. */
async function mineBlocks({ chain }: RpcContext, blocks: number, interval: bigint): Promise<void> {
  for (let i = 0; i < blocks; i++) {
    if (i > 0 && interval > 0n) setNext(chain, chain.head.timestamp + interval)
    await chain.mine()
  }
}

const mine: RpcMethod = async (context, [blocks, interval]) => {
  const given = (v: unknown) => v !== undefined && v !== null
  const n = given(blocks) ? count(blocks, 'number of blocks', MAX_BLOCKS) : 1
  await mineBlocks(context, n, given(interval) ? uint(interval, 'interval') : 0n)
  return null
}

function setNext(chain: Chain, timestamp: bigint): void {
  if (timestamp < chain.head.timestamp)
    throw invalidParams(
      `timestamp ${timestamp} is before the latest block's, ${chain.head.timestamp}: time never goes back`,
    )
  chain.time.settings = { ...chain.time.settings, next: inTime(timestamp) }
}

function inTime(timestamp: bigint): bigint {
  if (timestamp > LAST_TIMESTAMP)
    throw invalidParams(`timestamp ${timestamp} is past the end of this chain's time, ${LAST_TIMESTAMP}`)
  return timestamp
}

const evmMine: RpcMethod = async (context, [how]) => {
  const isObject = typeof how === 'object' && how !== null
  const o = isObject ? object(how, 'options') : { timestamp: how }
  if (o.timestamp !== undefined && o.timestamp !== null)
    setNext(context.chain, uint(o.timestamp, 'timestamp'))
  await mineBlocks(context, o.blocks === undefined ? 1 : count(o.blocks, 'blocks', MAX_BLOCKS), 0n)
  return '0x0'
}

const increaseTime: RpcMethod = ({ chain }, [seconds]) => {
  const by = uint(seconds, 'seconds')
  inTime(chain.now() + by)
  chain.time.moveBy(by)
  return quantity(chain.time.settings.offset > 0n ? chain.time.settings.offset : 0n)
}

/** In seconds, as anvil takes it (Hardhat: milliseconds). */
const setIntervalMining: RpcMethod = ({ interval }, [seconds]) => {
  interval.set(1000 * count(seconds, 'interval', 2_000_000))
  return true
}

const setAutomine: RpcMethod = async ({ chain }, [enabled]) => {
  chain.automine = bool(enabled, 'automine')
  while (chain.automine && chain.pool.all.length > 0) {
    const waiting = chain.pool.all.length
    await chain.mine()
    if (chain.pool.all.length === waiting) break // what is left waits for a nonce that nobody sent
  }
  return null
}

const reset: RpcMethod = ({ chain, wallet, interval }, [how]) => {
  const forking = (how as { forking?: { jsonRpcUrl?: unknown } } | undefined)?.forking
  if (forking?.jsonRpcUrl)
    throw serverError('this devnode does not fork other chains: it has the rules of a Stylus dev chain only')
  chain.reset()
  wallet.reset()
  interval.set(0)
  return true
}

const dumpState: RpcMethod = ({ chain }) => stringToHex(dumpChain(chain))
const loadState: RpcMethod = ({ chain }, [state]) => {
  try {
    loadChain(chain, hexToString(bytes(state, 'the state')))
  } catch (e) {
    if (e instanceof StateFileError) throw serverError(e.message)
    throw e
  }
  return true
}

/** Methods of test clients, by what follows `anvil_` or `hardhat_`. */
const both: RpcMethods = {
  setBalance,
  setNonce,
  setCode,
  setStorageAt,
  mine,
  reset,
  dumpState,
  loadState,
  impersonateAccount: ({ wallet }, [a]) => {
    wallet.impersonate(address(a))
    return true
  },
  stopImpersonatingAccount: ({ wallet }, [a]) => {
    wallet.stopImpersonating(address(a))
    return true
  },
  autoImpersonateAccount: ({ wallet }, [enabled]) => {
    wallet.everybody = bool(enabled, 'enabled')
    return true
  },
  getAutomine: ({ chain }) => chain.automine,
  setAutomine,
  setIntervalMining,
  dropTransaction: ({ chain }, [h]) => {
    const wanted = hash(h, 'transaction hash')
    if (chain.txs.has(wanted)) throw serverError('the transaction is in a block: it can no longer be dropped')
    return chain.pool.remove(wanted) ? `0x${wanted}` : null
  },
  dropAllTransactions: ({ chain }) => {
    chain.pool.restore([])
    return true
  },
  setNextBlockBaseFeePerGas: ({ chain }, [fee]) => {
    chain.nextBaseFee = below(uint(fee, 'base fee'), U64)
    return true
  },
  /** What the owner does with ArbOwner.setMinimumL2BaseFee. */
  setMinGasPrice: ({ chain }, [price]) => {
    chain.state.set(chain.state.arbos, 'minBaseFee', below(uint(price, 'gas price'), U64))
    return true
  },
  setBlockTimestampInterval: ({ chain }, [seconds]) => {
    const interval = BigInt(count(seconds, 'interval', 2 ** 31))
    chain.time.settings = { ...chain.time.settings, interval }
    return true
  },
  removeBlockTimestampInterval: ({ chain }) => {
    const had = chain.time.settings.interval !== undefined
    chain.time.settings = { ...chain.time.settings, interval: undefined }
    // where the interval ran ahead of the clock, time goes on from there
    if (had && chain.now() === chain.head.timestamp) chain.time.moveTo(chain.head.timestamp)
    return had
  },
  setLoggingEnabled: () => true,
  setCoinbase: refused(
    'the coinbase of every Arbitrum block is the sequencer, 0xa4b000000000000000000073657175656e636572',
  ),
  setPrevRandao: refused('PREVRANDAO is 1 on Arbitrum'),
  setBlockGasLimit: refused(
    'the gas limit of an Arbitrum block is 2^50; a transaction has 32,000,000 gas at most',
  ),
  setRpcUrl: refused('this devnode does not fork other chains'),
  setChainId: refused('the chain id of the dev chain is 412346'),
  metadata: ({ chain }) => ({
    clientVersion: VERSION,
    chainId: CHAIN_ID,
    latestBlockNumber: Number(chain.head.number),
    latestBlockHash: `0x${chain.head.hash}`,
    arbosVersion: chain.profile.arbos,
  }),
  nodeInfo: ({ chain }) => ({
    currentBlockNumber: quantity(chain.head.number),
    currentBlockTimestamp: Number(chain.head.timestamp),
    currentBlockHash: `0x${chain.head.hash}`,
    hardFork: chain.profile.hardfork,
    arbosVersion: chain.profile.arbos,
    environment: { baseFee: quantity(chain.nextBlockInfo().baseFee), chainId: CHAIN_ID },
  }),
}

const prefixed = (prefix: string, methods: RpcMethods): RpcMethods =>
  Object.fromEntries(Object.entries(methods).map(([name, run]) => [`${prefix}_${name}`, run]))

/** What Hardhat, anvil and viem's test client can do with a chain. */
export const developmentMethods: RpcMethods = {
  ...prefixed('anvil', both),
  ...prefixed('hardhat', both),
  evm_mine: evmMine,
  evm_increaseTime: increaseTime,
  evm_setNextBlockTimestamp: ({ chain }, [timestamp]) => {
    setNext(chain, uint(timestamp, 'timestamp'))
    return null
  },
  /** Milliseconds or seconds, as ganache and anvil take it. */
  evm_setTime: ({ chain }, [time]) => {
    const given = uint(time, 'time')
    chain.time.moveTo(inTime(given > 100_000_000_000n ? given / 1000n : given))
    return quantity(chain.now())
  },
  evm_setAutomine: setAutomine,
  evm_setIntervalMining: setIntervalMining,
  evm_setBlockGasLimit: both.setBlockGasLimit as RpcMethod,
  evm_setAccountBalance: setBalance,
  evm_setAccountCode: setCode,
  evm_setAccountNonce: setNonce,
  evm_setAccountStorageAt: setStorageAt,
  evm_snapshot: ({ chain }) => quantity(chain.snapshot()),
  evm_revert: ({ chain }, [id]) => {
    if (!chain.returnTo(Number(uint(id, 'snapshot id'))))
      throw invalidParams(
        `there is no snapshot ${show(id)}: each can be used once, and goes with those before it`,
      )
    return true
  },
  eth_mining: ({ chain }) => chain.automine,
  miner_start: (context) => setAutomine(context, [true]),
  miner_stop: (context) => setAutomine(context, [false]),
}
