import type { AccountFields, StateManagerInterface } from '@ethereumjs/common'
import { Account, type Address, KECCAK256_RLP } from '@ethereumjs/util'
import { bytesToHex, hexToBytes } from '../bytes.ts'
import { DevnodeError } from '../errors.ts'
import { EMPTY_CODE_HASH, type State } from './state.ts'

const key = (address: Address) => address.toString().slice(2)
const ZERO = new Uint8Array(0)
/** Not a real root: the EVM only asks whether an account has storage at all (create collisions, EIP-7610). */
const SOME_STORAGE_ROOT = new Uint8Array(32).fill(1)
const codeHashes = new Map<string, Uint8Array>()

function codeHashBytes(hash: string): Uint8Array {
  let bytes = codeHashes.get(hash)
  if (!bytes) {
    bytes = hexToBytes(hash)
    codeHashes.set(hash, bytes)
  }
  return bytes
}

/** Our state behind the interface the EVM expects. Everything resolves at once. */
export class StateManager implements StateManagerInterface {
  readonly state: State
  constructor(state: State) {
    this.state = state
  }

  async getAccount(address: Address): Promise<Account | undefined> {
    const k = key(address)
    const a = this.state.account(k)
    if (!a) return undefined
    const hasStorage = (this.state.storage.get(k)?.size ?? 0) > 0
    return new Account(
      a.nonce,
      a.balance,
      hasStorage ? SOME_STORAGE_ROOT : KECCAK256_RLP,
      codeHashBytes(a.codeHash),
    )
  }

  async putAccount(address: Address, account?: Account): Promise<void> {
    const record = account && {
      nonce: account.nonce,
      balance: account.balance,
      codeHash: bytesToHex(account.codeHash),
    }
    this.state.setAccount(key(address), record)
  }

  async deleteAccount(address: Address): Promise<void> {
    if (this.state.account(key(address))) this.state.setAccount(key(address), undefined)
    this.state.clearStorage(key(address))
  }

  async modifyAccountFields(address: Address, fields: AccountFields): Promise<void> {
    const a = this.state.account(key(address)) ?? { nonce: 0n, balance: 0n, codeHash: EMPTY_CODE_HASH }
    this.state.setAccount(key(address), {
      nonce: fields.nonce ?? a.nonce,
      balance: fields.balance ?? a.balance,
      codeHash: fields.codeHash ? bytesToHex(fields.codeHash) : a.codeHash,
    })
  }

  async putCode(address: Address, value: Uint8Array): Promise<void> {
    this.state.setCode(key(address), value)
  }
  async getCode(address: Address): Promise<Uint8Array> {
    return this.state.code(key(address))
  }
  async getCodeSize(address: Address): Promise<number> {
    return this.state.code(key(address)).length
  }

  async getStorage(address: Address, slot: Uint8Array): Promise<Uint8Array> {
    return this.state.slot(key(address), bytesToHex(slot)) ?? ZERO
  }
  async putStorage(address: Address, slot: Uint8Array, value: Uint8Array): Promise<void> {
    this.state.setSlot(key(address), bytesToHex(slot), value.length === 0 ? undefined : pad32(value))
  }
  async clearStorage(address: Address): Promise<void> {
    this.state.clearStorage(key(address))
  }

  async checkpoint(): Promise<void> {
    this.state.checkpoint()
  }
  async commit(): Promise<void> {
    this.state.commit()
  }
  async revert(): Promise<void> {
    this.state.revert()
  }

  readonly originalStorageCache = {
    get: async (address: Address, slot: Uint8Array): Promise<Uint8Array> =>
      this.state.originalSlot(key(address), bytesToHex(slot)) ?? ZERO,
    clear: (): void => this.state.forgetOriginals(),
  }

  async getStateRoot(): Promise<Uint8Array> {
    throw noTrie()
  }
  async setStateRoot(): Promise<void> {
    throw noTrie()
  }
  async hasStateRoot(): Promise<boolean> {
    return false
  }
  clearCaches(): void {}
  shallowCopy(): StateManagerInterface {
    throw noTrie()
  }
}

const noTrie = () =>
  new DevnodeError('The devnode keeps no state trie, so it has no state roots and no proofs.')

function pad32(value: Uint8Array): Uint8Array {
  if (value.length === 32) return value.slice()
  const out = new Uint8Array(32)
  out.set(value, 32 - value.length)
  return out
}
