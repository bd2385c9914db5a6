/** Prices of the host calls, in ink (Stylus VM specification, 2.1). */
export const H = 8400n
export const P = 5040n
export const A = 59_673n
export const DIV = 20_000n
export const ADD_MOD = 21_000n
export const MUL_MOD = 24_100n

export const MAX_U64 = (1n << 64n) - 1n
const min = (a: bigint, b: bigint) => (a < b ? a : b)

const over32 = (n: number) => BigInt(Math.max(0, n - 32))
/** Copying `n` bytes into the program. */
export const writeInk = (n: number) => 5040n + 30n * over32(n)
/** Copying `n` bytes out of the program. */
export const readInk = (n: number) => 16_381n + 55n * over32(n)
export const keccakInk = (n: number) => 121_800n + 21_000n * BigInt(Math.max(0, Math.ceil(n / 32) - 2))
/** `exponent`: 32 bytes, big-endian. */
export function powInk(exponent: Uint8Array): bigint {
  let zeros = 0
  while (zeros < 32 && exponent[zeros] === 0) zeros++
  return 3000n + 17_500n * BigInt(33 - zeros)
}

export const gasToInk = (gas: bigint, inkPrice: bigint) => min(MAX_U64, gas * inkPrice)
export const inkToGas = (ink: bigint, inkPrice: bigint) => ink / inkPrice
