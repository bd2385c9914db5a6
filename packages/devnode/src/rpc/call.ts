import type { ExecResult } from '@ethereumjs/evm'
import { bytesToHex, to0x } from '../bytes.ts'
import type { Chain } from '../chain/chain.ts'
import { type Executed, type Execution, execute } from '../chain/execute.ts'
import { checkInitCode, intrinsicGas } from '../chain/intrinsic.ts'
import { RPC_GAS_CAP } from '../constants.ts'
import { RpcError } from '../errors.ts'
import { applyOverrides } from './overrides.ts'
import { address, bytes, object, serverError, uint } from './params.ts'

/** A call object of JSON-RPC, read and checked. */
export type CallObject = Pick<Execution, 'from' | 'to' | 'data' | 'value' | 'accessList'> & {
  gas: bigint | undefined
  gasPrice: bigint
}

export function readCall(value: unknown): CallObject {
  const c = object(value, 'the call')
  const input = c.input ?? c.data
  const price = c.gasPrice ?? c.maxFeePerGas
  return {
    from: c.from === undefined || c.from === null ? '0'.repeat(40) : address(c.from, 'from'),
    to: c.to === undefined || c.to === null ? undefined : address(c.to, 'to'),
    data: input === undefined || input === null ? new Uint8Array(0) : bytes(input, 'data'),
    value: c.value === undefined ? 0n : uint(c.value, 'value'),
    gas: c.gas === undefined || c.gas === null ? undefined : uint(c.gas, 'gas'),
    gasPrice: price === undefined || price === null ? 0n : uint(price, 'gasPrice'),
    accessList: readAccessList(c.accessList),
  }
}

function readAccessList(value: unknown): CallObject['accessList'] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) throw new RpcError(-32602, 'accessList must be an array')
  return value.map((item) => {
    const { address: a, storageKeys } = object(item, 'an access list entry')
    const keys = Array.isArray(storageKeys) ? storageKeys : []
    return { address: address(a), storageKeys: keys.map((k) => bytesToHex(bytes(k, 'storage key'))) }
  })
}

/**
 * Runs a call on a copy of the state: at most 50 M gas, base fee 0 unless a price is given, no 32 M cap
 * (Stylus VM specification, 5.3). Throws where a node refuses to start it.
 */
export function simulate(chain: Chain, call: CallObject, overrides?: unknown): Promise<Executed> {
  const { state } = chain
  return state.isolated(async () => {
    const block = chain.nextBlockInfo()
    const gasLimit = call.gas === undefined || call.gas > RPC_GAS_CAP ? RPC_GAS_CAP : call.gas
    const who = `address 0x${call.from}`
    const supplied = `(supplied gas ${gasLimit})`
    if (call.gasPrice !== 0n && call.gasPrice < block.baseFee)
      throw serverError(
        `err: max fee per gas less than block base fee: ${who}, maxFeePerGas: ${call.gasPrice}, baseFee: ${block.baseFee} ${supplied}`,
      )
    applyOverrides(state, overrides)
    const need = call.value + gasLimit * call.gasPrice
    const have = state.balance(call.from)
    if (need > have)
      throw serverError(
        `err: insufficient funds for gas * price + value: ${who} have ${have} want ${need} ${supplied}`,
      )
    const isCreate = call.to === undefined
    if (isCreate) checkInitCode(call.data.length)
    const intrinsic = intrinsicGas({ ...call, isCreate, authorizations: 0 })
    if (gasLimit < intrinsic)
      throw serverError(`err: intrinsic gas too low: have ${gasLimit}, want ${intrinsic} ${supplied}`)
    if (call.gasPrice > 0n) state.addBalance(call.from, -gasLimit * call.gasPrice)
    return execute(chain.evm, {
      ...call,
      gasLimit,
      hostGasPrice: call.gasPrice,
      authorizations: [],
      block: call.gasPrice === 0n ? { ...block, baseFee: 0n } : block,
      recentPrograms: [],
      capped: false,
      console: chain.onConsole,
    })
  })
}

/** The error a node answers with when a call did not succeed. */
export function callError(result: ExecResult): RpcError {
  const error = result.exceptionError as (Error & { error: string; nitroText?: string }) | undefined
  const text = error?.error ?? 'unknown error'
  if (text === 'revert') {
    const reason = error?.nitroText ?? revertReason(result.returnValue)
    return new RpcError(
      3,
      reason ? `execution reverted: ${reason}` : 'execution reverted',
      to0x(result.returnValue),
    )
  }
  if (text === 'invalid opcode') return serverError('invalid opcode: opcode 0xfe not defined')
  return serverError(text)
}

/** Text of `Error(string)`, as nodes add it to their message. */
function revertReason(data: Uint8Array): string | undefined {
  if (data.length < 68 || bytesToHex(data.subarray(0, 4)) !== '08c379a0') return undefined
  const length = Number.parseInt(bytesToHex(data.subarray(64, 68)), 16)
  if (length > data.length - 68) return undefined
  return new TextDecoder().decode(data.subarray(68, 68 + length))
}
