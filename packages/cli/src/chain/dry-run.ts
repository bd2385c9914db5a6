import { deployInitCode } from '@inkling/lab/chain'
import type { DataContract } from '@inkling/model/compile'
import type { Address } from 'viem'
import { type DryChain, dryChain } from './dry-chain.ts'

/** A program that stands on an embedded devnode of its own, active. */
export interface DryRun {
  chain: DryChain
  client: DryChain['client']
  address: Address
  /** Of its data contracts, 0 without. */
  dataGas: number
  deployGas: number
  activationGas: number
  /** Wei, on a chain where nothing was activated lately. */
  dataFee: bigint
}

/**
 * Deploys and activates code, after its data contracts, on a fresh embedded devnode under production rules: costs by doing, without a chain.
 * @throws BuildError (exit 4) with the chain's reason.
 */
export async function dryRun(
  code: Uint8Array,
  arbos = 51,
  data: readonly DataContract[] = [],
): Promise<DryRun> {
  const chain = await dryChain(arbos)
  let dataGas = 0
  for (const { deploy } of data) dataGas += (await chain.send(deploy.data, deploy.to)).gas
  const { address, gas: deployGas } = await chain.send(deployInitCode(code))
  const { gas: activationGas, dataFee } = await chain.activate(address)
  return { chain, client: chain.client, address, dataGas, deployGas, activationGas, dataFee }
}
