import { copyInInk, copyOutInk, HOST_INK } from '@inkling/wasm'

/** Prices of the host calls, in ink, as the metering wants them; the table is in `@inkling/wasm`. */
export const H = BigInt(HOST_INK.call)
export const P = BigInt(HOST_INK.pointer)
export const A = BigInt(HOST_INK.evm)
export const DIV = BigInt(HOST_INK.div)
export const ADD_MOD = BigInt(HOST_INK.addMod)
export const MUL_MOD = BigInt(HOST_INK.mulMod)

export const MAX_U64 = (1n << 64n) - 1n
const min = (a: bigint, b: bigint) => (a < b ? a : b)

/** Copying `n` bytes into the program. */
export const writeInk = (n: number) => BigInt(copyInInk(n))
/** Copying `n` bytes out of the program. */
export const readInk = (n: number) => BigInt(copyOutInk(n))
export const keccakInk = (n: number) => 121_800n + 21_000n * BigInt(Math.max(0, Math.ceil(n / 32) - 2))
/** `exponent`: 32 bytes, big-endian. */
export function powInk(exponent: Uint8Array): bigint {
  let zeros = 0
  while (zeros < 32 && exponent[zeros] === 0) zeros++
  return 3000n + 17_500n * BigInt(33 - zeros)
}

export const gasToInk = (gas: bigint, inkPrice: bigint) => min(MAX_U64, gas * inkPrice)
export const inkToGas = (ink: bigint, inkPrice: bigint) => ink / inkPrice
