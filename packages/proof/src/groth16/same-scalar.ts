import { type Affine, addPairs, negatePoint } from './affine.ts'
import type { Group } from './points.ts'
import type { Turns } from './turns.ts'

/** Points handled at once: enough to share a division, few enough to give turns. */
const BATCH = 512
const WIDTH = 5

/** Every point times one scalar, as a contribution does: all of them walk the same digits, so divisions are shared. */
export async function sameScalar<F, P>(
  group: Group<F, P>,
  points: readonly P[],
  scalar: bigint,
  turns?: Turns,
): Promise<P[]> {
  const digits = oddDigits(scalar)
  const { field } = group
  const out: P[] = []
  for (let from = 0; from < points.length; from += BATCH) {
    const bases = points.slice(from, from + BATCH).map((point) => group.affine(point))
    // 1, 3, 5 ... times every base.
    const twice = addPairs(field, bases, bases)
    const odd = [bases]
    while (odd.length < 1 << (WIDTH - 2)) odd.push(addPairs(field, odd[odd.length - 1]!, twice))
    let sums = new Array<Affine<F>>(bases.length).fill(undefined)
    for (let i = digits.length - 1; i >= 0; i--) {
      sums = addPairs(field, sums, sums)
      const digit = digits[i]!
      const steps = odd[(Math.abs(digit) - 1) / 2]
      if (digit !== 0)
        sums = addPairs(field, sums, digit > 0 ? steps! : steps!.map((point) => negatePoint(field, point)))
      if (turns?.due) await turns.pause()
    }
    for (const sum of sums) out.push(group.point(sum))
  }
  return out
}

/** Non-adjacent form: odd digits between -2^(WIDTH - 1) and 2^(WIDTH - 1), with at least WIDTH - 1 zeros after each. */
function oddDigits(scalar: bigint): number[] {
  const digits: number[] = []
  for (let rest = scalar; rest > 0n; rest >>= 1n) {
    let digit = 0
    if (rest & 1n) {
      digit = Number(rest & BigInt((1 << WIDTH) - 1))
      if (digit >= 1 << (WIDTH - 1)) digit -= 1 << WIDTH
      rest -= BigInt(digit)
    }
    digits.push(digit)
  }
  return digits
}
