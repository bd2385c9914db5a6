import { keccak_256 } from '@noble/hashes/sha3.js'
import { bigintToBytes, bytesToHex, concatBytes, hexToBytes } from '../bytes.ts'
import { BLOCK_GAS_LIMIT, CHAIN_ID, SEQUENCER } from '../constants.ts'
import { RpcError } from '../errors.ts'
import type { ArbitrumEvm } from '../evm/arbitrumEvm.ts'
import type { ArbosProfile } from '../profiles.ts'
import type { State } from '../state/state.ts'
import type { BlockInfo } from '../stylus/world.ts'
import { baseFeeAt, spendGas } from './baseFee.ts'
import type { DecodedTx } from './decodeTx.ts'
import { execute } from './execute.ts'
import { checkInitCode, intrinsicGas } from './intrinsic.ts'
import type { BlockRecord, LogRecord, TxRecord } from './types.ts'

export type Clock = () => bigint
const wallClock: Clock = () => BigInt(Math.floor(Date.now() / 1000))

/** The chain: blocks are made when a transaction arrives, one transaction each, as a quiet dev node does. */
export class Chain {
  readonly evm: ArbitrumEvm
  readonly state: State
  readonly profile: ArbosProfile
  readonly blocks: BlockRecord[] = []
  readonly txs = new Map<string, TxRecord>()
  readonly #blocksByHash = new Map<string, BlockRecord>()
  readonly #clock: Clock
  /** Seconds added to the clock by `evm_increaseTime`. */
  timeOffset = 0n
  onBlock: (block: BlockRecord) => void = () => {}
  onConsole: (line: string) => void = () => {}

  constructor(evm: ArbitrumEvm, clock: Clock = wallClock) {
    this.evm = evm
    this.state = evm.state
    this.profile = evm.profile
    this.#clock = clock
    this.#append([], undefined, 0n, this.now())
  }

  get head(): BlockRecord {
    return this.blocks[this.blocks.length - 1] as BlockRecord
  }

  block(hash: string): BlockRecord | undefined {
    return this.#blocksByHash.get(hash)
  }

  /** Wall clock, never going back. */
  now(): bigint {
    const time = this.#clock() + this.timeOffset
    const last = this.blocks.length > 0 ? this.head.timestamp : 0n
    return time > last ? time : last
  }

  /** What contracts see of the block that would come next. */
  nextBlockInfo(): BlockInfo {
    const timestamp = this.now()
    return {
      l1Number: 0n,
      number: this.head.number + 1n,
      timestamp,
      baseFee: baseFeeAt(this.state, timestamp - this.head.timestamp),
      coinbase: SEQUENCER.slice(2),
      gasLimit: BLOCK_GAS_LIMIT,
      chainId: BigInt(CHAIN_ID),
    }
  }

  /** Puts a signed transaction into a new block. Throws RpcError where a node would refuse it. */
  async include(tx: DecodedTx): Promise<TxRecord> {
    const block = this.nextBlockInfo()
    this.#validate(tx, block)
    const { state } = this
    // tips are dropped: the price is the base fee
    const price = block.baseFee
    spendTime(state, block.timestamp - this.head.timestamp, price)
    const tipped = block.baseFee + tx.maxPriorityFeePerGas
    state.addBalance(tx.from, -tx.gasLimit * price)
    const done = await execute(this.evm, {
      ...tx,
      gasPrice: price,
      hostGasPrice: tipped < tx.maxFeePerGas ? tipped : tx.maxFeePerGas,
      block,
      recentPrograms: [],
      capped: true,
      console: this.onConsole,
    })
    state.addBalance(tx.from, (tx.gasLimit - done.gasUsed) * price)
    state.addBalance(this.#networkFeeAccount(), done.gasUsed * price)
    spendGas(state, done.gasUsed)

    const logs: LogRecord[] = (done.result.logs ?? []).map(([address, topics, data]) => ({
      address: bytesToHex(address),
      topics: topics.map(bytesToHex),
      data,
    }))
    const included = this.#append([tx.hash], price, done.gasUsed, block.timestamp)
    const record: TxRecord = {
      ...tx,
      block: included,
      index: 1,
      success: !done.result.exceptionError,
      gasUsed: done.gasUsed,
      effectiveGasPrice: price,
      contractAddress: tx.to === undefined ? done.created : undefined,
      logs,
      trace: done.context.steps,
      executed: done,
    }
    included.txs.push(record)
    this.txs.set(tx.hash, record)
    this.onBlock(included)
    return record
  }

  /** An empty block (`evm_mine`). */
  mine(): BlockRecord {
    const { timestamp, baseFee } = this.nextBlockInfo()
    const block = this.#append([], baseFee, 0n, timestamp)
    this.onBlock(block)
    return block
  }

  /** Forgets every block after `number` and its effects. */
  rollBack(number: number): void {
    for (const block of this.blocks.splice(number + 1)) {
      this.#blocksByHash.delete(block.hash)
      for (const tx of block.txs) this.txs.delete(tx.hash)
    }
    this.state.rewind(this.head.position)
  }

  /** Reads the state as it was after `block`. */
  at<T>(block: BlockRecord, read: () => Promise<T> | T): Promise<T> {
    if (block === this.head) return Promise.resolve(read())
    return this.state.at(block.position, read)
  }

  #networkFeeAccount(): string {
    return (this.state.arbos.get('networkFeeAccount') as string | undefined) ?? '0'.repeat(40)
  }

  #validate(tx: DecodedTx, block: BlockInfo): void {
    const refuse = (message: string): never => {
      throw new RpcError(-32000, message)
    }
    const account = this.state.account(tx.from)
    const nonce = account?.nonce ?? 0n
    const who = `address 0x${tx.from}`
    if (tx.nonce < nonce) refuse(`nonce too low: ${who}, tx: ${tx.nonce} state: ${nonce}`)
    if (tx.nonce > nonce) refuse(`nonce too high: ${who}, tx: ${tx.nonce} state: ${nonce}`)
    if (tx.maxPriorityFeePerGas > tx.maxFeePerGas)
      refuse(`max priority fee per gas higher than max fee per gas: ${who}`)
    if (tx.maxFeePerGas < block.baseFee)
      refuse(
        `max fee per gas less than block base fee: ${who}, maxFeePerGas: ${tx.maxFeePerGas} baseFee: ${block.baseFee}`,
      )
    const need = tx.gasLimit * tx.maxFeePerGas + tx.value
    const have = account?.balance ?? 0n
    if (have < need) refuse(`insufficient funds for gas * price + value: ${who} have ${have} want ${need}`)
    const intrinsic = intrinsicGas({
      data: tx.data,
      isCreate: tx.to === undefined,
      accessList: tx.accessList,
      authorizations: tx.authorizations.length,
    })
    if (tx.gasLimit < intrinsic) refuse(`intrinsic gas too low: have ${tx.gasLimit}, want ${intrinsic}`)
    if (tx.to === undefined) checkInitCode(tx.data.length)
  }

  #append(hashes: string[], baseFee: bigint | undefined, gasUsed: bigint, timestamp: bigint): BlockRecord {
    const parent = this.blocks.length > 0 ? this.head : undefined
    const number = BigInt(this.blocks.length)
    const parentHash = parent?.hash ?? '0'.repeat(64)
    const seed = concatBytes(bigintToBytes(number), hexToBytes(parentHash), bigintToBytes(timestamp))
    const block: BlockRecord = {
      number,
      parentHash,
      hash: bytesToHex(keccak_256(concatBytes(seed, ...hashes.map(hexToBytes)))),
      timestamp,
      baseFee: baseFee ?? baseFeeAt(this.state, 0n),
      gasUsed,
      internalTx: parent && bytesToHex(keccak_256(concatBytes(seed, new Uint8Array([0x6a])))),
      txs: [],
      position: this.state.position,
    }
    this.blocks.push(block)
    this.#blocksByHash.set(block.hash, block)
    return block
  }
}

function spendTime(state: State, seconds: bigint, baseFee: bigint): void {
  if (seconds > 0n) spendGas(state, 0n, seconds)
  state.set(state.arbos, 'baseFee', baseFee)
}
