import type { DataContract } from '../../../../../packages/model/src/compile/data/data-contract.ts'
import { callOf, readWords, wordsCall } from '../chain/abi.ts'
import { type Chain, ChainError, fetchProgram } from '../chain/chain.ts'
import { type Hex, toHex, word } from '../chain/hex.ts'

/** A version of the lab's net, and the data contracts that hold it: their addresses follow from the bytes. */
export interface Net {
  bytes: Uint8Array
  hash: Hex
  parts: Pick<DataContract, 'address' | 'deploy'>[]
}

/**
 * A net from the site. What makes data contracts of it is fetched with it, and only then.
 * @throws ChainError in words for the visitor
 */
export async function loadNet(chain: Chain, version: 'v1' | 'v2'): Promise<Net> {
  const [bytes, { DATA_ROOM, dataContract }] = await Promise.all([
    fetchProgram(`net-${version}`),
    import('../../../../../packages/model/src/compile/data/data-contract.ts').catch(() => {
      throw new ChainError('A part of this page could not be loaded. Check the connection and try again.')
    }),
  ])
  const parts = Array.from({ length: Math.ceil(bytes.length / DATA_ROOM) }, (_, i) =>
    dataContract(bytes.subarray(i * DATA_ROOM, (i + 1) * DATA_ROOM)),
  )
  return { bytes, hash: await chain.request<Hex>('web3_sha3', toHex(bytes)), parts }
}

/** Sends what the chain doesn't have yet, and looks again afterwards. */
export async function upload(chain: Chain, net: Net): Promise<{ sent: number; gas: number }> {
  const isThere = async (address: Hex) =>
    (await chain.request<Hex>('eth_getCode', address, 'latest')) !== '0x'
  let [sent, gas] = [0, 0]
  for (const { address, deploy } of net.parts) {
    if (await isThere(address)) continue
    gas += Number((await chain.send(deploy)).gasUsed)
    sent++
    if (!(await isThere(address))) throw new Error(`A part of the weights is not at ${address}. Try again.`)
  }
  return { sent, gas }
}

const NO_KEY: Hex = `0x${word(0)}`

/** Calldata that names a net: for a new model, or as a model's next version. There is no proof of it, so no key. */
export const claimCall = (net: Net, model?: number): Hex => {
  const claim = [net.hash, NO_KEY, net.parts.map(({ address }) => address)] as const
  return model === undefined ? callOf('8.register', ...claim) : callOf('propose', model, ...claim)
}

/** What the registry has on record of a version. */
export interface Version {
  number: number
  hash: Hex
  parts: number
  /** In seconds of the chain's time. */
  activeFrom: number
  deprecated: boolean
}

/** All versions of a model, from the contract. */
export async function readVersions(chain: Chain, to: Hex, model: number): Promise<Version[]> {
  const read = (data: Hex) => chain.request<Hex>('eth_call', { to, data }, 'latest')
  const count = Number(await read(wordsCall('versionCount', model)))
  const versions: Version[] = []
  for (let number = 1; number <= count; number++) {
    const [hash, , from, deprecated, , parts] = readWords(await read(wordsCall('version', model, number)))
    versions.push({
      number,
      hash: hash as Hex,
      parts: Number(parts),
      activeFrom: Number(from),
      deprecated: Number(deprecated) === 1,
    })
  }
  return versions
}

/** The chain's time, in seconds. */
export const timeOf = async (chain: Chain): Promise<number> =>
  Number((await chain.request<{ timestamp: Hex }>('eth_getBlockByNumber', 'latest', false)).timestamp)

/** Lets time pass on this tab's chain. */
export async function pass(chain: Chain, seconds: number): Promise<void> {
  await chain.request('evm_increaseTime', seconds)
  await chain.request('evm_mine')
}
