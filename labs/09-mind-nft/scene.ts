/** What the checks of this lab share: fresh contracts, random minds, and words for what came of a call. */
import type { CallOutcome, CheckContext, DeployedContract, SendOutcome } from '@inkling/lab'
import { type Address, concatHex, type Hex, numberToHex, size, toHex } from 'viem'

export const CORE = 'contract/core/src/lib.rs'

export const ORACLE = 'TypeScript reference'

/** A seeded mind. */
export function randomDna(ctx: CheckContext): Hex {
  return toHex(Uint8Array.from({ length: 32 }, () => Math.floor(256 * ctx.rng())))
}

/** The contract's code once more, with a storage of its own. It is active already: activation is by code. */
export async function fresh(
  ctx: CheckContext,
  build: 'plain' | 'steps' = 'plain',
): Promise<DeployedContract> {
  const contract = await ctx.contract(build)
  return { ...contract, address: await deployRaw(ctx, toHex(contract.code)) }
}

/** Puts code on the chain as it is. */
export async function deployRaw(ctx: CheckContext, code: Hex): Promise<Address> {
  const { walletClient, publicClient } = ctx
  const data = concatHex(['0x7f', numberToHex(size(code), { size: 32 }), '0x80602b6000396000f300', code])
  const hash = await walletClient.sendTransaction({
    data,
    account: walletClient.account!,
    chain: walletClient.chain,
  })
  const { contractAddress } = await publicClient.waitForTransactionReceipt({ hash })
  return contractAddress!
}

/** Mints these for the first account, one after the other: their numbers begin at 0. */
export async function mintAll(
  ctx: CheckContext,
  contract: DeployedContract,
  dnas: readonly Hex[],
  from?: Address,
): Promise<void> {
  for (const dna of dnas) {
    const outcome = await ctx.send(contract, 'mint', [dna], from === undefined ? {} : { from })
    ctx.expectEqual(inWords(outcome), 'accepted', { input: `mint ${dna}`, where: 'contract/src/contract.rs' })
  }
}

export function inWords(outcome: CallOutcome | SendOutcome): string {
  if (outcome.revert?.name !== undefined)
    return `${outcome.revert.name}(${(outcome.revert.args ?? []).map(short).join(', ')})`
  if (outcome.revert !== undefined) return `reverts with ${outcome.revert.data}`
  if (outcome.trap !== undefined) return `stops: ${outcome.trap}`
  return 'accepted'
}

/** The value of a call in words, or why there is none. */
export function answerOf(outcome: CallOutcome): unknown {
  return inWords(outcome) === 'accepted' ? outcome.value : inWords(outcome)
}

/** Addresses take a line of their own otherwise. */
export function short(value: unknown): string {
  const text = String(value)
  return /^0x[0-9a-fA-F]{40}$/.test(text) ? `${text.slice(0, 8).toLowerCase()}…` : text
}
