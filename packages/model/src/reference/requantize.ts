const TWO_32 = 2 ** 32
const TWO_52 = 2 ** 52

/**
 * From accumulator to activation (inference specification, rule 3):
 * `clamp(((acc * multiplier + 2^(shift-1)) >> shift) + zeroPoint, min, max)`, one rounding, half up, in int64.
 *
 * Exact without BigInt: products below 2^52 are exact in a double, larger ones go in two 32-bit halves.
 *
 * @param acc int32.
 * @param multiplier 1 to 2^31 - 1.
 * @param shift 1 to 62.
 * @param min,max int32, the clamp.
 */
export function requantize(
  acc: number,
  multiplier: number,
  shift: number,
  zeroPoint: number,
  min: number,
  max: number,
): number {
  const product = acc * multiplier
  const scaled =
    shift <= 52 && product < TWO_52 && product > -TWO_52
      ? Math.floor((product + 2 ** (shift - 1)) / 2 ** shift)
      : wide(acc, multiplier, shift)
  const value = scaled + zeroPoint
  return value < min ? min : value > max ? max : value
}

/** `(acc * multiplier + 2^(shift-1)) >> shift`. A result past 2^53 is approximate: the clamp is int32, so it can't show. */
function wide(acc: number, multiplier: number, shift: number): number {
  // acc = upper * 2^16 + lower, so that both products stay below 2^47.
  const upper = acc >> 16
  const lower = acc & 0xffff
  const a = upper * multiplier
  const aHigh = Math.floor(a / 65_536)
  const b = (a - aHigh * 65_536) * 65_536 + lower * multiplier
  let high = aHigh + Math.floor(b / TWO_32)
  let low = b % TWO_32
  if (shift > 32) high += 2 ** (shift - 33)
  else {
    low += 2 ** (shift - 1)
    if (low >= TWO_32) {
      low -= TWO_32
      high += 1
    }
  }
  if (shift >= 32) return Math.floor(high / 2 ** (shift - 32))
  return high * 2 ** (32 - shift) + Math.floor(low / 2 ** shift)
}
