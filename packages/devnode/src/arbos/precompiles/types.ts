import type { Log } from '@ethereumjs/evm'
import { bigintToBytes, bytesToBigint, concatBytes } from '../../bytes.ts'
import type { ArbitrumEvm } from '../../evm/arbitrumEvm.ts'
import type { State } from '../../state/state.ts'

/** All the gas of the call is taken; the caller sees an empty revert. */
export class BurnAll {
  /** Set where it is not a revert: what a node then says. */
  readonly text: string | undefined
  constructor(text?: string) {
    this.text = text
  }
}

/** A revert: with a Solidity error, or empty. What gas is left goes back to the caller. */
export class PrecompileRevert {
  readonly data: Uint8Array
  readonly text: string | undefined
  constructor(data: Uint8Array = new Uint8Array(0), text?: string) {
    this.data = data
    this.text = text
  }
}

/** Prices of ArbOS state, gas: flat, neither warm nor cold (Stylus VM specification, 3.2). */
export const READ = 800n
export const WRITE = 20_000n
export const WRITE_ZERO = 5000n

/** One call of a precompile method. */
export interface MethodCall {
  evm: ArbitrumEvm
  state: State
  /** Hex, no prefix. */
  caller: string
  self: string
  value: bigint
  /** The whole input, selector included. */
  input: Uint8Array
  /** Argument word `i`, 32 bytes. */
  word(i: number): Uint8Array
  uint(i: number): bigint
  address(i: number): string
  burn(gas: bigint): void
  /** Marks as accessed; true if this was the first time. */
  warmAddress(address: string): boolean
  /** Gas that is left. */
  gasLeft(): bigint
  log(topics: Uint8Array[], data: Uint8Array): void
}

export interface Method {
  name: string
  /** Number of 32-byte argument words that must be there. */
  args: number
  /** `pure` opens no ArbOS state; `view` and `pure` take no value; `write` refuses static calls. */
  kind: 'pure' | 'view' | 'write' | 'payable'
  since?: number
  until?: number
  run(call: MethodCall): Uint8Array | Promise<Uint8Array>
}

/** Methods by selector, hex without prefix. */
export interface Precompile {
  address: string
  methods: Record<string, Method>
  /** Called first; may refuse the caller. True: the caller pays nothing for the call itself. */
  authorize?(call: MethodCall): boolean
  /** After success. */
  after?(call: MethodCall): void
  logs?: Log[]
}

export const word = (value: bigint | number): Uint8Array => bigintToBytes(BigInt(value))
export const addressWord = (hex: string): Uint8Array => bigintToBytes(BigInt(`0x${hex}`))
export const words = (...values: (bigint | number)[]): Uint8Array => concatBytes(...values.map(word))
export const uintOf = bytesToBigint
export const NOTHING = new Uint8Array(0)

/** Solidity error data: selector and words. */
export function solidityError(selector: string, ...values: (bigint | number)[]): Uint8Array {
  return concatBytes(bigintToBytes(BigInt(`0x${selector}`), 4), words(...values))
}
