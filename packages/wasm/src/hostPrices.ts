/*
 * Prices of the host calls, in ink. The same for all ArbOS versions from 30 on.
 * Source: the Stylus VM notes of this repository (section 2.1), checked against recorded nitro runs.
 */

import { CHAIN_DEFAULTS } from './prices.ts'

/** The parts that a host call's price is put together from. */
export const HOST_INK = {
  /** Any host call. */
  call: 8400,
  /** Each pointer that the call reads or writes a fixed-size value through. */
  pointer: 5040,
  /** A call that asks the EVM. */
  evm: 59_673,
  div: 20_000,
  addMod: 21_000,
  mulMod: 24_100,
} as const

const over32 = (bytes: number) => Math.max(0, bytes - 32)

/** Ink of copying `bytes` into the program. */
export const copyInInk = (bytes: number): number => HOST_INK.pointer + 30 * over32(bytes)

/** Ink of copying `bytes` out of the program. */
export const copyOutInk = (bytes: number): number => 16_381 + 55 * over32(bytes)

/** Ink of `read_args` for calldata of that many bytes, without the `call` operator. */
export const readArgsInk = (bytes: number): number => HOST_INK.call + copyInInk(bytes)

/** Gas of looking at another account's code for the first time in a transaction: 2,600, and 700 for its size. */
const COLD_CODE_GAS = 3300

/**
 * Ink of `account_code` for a contract of that many bytes, which are charged whatever part is read.
 *
 * @param again the account that was asked for last: nothing but the copy is paid then.
 */
export const accountCodeInk = (bytes: number, again = false): number =>
  HOST_INK.call + HOST_INK.evm + (again ? 0 : COLD_CODE_GAS * CHAIN_DEFAULTS.inkPrice) + copyInInk(bytes)

/** Ink of `write_result` for a result of that many bytes; the copy is charged twice. */
export const writeResultInk = (bytes: number): number => HOST_INK.call + 2 * copyOutInk(bytes)
