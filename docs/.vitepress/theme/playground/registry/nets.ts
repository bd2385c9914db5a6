import { callOf, readWords, wordsCall } from '../chain/abi.ts'
import { type Chain, fetchProgram } from '../chain/chain.ts'
import { type Hex, toHex, word } from '../chain/hex.ts'

/** Stands on nearly every chain, this one included. Calldata: a salt, then init code. */
const FACTORY: Hex = '0x4e59b44847b379578588920ca78fbf26c0b4956c'
const SALT = word(0)
/** A contract of 24,576 bytes whose first byte keeps it from being run. */
const ROOM = 24_575

/** A version of the lab's net, and the data contracts that hold it: their addresses follow from the bytes. */
export interface Net {
  bytes: Uint8Array
  hash: Hex
  parts: { address: Hex; deploy: Hex }[]
}

const hashOf = (chain: Chain, hex: string) => chain.request<Hex>('web3_sha3', hex)

/**
 * A net from the site, with the chain's own hash for its name and its addresses.
 * @throws ChainError in words for the visitor
 */
export async function loadNet(chain: Chain, version: 'v1' | 'v2'): Promise<Net> {
  const bytes = await fetchProgram(`net-${version}`)
  const parts: Net['parts'] = []
  for (let at = 0; at < bytes.length; at += ROOM) {
    const payload = bytes.subarray(at, at + ROOM)
    const length = (payload.length + 1).toString(16).padStart(4, '0')
    // Copies what follows, STOP and the weights, and returns it.
    const init = `61${length}80600a3d393df300${toHex(payload).slice(2)}`
    const codeHash = (await hashOf(chain, `0x${init}`)).slice(2)
    const place = await hashOf(chain, `0xff${FACTORY.slice(2)}${SALT}${codeHash}`)
    parts.push({ address: `0x${place.slice(26)}`, deploy: `0x${SALT}${init}` })
  }
  return { bytes, hash: await hashOf(chain, toHex(bytes)), parts }
}

/** Sends what the chain doesn't have yet, and looks again afterwards. */
export async function upload(chain: Chain, net: Net): Promise<{ sent: number; gas: number }> {
  const isThere = async (address: Hex) =>
    (await chain.request<Hex>('eth_getCode', address, 'latest')) !== '0x'
  let [sent, gas] = [0, 0]
  for (const { address, deploy } of net.parts) {
    if (await isThere(address)) continue
    gas += Number((await chain.send({ to: FACTORY, data: deploy })).gasUsed)
    sent++
    if (!(await isThere(address))) throw new Error(`A part of the weights is not at ${address}. Try again.`)
  }
  return { sent, gas }
}

/** Calldata that names a net: for a new model, or as a model's next version. There is no proof of it, so no key. */
export const claimCall = (net: Net, model?: number): Hex => {
  const claim = [net.hash, `0x${SALT}`, net.parts.map(({ address }) => address)] as const
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
