import { RpcError } from '../errors.ts'
import type { DecodedTx } from './decodeTx.ts'

const MAX_PENDING = 10_000

/** Transactions that wait for a block, in order of arrival. Empty unless automatic mining is off: a nitro node has no such pool. */
export class TxPool {
  #byHash = new Map<string, DecodedTx>()
  /** Keys: sender and nonce. */
  #byNonce = new Map<string, DecodedTx>()

  get all(): DecodedTx[] {
    return [...this.#byHash.values()]
  }

  get(hash: string): DecodedTx | undefined {
    return this.#byHash.get(hash)
  }

  of(sender: string, nonce: bigint): DecodedTx | undefined {
    return this.#byNonce.get(key(sender, nonce))
  }

  /** A transaction with the same sender and nonce is replaced if the new one pays at least a tenth more. */
  add(tx: DecodedTx): void {
    const old = this.of(tx.from, tx.nonce)
    if (old && tx.maxFeePerGas * 10n < old.maxFeePerGas * 11n)
      throw new RpcError(-32000, 'replacement transaction underpriced')
    if (old) this.#byHash.delete(old.hash)
    else if (this.#byHash.size >= MAX_PENDING) throw new RpcError(-32000, 'txpool is full')
    this.#byHash.set(tx.hash, tx)
    this.#byNonce.set(key(tx.from, tx.nonce), tx)
  }

  remove(hash: string): boolean {
    const tx = this.#byHash.get(hash)
    if (!tx) return false
    this.#byHash.delete(hash)
    this.#byNonce.delete(key(tx.from, tx.nonce))
    return true
  }

  /** How many transactions of `sender` follow its nonce `next` without a gap. */
  runOf(sender: string, next: bigint): bigint {
    let count = 0n
    while (this.of(sender, next + count)) count++
    return count
  }

  restore(txs: readonly DecodedTx[]): void {
    this.#byHash = new Map(txs.map((tx) => [tx.hash, tx]))
    this.#byNonce = new Map(txs.map((tx) => [key(tx.from, tx.nonce), tx]))
  }
}

const key = (sender: string, nonce: bigint): string => `${sender}/${nonce}`
