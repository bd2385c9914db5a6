import type { StylusParams } from '../arbos/params.ts'
import type { ArbosProfile } from '../profiles.ts'
import type { State } from '../state/state.ts'
import type { PageCounters } from './pages.ts'

export interface CallRequest {
  kind: 'call' | 'delegate' | 'static'
  /** Hex, no prefix. */
  to: string
  data: Uint8Array
  value: bigint
  gas: bigint
}

export interface CreateRequest {
  code: Uint8Array
  value: bigint
  salt: Uint8Array | undefined
  gas: bigint
}

export interface ChildResult {
  ok: boolean
  /** True where the child asked for it itself: its data is then returned. */
  reverted: boolean
  gasUsed: bigint
  data: Uint8Array
  /** Host calls of the child, where a trace is taken. */
  steps: TraceStep[]
}

/** One entry of `stylusTracer`. Ink as integers. */
export interface TraceStep {
  name: string
  args: Uint8Array
  outs: Uint8Array
  startInk: bigint
  endInk: bigint
  address?: string
  steps?: TraceStep[]
}

/** What is kept of host calls: nothing, ink by kind (profiles), or every one with its arguments (traces). */
export type Recording = 'nothing' | 'totals' | 'steps'

/**
 * Everything a program can ask of the chain around it. One per program frame; the EVM implements it
 * (`evm/frameWorld.ts`), so nothing under `stylus/` knows which EVM that is.
 */
export interface StylusWorld {
  readonly state: State
  readonly params: StylusParams
  readonly profile: ArbosProfile
  readonly block: BlockInfo
  /** Shared by the whole transaction. */
  readonly pages: PageCounters
  readonly origin: string
  /** Effective gas price of the transaction, tip included, wei. */
  readonly gasPrice: bigint

  /** The account whose storage and balance the code acts on. Hex, no prefix. */
  readonly address: string
  readonly caller: string
  readonly value: bigint
  readonly calldata: Uint8Array
  readonly isStatic: boolean
  readonly recording: Recording
  readonly reentrant: boolean

  /** Marks as accessed; true if this was the first time. */
  warmAddress(address: string): boolean
  warmSlot(address: string, key: string): boolean
  refund(amount: bigint): void
  log(topics: Uint8Array[], data: Uint8Array): void
  transientLoad(key: string): Uint8Array
  transientStore(key: string, value: Uint8Array): void
  call(request: CallRequest): Promise<ChildResult>
  create(request: CreateRequest): Promise<ChildResult & { address: string }>
  /** Text from the debug imports `console.*`, dev chains only. */
  console(line: string): void
}

export interface BlockInfo {
  /** L1 block number as ArbOS keeps it: what NUMBER and `block_number` show. */
  l1Number: bigint
  /** Height of the L2 chain. */
  number: bigint
  timestamp: bigint
  baseFee: bigint
  coinbase: string
  gasLimit: bigint
  chainId: bigint
}
