import type { DataContract } from '@inkling/model/compile'
import { toHex } from 'viem'
import { BuildError, NotReadyError } from '../errors.ts'
import type { Wallet } from './connect.ts'
import { chainError, sent } from './send.ts'

export interface DataQuote {
  /** Those that the chain doesn't have yet. */
  missing: DataContract[]
  /** Already there, byte for byte. */
  present: number
  /** Gas of all that are missing, as the chain estimates it. */
  gas: bigint
}

/**
 * Which data contracts have to be deployed, and for how much. An earlier run that was stopped, or anyone else who
 * deployed the same weights, leaves less to do.
 *
 * @throws NotReadyError (exit 3) on a chain without the factory.
 */
export async function quoteData(
  { client, wallet, name }: Wallet,
  contracts: readonly DataContract[],
): Promise<DataQuote> {
  const missing: DataContract[] = []
  let gas = 0n
  const factory = contracts[0]?.deploy.to
  if (!factory) return { missing, present: 0, gas }
  try {
    if (!(await client.getCode({ address: factory })))
      throw new NotReadyError(`${name} has no CREATE2 factory at ${factory}`, {
        remedy:
          'data contracts need it; it is on Arbitrum One, Sepolia and the development nodes. Or compile with --placement const-stores or data, where the model fits',
      })
    for (const contract of contracts) {
      if (await isThere(client, contract)) continue
      missing.push(contract)
      gas += await client.estimateGas({ account: wallet.account.address, ...contract.deploy })
    }
  } catch (error) {
    throw error instanceof NotReadyError
      ? error
      : chainError('the data contracts could not be asked for', error)
  }
  return { missing, present: contracts.length - missing.length, gas }
}

/**
 * Deploys what is missing, one transaction each, and reads every one back.
 *
 * @returns gas used.
 * @throws BuildError (exit 4) where one doesn't stand there afterwards; what was deployed stays, so run it again.
 */
export async function putData(
  { client, wallet }: Wallet,
  missing: readonly DataContract[],
  say: (text: string) => void,
): Promise<bigint> {
  let gas = 0n
  for (const [i, contract] of missing.entries()) {
    say(`deploying data contract ${i + 1} of ${missing.length}`)
    const receipt = await sent(`data contract ${contract.address}`, client, () =>
      wallet.sendTransaction(contract.deploy),
    )
    gas += receipt.gasUsed
    if (!(await isThere(client, contract)))
      throw new BuildError(`data contract ${contract.address} is not what was sent`, {
        remedy: `transaction ${receipt.transactionHash}; what was deployed stays, so run it again`,
      })
  }
  return gas
}

async function isThere(client: Wallet['client'], { address, code }: DataContract): Promise<boolean> {
  return (await client.getCode({ address })) === toHex(code)
}
