/** What the checks of this lab share: keys, deployments, submissions, and words for what came of them. */
import type { CallOutcome, CheckContext, DeployedContract, SendOutcome } from '@inkling/lab'
import { type LayerModel, loadModel } from '@inkling/model'
import { loadDigits8 } from '@inkling/model/data'
import { R, requestContext, type Trapdoor, type VerifyingKey } from '@inkling/proof'
import { type Address, concatHex, numberToHex, size } from 'viem'
import { parseTrapdoor } from './circuit.ts'
import { hex, keyIn, simulated } from './proofs.ts'

export const CORE = 'contract/core/src/lib.rs'

export const GADGETS = 'gadgets.ts'

export const FORGE = 'forge.ts'

/** What refusing may cost: a call, and a whole transaction with its 21,000 gas and its calldata. */
export const REFUSED_CALL = 250_000n

export const REFUSED_TRANSACTION = 265_000n

export interface Submission {
  requestId: bigint
  inputCommit: bigint
  class: number
  proof: Uint8Array
}

export interface Making {
  sender: Address
  requestId: bigint
  class: number
  inputCommit?: bigint
  chainId?: number
  contract?: Address
}

/** The development key that the contract holds, and everything that was kept of its set-up. */
export async function keys(ctx: CheckContext): Promise<{ key: VerifyingKey; trapdoor: Trapdoor }> {
  return {
    key: keyIn(await ctx.text('contract/core/src/key.rs'), 'DEVELOPMENT'),
    trapdoor: parseTrapdoor(await ctx.text('data/trapdoor.json')),
  }
}

/** Contract, keys and model, and how a submission is made and sent. `fresh` is a contract of the check's own. */
export async function scene(ctx: CheckContext, which: 'shared' | 'fresh' = 'shared') {
  const shared = await ctx.contract()
  const contract = which === 'fresh' ? await copyOf(ctx, shared) : shared
  const { key, trapdoor } = await keys(ctx)
  const model = loadModel(await ctx.text('data/model.json')) as LayerModel
  return {
    contract,
    key,
    trapdoor,
    model,
    /** Registers a commitment, unless one is given, and proves about it. */
    async prepare(making: Making): Promise<Submission> {
      const inputCommit = making.inputCommit ?? field(ctx)
      if (making.inputCommit === undefined) await ctx.send(contract, 'register', [inputCommit])
      const { sender, requestId, chainId = ctx.engine.chainId } = making
      const request = {
        chainId,
        contract: making.contract ?? contract.address,
        sender,
        requestId,
        inputCommit,
      }
      const signals = [inputCommit, BigInt(making.class), requestContext(request)]
      return { requestId, inputCommit, class: making.class, proof: simulated(key, trapdoor, signals) }
    },
    /** What the chain says to it: `accepted`, or the error. */
    async submit(submission: Submission, from: Address): Promise<string> {
      const { requestId, inputCommit, proof } = submission
      const args = [requestId, inputCommit, submission.class, hex(proof)]
      const outcome = await ctx.send(contract, 'submit', args, { from })
      if (outcome.status === 'reverted')
        expectCheap(ctx, outcome.gasUsed, 'a refused submission', {}, REFUSED_TRANSACTION)
      return inWords(outcome)
    },
  }
}

/** The contract's code once more, at an address of its own. It is active already: activation is by code. */
export async function copyOf(ctx: CheckContext, contract: DeployedContract): Promise<DeployedContract> {
  const { walletClient, publicClient } = ctx
  const code = hex(contract.code)
  const data = concatHex(['0x7f', numberToHex(size(code), { size: 32 }), '0x80602b6000396000f300', code])
  const hash = await walletClient.sendTransaction({
    data,
    account: walletClient.account!,
    chain: walletClient.chain,
  })
  const { contractAddress } = await publicClient.waitForTransactionReceipt({ hash })
  return { ...contract, address: contractAddress! }
}

export function expectNoLie(
  ctx: CheckContext,
  lie: bigint[] | undefined,
  input: string,
  at: { case?: number; cases?: number },
): void {
  const words = lie?.map(show).join(', ')
  ctx.expectTrue(lie === undefined, `a prover may say ${words} and no constraint objects`, {
    ...at,
    input,
    where: GADGETS,
  })
}

export function expectCheap(
  ctx: CheckContext,
  gas: bigint,
  input: string,
  at: { case?: number; cases?: number } = {},
  most = REFUSED_CALL,
): void {
  ctx.expectTrue(
    gas < most,
    `${input} took ${gas.toLocaleString('en-US')} gas, at most ${most.toLocaleString('en-US')} are allowed`,
    { ...at, input, where: CORE },
  )
}

/** Every case with its number, or the one that `--case` names. */
export function* each<T>(
  ctx: CheckContext,
  cases: readonly T[],
): Generator<[{ case: number; cases: number }, T]> {
  for (const [index, item] of cases.entries())
    if (ctx.onlyCase === undefined || ctx.onlyCase === index)
      yield [{ case: index, cases: cases.length }, item]
}

export function inWords(outcome: CallOutcome | SendOutcome): string {
  if (outcome.revert?.name !== undefined)
    return `${outcome.revert.name}(${(outcome.revert.args ?? []).join(', ')})`
  if (outcome.revert !== undefined) return `reverts with ${outcome.revert.data}`
  if (outcome.trap !== undefined) return `stops: ${outcome.trap}`
  return 'accepted'
}

/** A seeded integer below r. */
export function field(ctx: CheckContext): bigint {
  let value = 0n
  for (let i = 0; i < 8; i++) value = (value << 32n) | BigInt(Math.floor(ctx.rng() * 2 ** 32))
  return value % R
}

/** A number as people write it: those just below r are negative. */
export function show(value: bigint): string {
  const small = value > R / 2n ? value - R : value
  const text = small.toString()
  return text.length > 12 ? `${text.slice(0, 6)}...${text.slice(-4)}` : text
}

let digits: ReturnType<typeof loadDigits8>['test'] | undefined

export function heldOut(index: number): number[] {
  digits ??= loadDigits8().test
  return Array.from(digits.x.subarray(64 * index, 64 * index + 64))
}
