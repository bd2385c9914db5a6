/** What the checks of this lab share: nets and their data contracts on the graded chain, a registry of a check's own. */
import type { CallOutcome, CheckContext, DeployedContract, SendOutcome } from '@inkling/lab'
import { type LayerModel, loadModel, quantizeInput } from '@inkling/model'
import { type DataContract, dataContract } from '@inkling/model/compile'
import { loadMnist14 } from '@inkling/model/data'
import { type Address, concatHex, type Hex, numberToHex, size, toHex, zeroHash } from 'viem'
import { dataContracts, netBytes, weightsHash } from './net-bytes.ts'

export const CORE = 'contract/core/src/lib.rs'

/** As in contract/core/src/chain.rs, in seconds. */
export const NOTICE = 600

export interface Net {
  bytes: Uint8Array
  hash: Hex
  contracts: DataContract[]
  parts: Address[]
}

/** A net as it goes to a chain, in parts of at most `room` bytes. */
export function netOf(bytes: Uint8Array, room?: number): Net {
  const contracts = dataContracts(bytes, room)
  return { bytes, hash: weightsHash(bytes), contracts, parts: contracts.map(({ address }) => address) }
}

const models = new Map<string, LayerModel>()

/** `v1` or `v2` of the digit model. */
export async function theModel(ctx: CheckContext, name: 'v1' | 'v2'): Promise<LayerModel> {
  const text = await ctx.text(`data/${name}.json`)
  const model = models.get(text) ?? (loadModel(text) as LayerModel)
  models.set(text, model)
  return model
}

export async function theNet(ctx: CheckContext, name: 'v1' | 'v2'): Promise<Net> {
  return netOf(netBytes(await theModel(ctx, name)))
}

/**
 * A small net as bytes: two pixels of at most `top`, three hidden values, two scores, seeded weights. All of one `top`
 * have one schema.
 */
export function smallNet(seed: number, top = 15): Uint8Array {
  const byte = (i: number) => (seed * 31 + i * i * 7 + 3 * i) & 255
  const bytes = (count: number, from: number) => Array.from({ length: count }, (_, i) => byte(from + i))
  const words = (count: number, from: number) => bytes(count, from).flatMap((value) => [value, 0, 0, 0])
  const first = [3, 0, 2, 0, 3, 255, ...bytes(6, 1), ...words(3, 20)]
  const last = [2, 0, 3, 0, 0, 0, ...bytes(6, 40), ...words(2, 60)]
  return Uint8Array.from([2, top, ...first, ...last])
}

/** Puts data contracts on the graded chain, those that it doesn't have yet. Not the learner's `upload`. */
export async function put(ctx: CheckContext, contracts: readonly DataContract[]): Promise<void> {
  const { walletClient, publicClient } = ctx
  for (const { address, code, deploy } of contracts) {
    if ((await publicClient.getCode({ address })) === toHex(code)) continue
    const hash = await walletClient.sendTransaction({
      ...deploy,
      account: walletClient.account!,
      chain: walletClient.chain,
    })
    await publicClient.waitForTransactionReceipt({ hash })
  }
}

/** A data contract that no chain has: its bytes are of this run. */
export function unheardOf(ctx: CheckContext): DataContract {
  return dataContract(Uint8Array.from({ length: 24 }, () => Math.floor(256 * ctx.rng())))
}

/** A registry of the check's own, and what it says to a transaction: `accepted`, or the error. */
export async function scene(ctx: CheckContext) {
  const contract = await copyOf(ctx, await ctx.contract())
  const says = async (fn: string, args: unknown[], from = ctx.accounts[0]!) =>
    inWords(await ctx.send(contract, fn, args, { from }))
  return {
    contract,
    says,
    /** What a read gives, or the error. */
    asks: async (fn: string, args: unknown[], from?: Address): Promise<unknown> => {
      const outcome = await ctx.call(contract, fn, args, from ? { from } : {})
      return outcome.value === undefined ? inWords(outcome) : outcome.value
    },
    register: (net: Net, from?: Address) => says('register', [net.hash, zeroHash, net.parts], from),
    propose: (id: number, net: Net, from?: Address) =>
      says('propose', [id, net.hash, zeroHash, net.parts], from),
  }
}

/** The contract's code once more, at an address of its own. It is active already: activation is by code. */
async function copyOf(ctx: CheckContext, contract: DeployedContract): Promise<DeployedContract> {
  const { walletClient, publicClient } = ctx
  const code = toHex(contract.code)
  const data = concatHex(['0x7f', numberToHex(size(code), { size: 32 }), '0x80602b6000396000f300', code])
  const hash = await walletClient.sendTransaction({
    data,
    account: walletClient.account!,
    chain: walletClient.chain,
  })
  const { contractAddress } = await publicClient.waitForTransactionReceipt({ hash })
  return { ...contract, address: contractAddress! }
}

/** Moves a development chain's clock. Other nodes have their own time: false, and the rest of the check is left out. */
export async function wait(ctx: CheckContext, seconds: number): Promise<boolean> {
  if (ctx.engine.kind !== 'embedded') {
    ctx.note('what happens after a notice was not checked: this node’s clock can’t be moved')
    return false
  }
  await ctx.publicClient.request({ method: 'evm_increaseTime', params: [seconds] } as never)
  await ctx.publicClient.request({ method: 'evm_mine', params: [] } as never)
  return true
}

export async function timeOf(ctx: CheckContext): Promise<number> {
  return Number((await ctx.publicClient.getBlock()).timestamp)
}

export function inWords(outcome: CallOutcome | SendOutcome): string {
  if (outcome.revert?.name !== undefined)
    return `${outcome.revert.name}(${(outcome.revert.args ?? []).join(', ')})`
  if (outcome.revert !== undefined) return `reverts with ${outcome.revert.data}`
  if (outcome.trap !== undefined) return `stops: ${outcome.trap}`
  return 'accepted'
}

let digits: ReturnType<typeof loadMnist14>['test'] | undefined

/** A held-out digit as the contract takes it: a byte a pixel, 0 to 15. */
export function heldOut(model: LayerModel, index: number): number[] {
  digits ??= loadMnist14().test
  return quantizeInput(model.input, digits.x.subarray(196 * index, 196 * index + 196))
}
