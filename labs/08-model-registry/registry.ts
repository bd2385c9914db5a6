/** The registry as a wallet sees it: what it reads there, and the words for what it finds. */
import type { Chain } from '@inkling/lab/deploy'
import { type Abi, type Address, type Hex, isAddressEqual, parseAbi, parseEventLogs } from 'viem'
import lab from './lab.ts'

export const registryAbi: Abi = parseAbi(lab.contract!.abi)

/** What a wallet noted on its own side when it pinned a version. */
export interface Noted {
  version: number
  /** Addresses of the data contracts, computed from the bytes that the wallet's team has tested. */
  parts: readonly Address[]
  /** keccak256 of these bytes. */
  weightsHash: Hex
  /** Who owned the model then. */
  owner: Address
}

/** One line of a model's history. `activeFrom` is 0 where the event has none. */
export interface Entry {
  event: 'VersionProposed' | 'VersionDeprecated'
  version: number
  /** In seconds. */
  activeFrom: number
}

/** What the registry says now. */
export interface Seen {
  /** Of the pinned version. */
  parts: readonly Address[]
  weightsHash: Hex
  owner: Address
  history: readonly Entry[]
  /** The latest block's time, in seconds. */
  now: number
}

/** The words for each finding. */
export const says = {
  otherWeights: 'the pinned version has other weights than those that were tested',
  deprecated: 'the pinned version is deprecated',
  upcoming: (version: number, from: number) => `version ${version} is to answer from second ${from}`,
  otherOwner: (owner: Address) => `the model belongs to ${owner.toLowerCase()} now`,
}

/** Whether two lists have the same addresses in the same order, however their letters are cased. */
export function sameAddresses(a: readonly Address[], b: readonly Address[]): boolean {
  return a.length === b.length && a.every((address, i) => isAddressEqual(address, b[i]!))
}

/** Reads what an audit needs: the pinned version, the owner, and the history since the registry began. */
export async function look(
  { publicClient }: Chain,
  registry: Address,
  id: bigint,
  version: number,
): Promise<Seen> {
  const read = (functionName: string, args: unknown[]) =>
    publicClient.readContract({ address: registry, abi: registryAbi, functionName, args })
  const [weightsHash, , , , parts] = (await read('version', [id, version])) as [
    Hex,
    Hex,
    bigint,
    boolean,
    Address[],
  ]
  const owner = (await read('owner', [id])) as Address
  const logs = await publicClient.getLogs({ address: registry, fromBlock: 0n })
  const history: Entry[] = []
  for (const { eventName, args } of parseEventLogs({ abi: registryAbi, logs })) {
    const { id: of, version = 0, activeFrom = 0n } = args as unknown as Record<string, bigint>
    if (of === id && (eventName === 'VersionProposed' || eventName === 'VersionDeprecated'))
      history.push({ event: eventName, version: Number(version), activeFrom: Number(activeFrom) })
  }
  const { timestamp } = await publicClient.getBlock()
  return { parts, weightsHash, owner, history, now: Number(timestamp) }
}
