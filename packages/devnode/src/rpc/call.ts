import type { ExecResult } from '@ethereumjs/evm'
import { bytesToHex, to0x } from '../bytes.ts'
import type { Chain } from '../chain/chain.ts'
import { type Executed, type Execution, execute } from '../chain/execute.ts'
import { checkInitCode, intrinsicGas } from '../chain/intrinsic.ts'
import { RPC_GAS_CAP } from '../constants.ts'
import { RpcError } from '../errors.ts'
import type { BlockInfo } from '../stylus/world.ts'
import { blockAt, blockInfoAt } from './blockTag.ts'
import type { CallObject } from './callObject.ts'
import { applyOverrides } from './overrides.ts'
import { serverError } from './params.ts'

export interface SimulateOptions {
  /** What the call sees of its block. */
  block: BlockInfo
  /** State overrides, as they came. */
  overrides?: unknown
}

/** Shows the state at a block, and what a call on it sees of that block. */
export function onBlock<T>(chain: Chain, tag: unknown, work: (block: BlockInfo) => Promise<T>): Promise<T> {
  return chain.at(blockAt(chain, tag), () => work(blockInfoAt(chain, tag)))
}

/**
 * Runs a call on a copy of the state: at most 50 M gas, base fee 0 unless a price is given, no 32 M cap
 * (Stylus VM specification, 5.3). Throws where a node refuses to start it.
 */
export function simulate(
  chain: Chain,
  call: CallObject,
  { block, overrides }: SimulateOptions,
): Promise<Executed> {
  const { state } = chain
  return state.isolated(() => {
    applyOverrides(state, overrides)
    return execute(chain.evm, prepareCall(chain, call, block))
  })
}

/** Checks a call as a node does, takes its gas from the caller where it has a price, and says what to execute. */
export function prepareCall(chain: Chain, call: CallObject, block: BlockInfo): Execution {
  const { state } = chain
  const gasLimit = call.gas === undefined || call.gas > RPC_GAS_CAP ? RPC_GAS_CAP : call.gas
  const who = `address 0x${call.from}`
  const supplied = `(supplied gas ${gasLimit})`
  if (call.feeCap !== 0n && call.feeCap < block.baseFee)
    throw serverError(
      `err: max fee per gas less than block base fee: ${who}, maxFeePerGas: ${call.feeCap}, baseFee: ${block.baseFee} ${supplied}`,
    )
  const need = call.value + gasLimit * call.feeCap
  const have = state.balance(call.from)
  if (need > have)
    throw serverError(
      `err: insufficient funds for gas * price + value: ${who} have ${have} want ${need} ${supplied}`,
    )
  const isCreate = call.to === undefined
  if (isCreate) checkInitCode(call.data.length)
  const intrinsic = intrinsicGas({ ...call, isCreate, authorizations: call.authorizations.length })
  if (gasLimit < intrinsic)
    throw serverError(`err: intrinsic gas too low: have ${gasLimit}, want ${intrinsic} ${supplied}`)
  if (call.feeCap > 0n) state.addBalance(call.from, -gasLimit * call.feeCap)
  const tipped = block.baseFee + call.tip
  const gasPrice = call.feeCap === 0n || call.feeCap < tipped ? call.feeCap : tipped
  return {
    ...call,
    gasLimit,
    gasPrice,
    hostGasPrice: gasPrice,
    block: call.feeCap === 0n ? { ...block, baseFee: 0n } : block,
    recentPrograms: [],
    capped: false,
    console: chain.onConsole,
  }
}

/** The error a node answers with when a call did not succeed. */
export function callError(result: ExecResult): RpcError {
  const text = failureText(result)
  if (text.startsWith('execution reverted')) return new RpcError(3, text, to0x(result.returnValue))
  return serverError(text)
}

/** Why a call or transaction failed, in a node's words. */
export function failureText(result: Pick<ExecResult, 'exceptionError' | 'returnValue'>): string {
  const error = result.exceptionError as (Error & { error: string; nitroText?: string }) | undefined
  const text = error?.error ?? 'unknown error'
  if (text === 'revert') {
    const reason = error?.nitroText ?? revertReason(result.returnValue)
    return reason ? `execution reverted: ${reason}` : 'execution reverted'
  }
  return GETH_WORDS[text] ?? text
}

const GETH_WORDS: Readonly<Record<string, string>> = {
  'invalid opcode': 'invalid opcode: opcode 0xfe not defined',
  'invalid JUMP': 'invalid jump destination',
  'stack underflow': 'stack underflow',
  'stack overflow': 'stack limit reached 1024 (1023)',
  'static state change': 'write protection',
  'code size to deposit exceeds maximum code size': 'max code size exceeded',
  'create collision': 'contract address collision',
  'initcode exceeds max initcode size': 'max initcode size exceeded',
  'value overflow': 'gas uint64 overflow',
  'insufficient balance': 'insufficient balance for transfer',
}

/** Text of `Error(string)` and meaning of `Panic(uint256)`, as nodes add it to their message. */
function revertReason(data: Uint8Array): string | undefined {
  const selector = bytesToHex(data.subarray(0, 4))
  if (selector === '4e487b71' && data.length === 36) return PANICS[data[35] as number]
  if (data.length < 68 || selector !== '08c379a0') return undefined
  const length = Number.parseInt(bytesToHex(data.subarray(36, 68)), 16)
  if (length > data.length - 68) return undefined
  return new TextDecoder().decode(data.subarray(68, 68 + length))
}

/** Solidity's panic codes as geth words them. */
const PANICS: Readonly<Record<number, string>> = {
  0: 'generic panic',
  1: 'assert(false)',
  17: 'arithmetic underflow or overflow',
  18: 'division or modulo by zero',
  33: 'enum overflow',
  34: 'invalid encoded storage byte array accessed',
  49: 'out-of-bounds array access; popping on an empty array',
  50: 'out-of-bounds access of an array or bytesN',
  65: 'out of memory',
  81: 'uninitialized function',
}
