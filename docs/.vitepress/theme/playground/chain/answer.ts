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

/** Asks a contract; a revert, a trap or no ink left are answers too. */
export async function ask(chain: Chain, call: Call, gas?: number): Promise<Answer> {
  const began = performance.now()
  const profile = await chain.profile(call, gas)
  return { ...answerOf(call, profile), ms: performance.now() - began }
}

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
    return `The contract ran out of ink: ${(ink ?? 0).toLocaleString('en-US')} ink were used and it was not done. Give it more gas.`
  if (trap && /unreachable/i.test(trap)) return 'The contract panicked (wasm unreachable).'
  if (trap) return `The contract was stopped: ${trap}`
  return revertInWords(returnData)
}
