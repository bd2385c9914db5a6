import { bn254 } from '@noble/curves/bn254.js'
import { R } from '../field.ts'

export const G1 = bn254.G1.Point
export const G2 = bn254.G2.Point
export type PointG1 = InstanceType<typeof G1>
export type PointG2 = InstanceType<typeof G2>

type Group<P> = {
  ZERO: P
  BASE: P
}
type GroupPoint<P> = {
  add(other: P): P
  double(): P
  negate(): P
}

const WINDOW = 8

/**
 * Multiplies one point by many scalars: a table of WINDOW-bit digits, then 32 additions a scalar. Not constant-time:
 * for set-up keys, whose scalars are thrown away by the one who makes them on a machine of their own.
 */
export function fixedBase<P extends GroupPoint<P>>(group: Group<P>, base: P): (scalar: bigint) => P {
  const rows: P[][] = []
  let start = base
  for (let at = 0; at < 254; at += WINDOW) {
    const row: P[] = [group.ZERO]
    for (let digit = 1; digit < 1 << WINDOW; digit++) row.push(row[digit - 1]!.add(start))
    rows.push(row)
    start = row[(1 << WINDOW) - 1]!.add(start)
  }
  return (scalar) => {
    let rest = ((scalar % R) + R) % R
    let sum = group.ZERO
    for (let i = 0; rest > 0n; i++, rest >>= BigInt(WINDOW)) {
      const digit = Number(rest & BigInt((1 << WINDOW) - 1))
      if (digit !== 0) sum = sum.add(rows[i]![digit]!)
    }
    return sum
  }
}

/**
 * Sum of scalars[i] * points[i]. Most wires of a circuit are bits, so 0 and 1 are taken out first; the rest goes by
 * buckets (Pippenger). `pause` is called now and then, to show progress or to stop.
 */
export function multiScalar<P extends GroupPoint<P>>(
  group: Group<P>,
  points: readonly P[],
  scalars: readonly bigint[],
): P {
  let ones = group.ZERO
  const heavyPoints: P[] = []
  const heavyScalars: bigint[] = []
  let longest = 0
  for (const [i, scalar] of scalars.entries()) {
    if (scalar === 0n) continue
    if (scalar === 1n) {
      ones = ones.add(points[i]!)
      continue
    }
    // r - 1 and other small negative numbers are shorter from the other side.
    const negative = scalar > R >> 1n
    const size = negative ? R - scalar : scalar
    heavyPoints.push(negative ? points[i]!.negate() : points[i]!)
    heavyScalars.push(size)
    longest = Math.max(longest, size.toString(2).length)
  }
  return heavyPoints.length === 0 ? ones : ones.add(buckets(group, heavyPoints, heavyScalars, longest))
}

function buckets<P extends GroupPoint<P>>(group: Group<P>, points: P[], scalars: bigint[], bits: number): P {
  const width = points.length < 32 ? 3 : points.length < 256 ? 5 : points.length < 2048 ? 7 : 9
  const mask = (1n << BigInt(width)) - 1n
  const windows = Math.ceil(bits / width)
  let total = group.ZERO
  for (let w = windows - 1; w >= 0; w--) {
    for (let i = 0; i < width && w !== windows - 1; i++) total = total.double()
    const sums: (P | undefined)[] = new Array(1 << width)
    const shift = BigInt(w * width)
    for (const [i, scalar] of scalars.entries()) {
      const digit = Number((scalar >> shift) & mask)
      if (digit === 0) continue
      const old = sums[digit]
      sums[digit] = old === undefined ? points[i]! : old.add(points[i]!)
    }
    let running = group.ZERO
    let window = group.ZERO
    for (let digit = (1 << width) - 1; digit > 0; digit--) {
      const bucket = sums[digit]
      if (bucket !== undefined) running = running.add(bucket)
      window = window.add(running)
    }
    total = total.add(window)
  }
  return total
}
