import type { ExecResult } from '@ethereumjs/evm'
import { createContractAddress } from '@ethereumjs/util'
import { bytesToHex, hexToBytes } from '../bytes.ts'
import { ARBOS_ADDRESSES, MAX_COMPUTE_GAS, SEQUENCER } from '../constants.ts'
import type { ArbitrumEvm } from '../evm/arbitrumEvm.ts'
import { newContext, type TxContext } from '../evm/context.ts'
import { toAddress } from '../evm/frameWorld.ts'
import { EMPTY_CODE_HASH } from '../state/state.ts'
import type { BlockInfo } from '../stylus/world.ts'
import { intrinsicGas } from './intrinsic.ts'

export interface AccessListItem {
  /** Hex, no prefix. */
  address: string
  storageKeys: string[]
}

/** An EIP-7702 authorization: `authority` signed it, or nobody did. */
export interface Authorization {
  chainId: bigint
  address: string
  nonce: bigint
  authority: string | undefined
}

/** One message to the chain: a transaction's or a call's. Addresses: hex, no prefix. */
export interface Execution {
  from: string
  to: string | undefined
  data: Uint8Array
  value: bigint
  gasLimit: bigint
  /** What GASPRICE shows, wei. */
  gasPrice: bigint
  /** What the host call `tx_gas_price` shows: tip included. */
  hostGasPrice: bigint
  accessList: AccessListItem[]
  authorizations: Authorization[]
  block: BlockInfo
  recentPrograms: string[]
  /** True for transactions: compute gas above the chain's limit is set aside. */
  capped: boolean
  console(line: string): void
}

export interface Executed {
  /** Gas used, refunds taken off. */
  gasUsed: bigint
  /** Gas the top frame was given. */
  frameGas: bigint
  intrinsic: bigint
  result: ExecResult
  created: string | undefined
  context: TxContext
}

/** Runs one message on the current state. The caller has checked that `gasLimit` covers the intrinsic gas. */
export async function execute(evm: ArbitrumEvm, x: Execution): Promise<Executed> {
  const { state, journal } = evm
  const context = newContext(x.block, x.from, x.hostGasPrice, x.recentPrograms, x.console)
  evm.context = context
  journal.cleanJournal()
  state.forgetOriginals()
  warmUp(evm, x)

  const intrinsic = intrinsicGas({
    data: x.data,
    isCreate: x.to === undefined,
    accessList: x.accessList,
    authorizations: x.authorizations.length,
  })
  let gas = x.gasLimit - intrinsic
  let setAside = 0n
  const cap = evm.profile.perTxGasLimit ? MAX_COMPUTE_GAS - intrinsic : MAX_COMPUTE_GAS
  if (x.capped && gas > cap) {
    setAside = gas - cap
    gas = cap
  }

  let refundBefore = 0n
  const delegated = x.authorizations.length > 0
  if (delegated) {
    const sender = state.account(x.from)
    if (sender) state.setAccount(x.from, { ...sender, nonce: sender.nonce + 1n })
    refundBefore = applyAuthorizations(evm, x)
  }
  const { execResult, createdAddress } = await evm.runCall({
    block: evmBlock(x.block),
    caller: toAddress(x.from),
    to: x.to === undefined ? undefined : toAddress(x.to),
    data: x.data,
    value: x.value,
    gasLimit: gas,
    gasPrice: x.gasPrice,
    origin: toAddress(x.from),
    skipNonceIncrement: delegated,
  })

  let used = intrinsic + execResult.executionGasUsed
  const refund = refundBefore + (execResult.exceptionError ? 0n : (execResult.gasRefund ?? 0n))
  used -= refund < used / 5n ? refund : used / 5n
  for (const [address] of execResult.selfdestruct ?? [])
    if (execResult.createdAddresses?.has(address)) {
      state.setAccount(address.slice(2), undefined)
      state.clearStorage(address.slice(2))
    }
  await journal.cleanup()
  return {
    gasUsed: used,
    frameGas: gas + setAside,
    intrinsic,
    result: execResult,
    created: createdAddress && !execResult.exceptionError ? bytesToHex(createdAddress.bytes) : undefined,
    context,
  }
}

function warmUp(evm: ArbitrumEvm, x: Execution): void {
  const { journal } = evm
  for (const address of [x.from, x.to, SEQUENCER.slice(2)]) if (address) journal.addAlwaysWarmAddress(address)
  for (const address of evm.precompiles.keys()) journal.addAlwaysWarmAddress(address)
  for (const address of Object.values(ARBOS_ADDRESSES)) journal.addAlwaysWarmAddress(address)
  for (const { address, storageKeys } of x.accessList) {
    journal.addAlwaysWarmAddress(address)
    for (const key of storageKeys) journal.addAlwaysWarmSlot(address, key)
  }
}

/** EIP-7702. Returns the refund for authorities that existed already. */
function applyAuthorizations({ state, journal }: ArbitrumEvm, x: Execution): bigint {
  let refund = 0n
  for (const a of x.authorizations) {
    const { authority } = a
    if (authority === undefined || (a.chainId !== 0n && a.chainId !== x.block.chainId)) continue
    journal.addAlwaysWarmAddress(authority)
    const account = state.account(authority)
    const code = state.code(authority)
    const isDelegation = code.length === 23 && code[0] === 0xef && code[1] === 0x01 && code[2] === 0x00
    if (code.length > 0 && !isDelegation) continue
    if ((account?.nonce ?? 0n) !== a.nonce) continue
    if (account) refund += 12_500n
    const target = /^0+$/.test(a.address) ? new Uint8Array(0) : hexToBytes(`ef0100${a.address}`)
    state.setCode(authority, target)
    const now = state.account(authority) ?? { nonce: 0n, balance: 0n, codeHash: EMPTY_CODE_HASH }
    state.setAccount(authority, { ...now, nonce: a.nonce + 1n })
  }
  return refund
}

const PREV_RANDAO = new Uint8Array(32)
PREV_RANDAO[31] = 1

function evmBlock(block: BlockInfo) {
  return {
    header: {
      number: block.l1Number,
      coinbase: toAddress(block.coinbase),
      timestamp: block.timestamp,
      difficulty: 1n,
      prevRandao: PREV_RANDAO,
      gasLimit: block.gasLimit,
      baseFeePerGas: block.baseFee,
      slotNumber: 0n,
      getBlobGasPrice: () => undefined,
    },
  }
}

/** Address of a contract that a transaction creates, whether it succeeds or not. */
export function createAddress(from: string, nonce: bigint): string {
  return bytesToHex(createContractAddress(toAddress(from), nonce).bytes)
}
