import { type Address, BaseError, ContractFunctionRevertedError, type Hex, keccak256 } from 'viem'
import { InputError } from '../errors.ts'
import { ARB_WASM, arbWasmAbi } from './arb-wasm.ts'
import type { Connection } from './connect.ts'
import { chainError } from './send.ts'

const DAY = 86_400

/** Where a program stands between its activation and its expiry. */
export interface ProgramLife {
  codehash: Hex
  state: 'active' | 'not-activated' | 'expired' | 'needs-upgrade'
  /** Whole days, rounded down; 0 when it is not active. */
  daysLeft: number
  /** Days since the last activation or keepalive; undefined when it is not active. */
  ageDays: number | undefined
  /** Days that an activation lasts. */
  expiryDays: number
  /** Age in days from which the chain accepts a keepalive. */
  keepaliveDays: number
}

/** What to do about a program that is not active. */
export const LIFE_WORDS: Record<Exclude<ProgramLife['state'], 'active'>, string> = {
  'not-activated': 'not activated: nobody has activated this code on the chain, or it is no Stylus program',
  expired: 'expired: it has to be activated again, which anybody can do',
  'needs-upgrade': 'of an older Stylus version: it has to be activated again',
}

/**
 * Asks the chain how long a program lives.
 *
 * @throws InputError (exit 2) for an address without code.
 */
export async function programLife({ client, name }: Connection, program: Address): Promise<ProgramLife> {
  try {
    const code = await client.getCode({ address: program })
    if (code === undefined || code === '0x')
      throw new InputError(`${program} has no code on ${name}`, { remedy: 'check the address and the node' })
    const days = (functionName: 'expiryDays' | 'keepaliveDays') =>
      client.readContract({ address: ARB_WASM, abi: arbWasmAbi, functionName })
    const [expiryDays, keepaliveDays] = [await days('expiryDays'), await days('keepaliveDays')]
    const base = { codehash: keccak256(code), expiryDays, keepaliveDays }
    const left = await secondsLeft(client, program)
    if (typeof left === 'string') return { ...base, state: left, daysLeft: 0, ageDays: undefined }
    const ageDays = Math.floor((expiryDays * DAY - left) / DAY)
    return { ...base, state: 'active', daysLeft: Math.floor(left / DAY), ageDays }
  } catch (error) {
    throw error instanceof InputError ? error : chainError('the program could not be asked for', error)
  }
}

async function secondsLeft(client: Connection['client'], program: Address) {
  try {
    const args = [program] as const
    return Number(
      await client.readContract({
        address: ARB_WASM,
        abi: arbWasmAbi,
        functionName: 'programTimeLeft',
        args,
      }),
    )
  } catch (error) {
    const name = revertOf(error)?.name
    if (name === 'ProgramNotActivated') return 'not-activated'
    if (name === 'ProgramExpired') return 'expired'
    if (name === 'ProgramNeedsUpgrade') return 'needs-upgrade'
    throw error
  }
}

/** The Solidity error that a call reverted with, if that is what happened and the ABI knows it. */
export function revertOf(error: unknown): { name: string; args: readonly unknown[] } | undefined {
  if (!(error instanceof BaseError)) return undefined
  const revert = error.walk((e) => e instanceof ContractFunctionRevertedError)
  if (!(revert instanceof ContractFunctionRevertedError) || !revert.data) return undefined
  return { name: revert.data.errorName, args: revert.data.args ?? [] }
}
