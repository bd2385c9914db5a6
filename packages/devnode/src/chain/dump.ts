import { keccak_256 } from '@noble/hashes/sha3.js'
import { bytesToHex } from '../bytes.ts'
import { CHAIN_ID } from '../constants.ts'
import { StateFileError } from '../errors.ts'
import { type AccountRecord, EMPTY_CODE_HASH, type State } from '../state/state.ts'
import type { Chain } from './chain.ts'
import { wrongField } from './dumpShape.ts'
import { decode, encode } from './encode.ts'
import type { BlockRecord, TxRecord } from './types.ts'

const FORMAT = 'inkling-devnode-state'
const VERSION = 1

/** Everything a chain consists of but the states of earlier blocks. */
interface Body {
  chainId: number
  arbos: number
  timeOffset: bigint
  accounts: Record<string, AccountRecord>
  codes: Record<string, Uint8Array>
  storage: Record<string, Record<string, Uint8Array>>
  arbosState: Record<string, unknown>
  blocks: (Omit<BlockRecord, 'txs' | 'position'> & { txs: Omit<TxRecord, 'block' | 'rerun'>[] })[]
}

/** The chain as text: `{format, version, digest, body}`. Reads at earlier blocks and traces don't survive. */
export function dumpChain(chain: Chain): string {
  const { state } = chain
  const used = new Set([...state.accounts.values()].map((a) => a.codeHash))
  const body: Body = {
    chainId: CHAIN_ID,
    arbos: chain.profile.arbos,
    timeOffset: chain.time.settings.offset,
    accounts: Object.fromEntries(state.accounts),
    codes: Object.fromEntries(
      [...state.codes].filter(([hash]) => used.has(hash) && hash !== EMPTY_CODE_HASH),
    ),
    storage: Object.fromEntries(
      [...state.storage]
        .filter(([, slots]) => slots.size > 0)
        .map(([address, slots]) => [address, Object.fromEntries(slots)]),
    ),
    arbosState: Object.fromEntries(state.arbos),
    blocks: chain.blocks.map(({ position: _, txs, ...block }) => ({
      ...block,
      txs: txs.map(({ block: _, rerun: __, ...tx }) => tx),
    })),
  }
  const text = JSON.stringify(encode(body))
  return `{"format":"${FORMAT}","version":${VERSION},"digest":"${digest(text)}","body":${text}}\n`
}

const digest = (text: string): string => bytesToHex(keccak_256(new TextEncoder().encode(text)))

/**
 * Makes `chain` the one that `text` holds. Nothing changes where it can't be used.
 * @throws StateFileError saying why.
 */
export function loadChain(chain: Chain, text: string): void {
  const body = readBody(text)
  if (body.chainId !== CHAIN_ID)
    throw new StateFileError(`it is of a chain with id ${body.chainId}, not ${CHAIN_ID}`, false)
  if (body.arbos !== chain.profile.arbos)
    throw new StateFileError(
      `it was saved at ArbOS ${body.arbos} and this chain has ${chain.profile.arbos}: start with --arbos ${body.arbos}`,
      false,
    )
  const before = chain.state.position
  try {
    fill(chain.state, body)
  } catch (e) {
    chain.state.rewind(before)
    throw new StateFileError(`it is damaged: ${(e as Error).message}`)
  }
  const { settings } = chain.time
  chain.time.settings = { ...settings, offset: body.timeOffset, next: undefined, interval: undefined }
  chain.adopt(
    body.blocks.map(({ txs, ...rest }) => {
      const block: BlockRecord = { ...rest, position: undefined, txs: [] }
      block.txs = txs.map((tx) => ({ ...tx, block, rerun: undefined }))
      return block
    }),
  )
}

function readBody(text: string): Body {
  const head = /^\{"format":"([^"]{1,40})","version":(\d{1,6}),"digest":"([0-9a-f]{64})","body":/.exec(text)
  if (head?.[1] !== FORMAT) throw new StateFileError('it is not a state of this devnode')
  if (Number(head[2]) !== VERSION)
    throw new StateFileError(`its format is version ${head[2]}, this devnode reads version ${VERSION}`, false)
  const end = text.lastIndexOf('}')
  const body = text.slice(head[0].length, end)
  if (end < 0 || digest(body) !== head[3])
    throw new StateFileError('it is damaged: its contents do not match its digest')
  let decoded: unknown
  try {
    decoded = decode(JSON.parse(body))
  } catch (e) {
    throw new StateFileError(`it is damaged: ${(e as Error).message}`)
  }
  const wrong = wrongField(decoded)
  if (wrong) throw new StateFileError(`it is damaged: ${wrong} is not what it should be`)
  return decoded as Body
}

/** Sets every value of the state, through its undo log. */
function fill(state: State, body: Body): void {
  for (const code of Object.values(body.codes)) state.codes.set(bytesToHex(keccak_256(code)), code)
  replace(state, state.accounts, body.accounts)
  replace(state, state.arbos, body.arbosState)
  for (const address of state.storage.keys()) state.clearStorage(address)
  for (const [address, slots] of Object.entries(body.storage))
    for (const [key, value] of Object.entries(slots)) state.setSlot(address, key, value)
  state.forgetOriginals()
}

function replace<V>(state: State, map: Map<string, V>, by: Record<string, V>): void {
  for (const key of map.keys()) if (!Object.hasOwn(by, key)) state.set(map, key, undefined)
  for (const [key, value] of Object.entries(by)) state.set(map, key, value)
}
