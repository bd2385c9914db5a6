import { keccak_256 } from '@noble/hashes/sha3.js'
import { bigintToBytes, bytesToHex, concatBytes, hexToBytes } from '../bytes.ts'
import { BLOCK_GAS_LIMIT, CHAIN_ID, MAX_COMPUTE_GAS, SEQUENCER } from '../constants.ts'
import { RpcError } from '../errors.ts'
import type { ArbitrumEvm } from '../evm/arbitrumEvm.ts'
import type { ArbosProfile } from '../profiles.ts'
import type { State } from '../state/state.ts'
import type { BlockInfo } from '../stylus/world.ts'
import { baseFeeAt, spendGas } from './baseFee.ts'
import type { DecodedTx } from './decodeTx.ts'
import { createAddress, type Executed, execute } from './execute.ts'
import { startBlockHash } from './internalTx.ts'
import { TxPool } from './pool.ts'
import { ChainTime, type Clock, type TimeSettings } from './time.ts'
import type { BlockRecord, ChainListener, LogRecord, TxRecord } from './types.ts'
import { validateTx } from './validate.ts'

export type { Clock } from './time.ts'

interface Snapshot {
  id: number
  blocks: number
  position: number
  time: TimeSettings
  pool: readonly DecodedTx[]
  nextBaseFee: bigint | undefined
}
type ApplyInput = Omit<DecodedTx, 'v' | 'r' | 's' | 'raw'>

/** The chain: blocks are made when a transaction arrives, one transaction each, as a quiet dev node does. */
export class Chain {
  readonly evm: ArbitrumEvm
  readonly state: State
  readonly profile: ArbosProfile
  readonly blocks: BlockRecord[] = []
  readonly txs = new Map<string, TxRecord>()
  readonly time: ChainTime
  readonly pool = new TxPool()
  readonly listeners = new Set<ChainListener>()
  readonly #blocksByHash = new Map<string, BlockRecord>()
  #snapshots: Snapshot[] = []
  #lastSnapshot = 0
  /** Where this chain began: at genesis, or at the state it was loaded with. */
  #beginning: Snapshot
  /** False: transactions wait in the pool for `mine`. */
  automine = true
  /** Base fee of the next block, once, whatever the pricer says. */
  nextBaseFee: bigint | undefined
  onConsole: (line: string) => void = () => {}

  constructor(evm: ArbitrumEvm, clock?: Clock) {
    this.evm = evm
    this.state = evm.state
    this.profile = evm.profile
    this.time = new ChainTime(clock)
    this.#append([], baseFeeAt(this.state, 0n), 0n, this.now())
    this.#beginning = this.#save(0)
  }

  get head(): BlockRecord {
    return this.blocks[this.blocks.length - 1] as BlockRecord
  }

  block(hash: string): BlockRecord | undefined {
    return this.#blocksByHash.get(hash)
  }

  /** Time of a block that came now. */
  now(): bigint {
    return this.time.after(this.blocks.length > 0 ? this.head.timestamp : 0n)
  }

  /** What contracts see of the block that would come next. */
  nextBlockInfo(): BlockInfo {
    const timestamp = this.now()
    const baseFee = this.nextBaseFee ?? baseFeeAt(this.state, timestamp - this.head.timestamp)
    return this.#info(this.head.number + 1n, timestamp, baseFee)
  }

  /** What contracts see, or saw, of this block. */
  infoOf({ number, timestamp, baseFee }: BlockRecord): BlockInfo {
    return this.#info(number, timestamp, baseFee)
  }

  #info(number: bigint, timestamp: bigint, baseFee: bigint): BlockInfo {
    return {
      l1Number: 0n,
      number,
      timestamp,
      baseFee,
      coinbase: SEQUENCER.slice(2),
      gasLimit: BLOCK_GAS_LIMIT,
      chainId: BigInt(CHAIN_ID),
    }
  }

  /** Takes a transaction: into a block of its own, or into the pool. Throws RpcError where a node would refuse it. */
  async submit(tx: DecodedTx): Promise<void> {
    if (this.txs.has(tx.hash) || this.pool.get(tx.hash)) throw new RpcError(-32000, 'already known')
    if (this.automine) {
      await this.include(tx)
      return
    }
    validateTx(this.state, tx, this.nextBlockInfo().baseFee, true)
    this.pool.add(tx)
    for (const l of this.listeners) l.txArrived?.(tx.hash)
  }

  /** Puts a transaction into a new block. Throws RpcError where a node would refuse it. */
  async include(tx: DecodedTx): Promise<TxRecord> {
    const info = this.nextBlockInfo()
    validateTx(this.state, tx, info.baseFee)
    for (const l of this.listeners) l.txArrived?.(tx.hash)
    return (
      await this.#build(info, function* () {
        yield tx
      })
    ).txs[0] as TxRecord
  }

  /** A block of what the pool holds, or an empty one. What can't be included now stays; what never can is dropped. */
  mine(): Promise<BlockRecord> {
    const { pool, state } = this
    const info = this.nextBlockInfo()
    return this.#build(info, function* () {
      const passedOver = new Set<string>()
      let spent = 0n
      // one that now can follow, though it came before the one it waited for, comes right after it
      for (const first of pool.all)
        for (let tx: DecodedTx | undefined = first; tx; tx = pool.of(tx.from, tx.nonce + 1n)) {
          if (tx !== first && !passedOver.has(tx.hash)) break
          if (spent >= MAX_COMPUTE_GAS) return
          if (tx.nonce > (state.account(tx.from)?.nonce ?? 0n)) {
            passedOver.add(tx.hash)
            break
          }
          pool.remove(tx.hash)
          try {
            validateTx(state, tx, info.baseFee)
          } catch {
            break
          }
          spent += yield tx
        }
    })
  }

  /** Makes a block. `pick` gives the transactions, each once those before it have run, and is told their gas. */
  async #build(info: BlockInfo, pick: () => Generator<DecodedTx, void, bigint>): Promise<BlockRecord> {
    const { state } = this
    const start = state.position
    const records: Omit<TxRecord, 'block'>[] = []
    const recent: string[] = []
    let [gasUsed, logs] = [0n, 0]
    try {
      this.#startBlock(info)
      const txs = pick()
      for (let next = txs.next(); !next.done; ) {
        const tx = next.value
        const rerun = { position: state.position, recentPrograms: [...recent] }
        const done = await this.#apply(tx, info, recent, this.onConsole)
        gasUsed += done.gasUsed
        const record = { ...recordOf(tx, done, info.baseFee), rerun }
        records.push({ ...record, index: records.length + 1, cumulativeGasUsed: gasUsed, firstLog: logs })
        logs += record.logs.length
        next = txs.next(done.gasUsed)
      }
    } catch (e) {
      // a fault of the devnode: no block, and nothing of the transactions stays
      state.rewind(start)
      throw e
    }
    this.time.passed(info.timestamp)
    this.nextBaseFee = undefined
    const hashes = records.map((r) => r.hash)
    const block = this.#append(hashes, info.baseFee, gasUsed, info.timestamp)
    for (const record of records) {
      const tx = { ...record, block }
      block.txs.push(tx)
      this.txs.set(tx.hash, tx)
    }
    for (const l of this.listeners) l.blockAdded?.(block)
    return block
  }

  #startBlock(info: BlockInfo): void {
    const seconds = info.timestamp - this.head.timestamp
    if (seconds > 0n) spendGas(this.state, 0n, seconds)
    this.state.set(this.state.arbos, 'baseFee', info.baseFee)
  }

  /** Runs a transaction and moves its fee. Tips are dropped: the price is the base fee. */
  async #apply(
    tx: ApplyInput,
    block: BlockInfo,
    recentPrograms: string[],
    console: (line: string) => void,
  ): Promise<Executed> {
    const { state } = this
    const price = block.baseFee
    const tipped = price + tx.maxPriorityFeePerGas
    state.addBalance(tx.from, -tx.gasLimit * price)
    const done = await execute(this.evm, {
      ...tx,
      gasPrice: price,
      hostGasPrice: tipped < tx.maxFeePerGas ? tipped : tx.maxFeePerGas,
      block,
      recentPrograms,
      capped: true,
      console,
    })
    state.addBalance(tx.from, (tx.gasLimit - done.gasUsed) * price)
    state.addBalance(this.#networkFeeAccount(), done.gasUsed * price)
    spendGas(state, done.gasUsed)
    return done
  }

  /** Runs an included transaction again on the state it found. `watch` starts it; what it changes is taken back. */
  replay<T>(tx: TxRecord, watch: (run: () => Promise<Executed>) => Promise<T>): Promise<T> {
    const { rerun } = tx
    if (!rerun) throw stateGone(tx.block)
    const run = () => this.#apply(tx, this.infoOf(tx.block), [...rerun.recentPrograms], () => {})
    return this.state.at(rerun.position, () => this.state.isolated(() => watch(run)))
  }

  #save(id: number): Snapshot {
    return {
      id,
      blocks: this.blocks.length,
      position: this.state.position,
      time: this.time.settings,
      pool: this.pool.all,
      nextBaseFee: this.nextBaseFee,
    }
  }

  #goBack(to: Snapshot): void {
    this.time.settings = to.time
    this.nextBaseFee = to.nextBaseFee
    this.pool.restore(to.pool)
    this.state.rewind(to.position)
    const removed = this.blocks.splice(to.blocks)
    for (const block of removed) this.#forget(block)
    if (removed.length > 0) for (const l of this.listeners) l.blocksRemoved?.(removed)
  }

  /** Remembers where the chain stands. Returning to a snapshot uses it up, and those taken after it. */
  snapshot(): number {
    const id = ++this.#lastSnapshot
    this.#snapshots.push(this.#save(id))
    return id
  }

  /** False where there is no such snapshot. */
  returnTo(id: number): boolean {
    const at = this.#snapshots.findIndex((s) => s.id === id)
    const snapshot = this.#snapshots[at]
    if (!snapshot) return false
    this.#snapshots.length = at
    this.#goBack(snapshot)
    return true
  }

  /** Back to where the chain began; snapshots, waiting transactions and time control are forgotten. */
  reset(): void {
    this.#snapshots = []
    this.automine = true
    this.#goBack(this.#beginning)
  }

  /** Replaces all blocks, those of a loaded chain. The state is the caller's business. */
  adopt(blocks: readonly BlockRecord[]): void {
    const removed = this.blocks.splice(0)
    for (const block of removed) this.#forget(block)
    for (const l of this.listeners) l.blocksRemoved?.(removed)
    this.#snapshots = []
    this.pool.restore([])
    for (const block of blocks) {
      this.blocks.push(block)
      this.#blocksByHash.set(block.hash, block)
      for (const tx of block.txs) this.txs.set(tx.hash, tx)
    }
    this.head.position = this.state.position
    this.#beginning = this.#save(0)
  }

  #forget(block: BlockRecord): void {
    this.#blocksByHash.delete(block.hash)
    for (const tx of block.txs) this.txs.delete(tx.hash)
  }

  /** Reads the state as it was after `block`. */
  at<T>(block: BlockRecord, read: () => Promise<T> | T): Promise<T> {
    if (block === this.head) return Promise.resolve(read())
    if (block.position === undefined) throw stateGone(block)
    return this.state.at(block.position, read)
  }

  #networkFeeAccount(): string {
    return (this.state.arbos.get('networkFeeAccount') as string | undefined) ?? '0'.repeat(40)
  }

  #append(hashes: string[], baseFee: bigint, gasUsed: bigint, timestamp: bigint): BlockRecord {
    const parent = this.blocks.length > 0 ? this.head : undefined
    const number = BigInt(this.blocks.length)
    const parentHash = parent?.hash ?? '0'.repeat(64)
    const seed = concatBytes(bigintToBytes(number), hexToBytes(parentHash), bigintToBytes(timestamp))
    const block: BlockRecord = {
      number,
      parentHash,
      hash: bytesToHex(keccak_256(concatBytes(seed, ...hashes.map(hexToBytes)))),
      timestamp,
      baseFee,
      gasUsed,
      internalTx: parent && startBlockHash(number, timestamp - parent.timestamp),
      txs: [],
      position: this.state.position,
    }
    this.blocks.push(block)
    this.#blocksByHash.set(block.hash, block)
    return block
  }
}

const stateGone = (block: BlockRecord) =>
  new RpcError(
    -32000,
    `missing trie node: the state of block ${block.number} is gone. This chain was loaded from a file, which keeps the latest state only.`,
  )

function recordOf(tx: DecodedTx, done: Executed, price: bigint) {
  const logs: LogRecord[] = (done.result.logs ?? []).map(([address, topics, data]) => ({
    address: bytesToHex(address),
    topics: topics.map(bytesToHex),
    data,
  }))
  return {
    ...tx,
    success: !done.result.exceptionError,
    gasUsed: done.gasUsed,
    effectiveGasPrice: price,
    contractAddress: tx.to === undefined ? createAddress(tx.from, tx.nonce) : undefined,
    logs,
  }
}
