/** State of the chain's data pricer: what has been activated lately. */
export type DataPricer = {
  /** Bytes of native code demanded and not yet forgotten (u32). */
  demand: number
  /** Unix time in seconds of the last activation. */
  lastUpdate: number
}

const PER_SECOND = 34865
const INERTIA = 21360419
const MIN_PRICE = 82928201
const U32 = 0xffffffff

/** The pricer of a chain on which nothing has been activated yet. */
export const FRESH_DATA_PRICER: DataPricer = { demand: 0, lastUpdate: 1421388000 }

/**
 * Fee in wei for activating `asmBytes` bytes of native code at `time` (Unix seconds), and the pricer's state afterwards.
 * The price grows exponentially with demand and recovers by 34,865 bytes a second.
 *
 * @param asmBytes `estimate.asm` of a `ModuleReport`; for a keepalive `estimate.asmKb * 1024`.
 * @example
 * ```ts
 * dataFee(FRESH_DATA_PRICER, 514189, 1750000000).fee // 43672675108907n
 * ```
 */
export function dataFee(
  pricer: DataPricer,
  asmBytes: number,
  time: number,
): { fee: bigint; pricer: DataPricer } {
  const seconds = Math.min(U32, Math.max(0, Math.floor(time) - pricer.lastUpdate))
  // both products stay far below 2^53
  const recovered = Math.min(U32, PER_SECOND * seconds)
  const demand = Math.min(U32, Math.max(0, pricer.demand - recovered) + asmBytes)
  const exponent = (10000n * BigInt(demand)) / BigInt(INERTIA)
  const perByte = (BigInt(MIN_PRICE) * expBips(exponent)) / 10000n
  const fee = perByte * BigInt(asmBytes)
  return { fee: fee < 2n ** 64n ? fee : 2n ** 64n - 1n, pricer: { demand, lastUpdate: Math.floor(time) } }
}

/** e^(x / 10000) in ten-thousandths: the first twelve terms of the series, in integers. */
function expBips(x: bigint): bigint {
  let r = 10000n + x / 12n
  for (let i = 11n; i >= 1n; i--) r = 10000n + (r * x) / (i * 10000n)
  return r
}
