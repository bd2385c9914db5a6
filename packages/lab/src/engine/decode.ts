import { type Abi, decodeErrorResult, decodeFunctionResult, type Hex } from 'viem'
import type { CallOutcome } from '../types.ts'

/** Names of the errors every Solidity tool knows. */
const COMMON = [
  { type: 'error', name: 'Error', inputs: [{ name: 'message', type: 'string' }] },
  { type: 'error', name: 'Panic', inputs: [{ name: 'code', type: 'uint256' }] },
] as const

/** A revert in the lab's own words where the ABI has them, else the raw data. */
export function decodeRevert(abi: Abi, data: Hex): NonNullable<CallOutcome['revert']> {
  if (data === '0x') return { data }
  try {
    const decoded = decodeErrorResult({ abi: [...abi, ...COMMON] as Abi, data })
    return { name: decoded.errorName, args: (decoded.args ?? []) as readonly unknown[], data }
  } catch {
    return { data }
  }
}

export type DecodedValue = { ok: true; value: unknown } | { ok: false; reason: string }

/** The result of a call; a contract that returns something else than its ABI says is told, not thrown. */
export function decodeValue(abi: Abi, functionName: string, data: Hex): DecodedValue {
  try {
    return { ok: true, value: decodeFunctionResult({ abi, functionName, data }) }
  } catch (error) {
    const size = (data.length - 2) / 2
    const first = (error as Error).message.split('\n')[0]
    return { ok: false, reason: `returned ${size} bytes that do not decode as its ABI says (${first})` }
  }
}
