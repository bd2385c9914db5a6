import type { CallProfile } from '@inkling/devnode/worker'
import { revertInWords } from './abi.ts'
import type { Call, Chain } from './chain.ts'
import type { Hex } from './hex.ts'

/** Base and calldata in gas, the rest in ink: what the cost bar takes. */
export interface CostParts {
  base: number
  calldata: number
  entry: number
  pages: number
  hostCalls: number
  instructions: number
}

/** What a contract said and what it cost. */
export interface Answer {
  call: Call
  returnData: Hex
  /** Why there is no answer, in words. */
  refused?: string
  /** Of the run: instructions and host calls. */
  ink: number
  /** `ink` in gas, rounded up as the chain does. */
  runGas: number
  /** As another contract pays it: getting in and running. */
  callGas: number
  /** A whole transaction. */
  txGas: number
  cached: boolean
  parts: CostParts
  hostCalls: Record<string, number>
  functions: CallProfile['functions']
  /** The state it was asked of, where that is not the newest. */
  block?: Hex
  /** Milliseconds in the Worker and on the way, as the page saw it. */
  ms: number
}

export const INK_PER_GAS = 10_000

/**
 * Asks a contract; a revert, a trap or no ink left are answers too.
 * @throws Error in words where the gas does not even pay for a transaction
 */
export async function ask(chain: Chain, call: Call, gas?: number): Promise<Answer> {
  const limited: Call = gas === undefined ? call : { ...call, gas: `0x${gas.toString(16)}` }
  const began = performance.now()
  try {
    const profile = await chain.profile(limited)
    return { ...answerOf(limited, profile), ms: performance.now() - began }
  } catch (error) {
    throw new Error(tooLittleGas((error as Error).message), { cause: error })
  }
}

/** The chain's words for gas below a transaction's base, in ours; other messages stay as they are. */
export function tooLittleGas(message: string): string {
  const [, have, want] = /intrinsic gas too low: have (\d+), want (\d+)/.exec(message) ?? []
  if (have === undefined || want === undefined) return message
  return `${inDigits(have)} gas are too few for any transaction: base and calldata of this one take ${inDigits(want)}, and the contract is not even asked. Give it more gas.`
}

const inDigits = (value: number | string) => Number(value).toLocaleString('en-US')

/** The same from a profile that somebody else took. */
export function answerOf(call: Call, profile: CallProfile): Omit<Answer, 'ms'> {
  const { parts } = profile
  const ink = profile.ink ?? 0
  return {
    call,
    returnData: profile.returnData,
    ...(profile.ok ? {} : { refused: whyRefused(profile) }),
    ink,
    runGas: Math.ceil(ink / INK_PER_GAS),
    callGas: profile.frameGas,
    txGas: Number(profile.gasUsed),
    cached: profile.cached === true,
    parts: {
      base: parts.base,
      calldata: parts.calldata,
      entry: parts.entry,
      pages: parts.pages,
      hostCalls: Object.values(parts.hostCalls).reduce((sum, value) => sum + value, 0),
      instructions: parts.instructions,
    },
    hostCalls: parts.hostCalls,
    functions: profile.functions,
  }
}

function whyRefused({ trap, returnData, ink }: CallProfile): string {
  if (trap && /out of ink/i.test(trap))
    return `The contract ran out of ink: ${inDigits(ink ?? 0)} ink were used and it was not done. Give it more gas.`
  // Entry and memory are paid before the first instruction.
  if ((trap && /out of gas/i.test(trap)) || (!trap && ink === null && returnData === '0x'))
    return 'The gas ran out before the contract began: getting in and its memory take more than there was. Give it more gas.'
  if (trap && /unreachable/i.test(trap)) return 'The contract panicked (wasm unreachable).'
  if (trap) return `The contract was stopped: ${trap}`
  return revertInWords(returnData)
}
