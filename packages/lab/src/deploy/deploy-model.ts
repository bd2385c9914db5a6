import type { Model } from '@inkling/model'
import type { Hex } from 'viem'
import { type Comparison, compareOnChain } from './compare-on-chain.ts'
import type { Chain } from './connect-chain.ts'
import { type OnChain, putOnChain } from './put-on-chain.ts'

/** A model contract that was put on a chain and asked about its test vectors there. */
export type DeployedModel = OnChain & Comparison

/**
 * Puts a model contract on a chain and does not take its word for it: stores, activates, and compares what the chain
 * says about `inputs` with the model file.
 *
 * @param code `EFF00000` and the compressed program
 * @param inputs packed inputs, for instance those of the test vectors
 */
export async function deployModel(
  chain: Chain,
  code: Uint8Array,
  model: Model,
  inputs: readonly Hex[],
): Promise<DeployedModel> {
  const onChain = await putOnChain(chain, code)
  return { ...onChain, ...(await compareOnChain(chain.publicClient, onChain.address, model, inputs)) }
}

/** What a deployment has to tell, a line each. */
export function deployedLines({ address, dataFee, asked, equal, first }: DeployedModel): string[] {
  return [
    `address   ${address}`,
    `fee       ${dataFee} wei`,
    `checked   ${equal} of ${asked} test vectors are answered as the model file says`,
    ...(first === undefined ? [] : [`first     ${first}`]),
  ]
}
