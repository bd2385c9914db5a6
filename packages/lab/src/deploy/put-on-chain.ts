import type { Address } from 'viem'
import { activate, deployCode } from '../engine/deploy.ts'
import type { Chain } from './connect-chain.ts'

/** Where a program stands, and what its activation cost. */
export interface OnChain {
  address: Address
  /** Fee of the activation in wei; 0 when the chain had activated this code before. */
  dataFee: bigint
  /** Gas of the activation. */
  gasUsed: bigint
}

/**
 * Stores a program and activates it: lab 1's two transactions.
 *
 * @param code `EFF00000` and the compressed program, as `compress` of `@inkling/wasm/brotli` makes it
 * @throws SubmissionError (exit 4) with the chain's reason; EnvironmentError (exit 3) when the node is gone
 */
export async function putOnChain(chain: Chain, code: Uint8Array): Promise<OnChain> {
  const address = await deployCode(chain, code)
  return { address, ...(await activate(chain, address)) }
}
