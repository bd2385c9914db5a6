import { DEV_PRIVATE_KEY, TEST_PRIVATE_KEYS } from '@inkling/devnode/constants'
import { type Abi, type Address, encodeFunctionData, type Hex, parseEther } from 'viem'
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { FaultError } from '../errors.ts'
import type { DeployedContract, SendOptions, SendOutcome } from '../types.ts'
import { CALL_GAS, callContract, nodeFailure } from './call.ts'
import type { OpenEngine } from './open.ts'

let known: PrivateKeyAccount[] | undefined

/** The dev account and ten more, all with published keys: for development chains only. */
export function signers(): PrivateKeyAccount[] {
  known ??= [DEV_PRIVATE_KEY, ...TEST_PRIVATE_KEYS].map((key) => privateKeyToAccount(key as Hex))
  return known
}

/** What a second player needs for a while; a node that funds only its first account gets it from there. */
const POCKET_MONEY = parseEther('1')

async function fund(open: OpenEngine, to: Address): Promise<void> {
  const { publicClient, walletClient } = open
  if ((await publicClient.getBalance({ address: to })) >= POCKET_MONEY / 2n) return
  const hash = await walletClient.sendTransaction({
    to,
    value: POCKET_MONEY,
    account: walletClient.account!,
    chain: walletClient.chain,
  })
  await publicClient.waitForTransactionReceipt({ hash })
}

/**
 * Sends a transaction and waits until it is in a block. A reverted one is a result with its reason, which is
 * asked for by the same call afterwards.
 */
export async function sendTransaction(
  open: OpenEngine,
  contract: DeployedContract,
  fn: string,
  args: readonly unknown[],
  opts: SendOptions = {},
): Promise<SendOutcome> {
  const all = signers()
  const account =
    opts.from === undefined
      ? all[0]
      : all.find((signer) => signer.address.toLowerCase() === opts.from?.toLowerCase())
  if (account === undefined)
    throw new FaultError(`send from ${opts.from}: only the addresses of ctx.accounts can sign`)
  const data = encodeFunctionData({ abi: contract.abi as Abi, functionName: fn, args } as never)
  try {
    if (account !== all[0]) await fund(open, account.address)
    const hash = await open.walletClient.sendTransaction({
      to: contract.address,
      data,
      gas: CALL_GAS,
      ...(opts.value === undefined ? {} : { value: opts.value }),
      account,
      chain: open.walletClient.chain,
    })
    const receipt = await open.publicClient.waitForTransactionReceipt({ hash })
    const outcome: SendOutcome = { hash, gasUsed: receipt.gasUsed, status: receipt.status }
    if (receipt.status === 'success') return outcome
    const { revert, trap } = await callContract(open, contract, fn, args, { from: account.address })
    return {
      ...outcome,
      ...(revert === undefined ? {} : { revert }),
      ...(trap === undefined ? {} : { trap }),
    }
  } catch (error) {
    throw nodeFailure(error) ?? error
  }
}
