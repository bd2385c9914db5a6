import { EVMError, type ExecResult, type Log, Message } from '@ethereumjs/evm'
import { Address, type PrefixedHexString } from '@ethereumjs/util'
import { stylusParams } from '../arbos/params.ts'
import { bytesToHex, hexToBytes } from '../bytes.ts'
import type { CallRequest, ChildResult, CreateRequest, StylusWorld, TraceStep } from '../stylus/world.ts'
import type { ArbitrumEvm } from './arbitrumEvm.ts'
import type { TxContext } from './context.ts'

/** EVM's limit on nested frames; Stylus frames count. */
const CALL_DEPTH_LIMIT = 1024

export const toAddress = (hex: string): Address => new Address(hexToBytes(hex))
const EMPTY = new Uint8Array(0)

/** The chain as one Stylus frame sees it, on top of the EVM's journal and our state. */
export class FrameWorld implements StylusWorld {
  readonly state
  readonly params
  readonly profile
  readonly block
  readonly pages
  readonly origin: string
  readonly gasPrice: bigint
  readonly address: string
  readonly caller: string
  readonly value: bigint
  readonly calldata: Uint8Array
  readonly isStatic: boolean
  readonly recording
  readonly reentrant: boolean

  logs: Log[] = []
  gasRefund: bigint
  selfdestruct: Map<PrefixedHexString, PrefixedHexString>
  createdAddresses: Set<PrefixedHexString>

  readonly #evm: ArbitrumEvm
  readonly #message: Message
  readonly #context: TxContext
  readonly #self: Address

  constructor(evm: ArbitrumEvm, message: Message, context: TxContext, reentrant: boolean) {
    this.#evm = evm
    this.#message = message
    this.#context = context
    this.#self = message.to as Address
    this.state = evm.state
    this.params = stylusParams(evm.state)
    this.profile = evm.profile
    this.block = context.block
    this.pages = context.pages
    this.origin = context.origin
    this.gasPrice = context.gasPrice
    this.address = this.#self.toString().slice(2)
    this.caller = message.caller.toString().slice(2)
    this.value = message.value
    this.calldata = message.data
    this.isStatic = message.isStatic
    this.recording = evm.recording
    this.reentrant = reentrant
    this.gasRefund = message.gasRefund ?? 0n
    this.selfdestruct = new Map(message.selfdestruct)
    this.createdAddresses = new Set(message.createdAddresses)
  }

  warmAddress(address: string): boolean {
    return this.#evm.warmAddress(address)
  }

  warmSlot(address: string, key: string): boolean {
    const [a, k] = [hexToBytes(address), hexToBytes(key)]
    if (this.#evm.journal.isWarmedStorage(a, k)) return false
    this.#evm.journal.addWarmedStorage(a, k)
    return true
  }

  refund(amount: bigint): void {
    this.gasRefund += amount
  }

  log(topics: Uint8Array[], data: Uint8Array): void {
    this.logs.push([this.#self.bytes, topics, data])
  }

  transientLoad(key: string): Uint8Array {
    return this.#evm.transientStorage.get(this.#self, hexToBytes(key))
  }

  transientStore(key: string, value: Uint8Array): void {
    this.#evm.transientStorage.put(this.#self, hexToBytes(key), value)
  }

  console(line: string): void {
    this.#context.console(line)
  }

  async call({ kind, to, data, value, gas }: CallRequest): Promise<ChildResult> {
    const delegate = kind === 'delegate'
    if (!this.#mayOpenFrame(delegate ? 0n : value)) return this.#refused()
    const target = toAddress(to)
    const message = new Message({
      ...this.#inherited(gas),
      caller: delegate ? this.#message.caller : this.#self,
      to: delegate ? this.#self : target,
      codeAddress: target,
      value: delegate ? this.#message.value : value,
      data,
      isStatic: this.isStatic || kind === 'static',
      delegatecall: delegate,
    })
    return this.#run(message)
  }

  async create({ code, value, salt, gas }: CreateRequest): Promise<ChildResult & { address: string }> {
    // the EVM notes a create of its own, in front of the host call
    const steps = (inner: TraceStep[]) =>
      this.recording === 'steps' ? [evmStep(salt ? 'evm_create2' : 'evm_create1', inner)] : []
    if (!this.#mayOpenFrame(value)) return { ...this.#refused(), steps: steps([]), address: '' }
    const account = this.state.account(this.address)
    if (account) this.state.setAccount(this.address, { ...account, nonce: account.nonce + 1n })
    const message = new Message({ ...this.#inherited(gas), caller: this.#self, value, data: code, salt })
    const result = await this.#evm.withoutInitCodeLimit(() => this.#run(message))
    return { ...result, steps: steps(result.steps), address: message.to?.toString().slice(2) ?? '' }
  }

  #inherited(gas: bigint) {
    return {
      gasLimit: gas,
      depth: this.#message.depth + 1,
      selfdestruct: new Map(this.selfdestruct),
      createdAddresses: new Set(this.createdAddresses),
      gasRefund: this.gasRefund,
    }
  }

  #mayOpenFrame(value: bigint): boolean {
    return this.#message.depth < CALL_DEPTH_LIMIT && this.state.balance(this.address) >= value
  }

  /** A frame that never opens gives its gas back. */
  #refused(): ChildResult {
    return { ok: false, reverted: false, gasUsed: 0n, data: EMPTY, steps: [] }
  }

  async #run(message: Message): Promise<ChildResult> {
    const outer = this.#context.steps
    const steps: typeof outer = []
    this.#context.steps = steps
    let result: ExecResult
    try {
      result = (await this.#evm.runCall({ message })).execResult
    } finally {
      this.#context.steps = outer
    }
    const error = result.exceptionError
    if (!error) {
      for (const log of result.logs ?? []) this.logs.push(log)
      this.gasRefund = result.gasRefund ?? this.gasRefund
      for (const [from, to] of message.selfdestruct ?? []) this.selfdestruct.set(from, to)
      for (const [from, to] of result.selfdestruct ?? []) this.selfdestruct.set(from, to)
      for (const created of message.createdAddresses ?? []) this.createdAddresses.add(created)
      for (const created of result.createdAddresses ?? []) this.createdAddresses.add(created)
    }
    const reverted = error?.error === EVMError.errorMessages.REVERT
    return {
      ok: !error,
      reverted,
      gasUsed: result.executionGasUsed,
      data: !error || reverted ? result.returnValue : EMPTY,
      steps,
    }
  }
}

/** An entry of what EVM code did by itself: no ink. */
export function evmStep(name: string, steps: TraceStep[] = []): TraceStep {
  return { name, args: EMPTY, outs: EMPTY, startInk: 0n, endInk: 0n, ...(steps.length > 0 ? { steps } : {}) }
}

export const addressHex = (address: Address): string => bytesToHex(address.bytes)
