import { keccak_256 } from '@noble/hashes/sha3.js'
import { bytesToHex } from '../bytes.ts'

/** One account. Immutable: a change makes a new record, so that the undo log can keep the old one. */
export interface AccountRecord {
  nonce: bigint
  balance: bigint
  /** keccak256 of the code, hex without prefix. */
  codeHash: string
}

export const EMPTY_CODE_HASH = 'c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470'

// biome-ignore lint/suspicious/noExplicitAny: the undo log holds entries of maps of every value type
type AnyMap = Map<string, any>
interface UndoEntry {
  map: AnyMap
  key: string
  value: unknown
}

/**
 * The chain's state: accounts, code, storage and ArbOS values in plain maps, with one undo log. Frame reverts,
 * `eth_call` isolation, call overrides, snapshots and reads at an earlier block are all the same mechanism.
 * An entry of the log keeps the value that the map does not hold, so applying it swaps the two and works in both directions.
 */
export class State {
  readonly accounts = new Map<string, AccountRecord>()
  readonly storage = new Map<string, Map<string, Uint8Array>>()
  /** Activation records, chain parameters, cache flags: keys are paths such as `program/<codehash>`. */
  readonly arbos = new Map<string, unknown>()
  /** Content-addressed, so it only grows and needs no undo. */
  readonly codes = new Map<string, Uint8Array>([[EMPTY_CODE_HASH, new Uint8Array(0)]])

  #log: UndoEntry[] = []
  #checkpoints: number[] = []
  /** Storage values at the start of the transaction, for the net gas metering of EIP-2200. */
  #originals = new Map<string, Uint8Array | undefined>()

  set<V>(map: Map<string, V>, key: string, value: V | undefined): void {
    this.#log.push({ map, key, value: map.get(key) })
    if (value === undefined) map.delete(key)
    else map.set(key, value)
  }

  account(address: string): AccountRecord | undefined {
    return this.accounts.get(address)
  }

  setAccount(address: string, record: AccountRecord | undefined): void {
    this.set(this.accounts, address, record)
  }

  balance(address: string): bigint {
    return this.accounts.get(address)?.balance ?? 0n
  }

  addBalance(address: string, amount: bigint): void {
    const a = this.accounts.get(address) ?? { nonce: 0n, balance: 0n, codeHash: EMPTY_CODE_HASH }
    this.setAccount(address, { ...a, balance: a.balance + amount })
  }

  code(address: string): Uint8Array {
    const hash = this.accounts.get(address)?.codeHash
    return (hash && this.codes.get(hash)) || new Uint8Array(0)
  }

  setCode(address: string, code: Uint8Array): void {
    const codeHash = code.length === 0 ? EMPTY_CODE_HASH : bytesToHex(keccak_256(code))
    if (!this.codes.has(codeHash)) this.codes.set(codeHash, code.slice())
    const a = this.accounts.get(address) ?? { nonce: 0n, balance: 0n }
    this.setAccount(address, { ...a, codeHash })
  }

  /** Value of a slot, 32 bytes, or undefined where it is zero. Keys: hex without prefix, 64 digits. */
  slot(address: string, key: string): Uint8Array | undefined {
    return this.storage.get(address)?.get(key)
  }

  setSlot(address: string, key: string, value: Uint8Array | undefined): void {
    let map = this.storage.get(address)
    if (!map) {
      map = new Map()
      this.storage.set(address, map)
    }
    const id = `${address}/${key}`
    if (!this.#originals.has(id)) this.#originals.set(id, map.get(key))
    this.set(map, key, value)
  }

  originalSlot(address: string, key: string): Uint8Array | undefined {
    const id = `${address}/${key}`
    return this.#originals.has(id) ? this.#originals.get(id) : this.slot(address, key)
  }

  /** To be called when a transaction starts. */
  forgetOriginals(): void {
    if (this.#originals.size > 0) this.#originals = new Map()
  }

  clearStorage(address: string): void {
    const map = this.storage.get(address)
    if (map) for (const key of [...map.keys()]) this.setSlot(address, key, undefined)
  }

  checkpoint(): void {
    this.#checkpoints.push(this.#log.length)
  }

  commit(): void {
    this.#checkpoints.pop()
  }

  revert(): void {
    this.rewind(this.#checkpoints.pop() ?? 0)
  }

  /** Position in the undo log: blocks remember theirs. */
  get position(): number {
    return this.#log.length
  }

  /** Undoes everything after `position` and forgets it. */
  rewind(position: number): void {
    while (this.#checkpoints.length > 0 && (this.#checkpoints.at(-1) as number) > position)
      this.#checkpoints.pop()
    for (let i = this.#log.length - 1; i >= position; i--) swap(this.#log[i] as UndoEntry)
    this.#log.length = position
  }

  /** Shows the state as it was at `position` while `read` runs, then comes back. */
  async at<T>(position: number, read: () => T | Promise<T>): Promise<T> {
    const later = this.#log.splice(position)
    for (let i = later.length - 1; i >= 0; i--) swap(later[i] as UndoEntry)
    try {
      return await read()
    } finally {
      if (this.#log.length > position) this.rewind(position)
      for (const entry of later) {
        swap(entry)
        this.#log.push(entry)
      }
    }
  }

  /** Runs `work` and takes back whatever it changed. */
  async isolated<T>(work: () => Promise<T>): Promise<T> {
    const start = this.position
    const checkpoints = this.#checkpoints
    this.#checkpoints = []
    try {
      return await work()
    } finally {
      this.#checkpoints = checkpoints
      this.rewind(start)
    }
  }
}

function swap(entry: UndoEntry): void {
  const current = entry.map.get(entry.key)
  if (entry.value === undefined) entry.map.delete(entry.key)
  else entry.map.set(entry.key, entry.value)
  entry.value = current
}
