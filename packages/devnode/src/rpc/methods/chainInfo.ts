import { keccak_256 } from '@noble/hashes/sha3.js'
import { quantity, to0x } from '../../bytes.ts'
import { CHAIN_ID } from '../../constants.ts'
import type { RpcMethods } from '../context.ts'
import { feeHistory } from '../feeHistory.ts'
import { bytes } from '../params.ts'

export const VERSION = 'inkling-devnode/0.1.0'

/** Who this node is, and what gas costs. */
export const chainInfoMethods: RpcMethods = {
  web3_clientVersion: () => VERSION,
  web3_sha3: (_, [data]) => to0x(keccak_256(bytes(data, 'data'))),
  net_version: () => String(CHAIN_ID),
  net_listening: () => true,
  net_peerCount: () => '0x0',
  rpc_modules: () => ({ debug: '1.0', eth: '1.0', evm: '1.0', net: '1.0', txpool: '1.0', web3: '1.0' }),
  eth_chainId: () => quantity(CHAIN_ID),
  eth_syncing: () => false,
  eth_blockNumber: ({ chain }) => quantity(chain.head.number),
  eth_gasPrice: ({ chain }) => quantity(chain.nextBlockInfo().baseFee),
  eth_maxPriorityFeePerGas: () => '0x0',
  eth_feeHistory: ({ chain }, [count, newest, percentiles]) => feeHistory(chain, count, newest, percentiles),
}
