import { R } from '../field.ts'
import { type Affine, addPairs, negatePoint } from './affine.ts'
import type { Group } from './points.ts'
import type { Turns } from './turns.ts'

/**
 * Sum of scalars[i] * points[i], by buckets (Pippenger 1976) with signed digits and batched affine additions. Most wires
 * of a circuit are bits and small numbers: they fill the lowest window only.
 *
 * Its time depends on the scalars. A prover works on its own machine; don't prove where others can time it.
 */
export async function multiScalar<F, P>(
  group: Group<F, P>,
  points: readonly P[],
  scalars: readonly bigint[],
  turns?: Turns,
): Promise<P> {
  const work = sumByWindows(group, points, scalars)
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
    if (turns?.due) await turns.pause()
  }
}

/** The same in one go. */
export function multiScalarNow<F, P>(
  group: Group<F, P>,
  points: readonly P[],
  scalars: readonly bigint[],
): P {
  const work = sumByWindows(group, points, scalars)
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}

/** Yields after every window. */
function* sumByWindows<F, P>(
  group: Group<F, P>,
  points: readonly P[],
  scalars: readonly bigint[],
): Generator<undefined, P> {
  const bases: Affine<F>[] = []
  const sizes: bigint[] = []
  let longest = 0n
  for (const [i, scalar] of scalars.entries()) {
    if (scalar === 0n) continue
    // r - 1 and other small negative numbers are shorter from the other side.
    const negative = scalar > R >> 1n
    const size = negative ? R - scalar : scalar
    const base = group.affine(points[i]!)
    if (base === undefined) continue
    bases.push(negative ? negatePoint(group.field, base) : base)
    sizes.push(size)
    if (size > longest) longest = size
  }
  if (bases.length === 0) return group.zero
  const width = windowWidth(bases.length)
  const windows = signedDigits(sizes, width, longest.toString(2).length)
  let total = group.zero
  for (const digits of windows.reverse()) {
    for (let i = 0; i < width; i++) total = group.double(total)
    const buckets = fillBuckets(group, bases, digits, 1 << (width - 1))
    total = group.add(total, weighBuckets(group, buckets))
    yield
  }
  return total
}

/** Cheapest width for so many points: 6 multiplications a point and window, some 28 a bucket. */
function windowWidth(count: number): number {
  let best = 2
  let least = Number.POSITIVE_INFINITY
  for (let width = 2; width <= 13; width++) {
    const cost = Math.ceil(254 / width) * (6 * count + 28 * 2 ** (width - 1))
    if (cost < least) [best, least] = [width, cost]
  }
  return best
}

/** Digits from -2^(width - 1) to 2^(width - 1), the lowest window first: half as many buckets as without a sign. */
function signedDigits(scalars: readonly bigint[], width: number, bits: number): Int16Array[] {
  const windows = Array.from({ length: Math.floor(bits / width) + 1 }, () => new Int16Array(scalars.length))
  const mask = (1n << BigInt(width)) - 1n
  const half = 1 << (width - 1)
  for (const [i, scalar] of scalars.entries()) {
    let rest = scalar
    for (let w = 0; rest > 0n; w++) {
      const digit = Number(rest & mask)
      rest >>= BigInt(width)
      if (digit > half) {
        windows[w]![i] = digit - 2 * half
        rest += 1n
      } else windows[w]![i] = digit
    }
  }
  return windows
}

/** buckets[d] = sum of the points whose digit is d, less those whose digit is -d: added two by two, all buckets at once. */
function fillBuckets<F, P>(
  group: Group<F, P>,
  bases: readonly Affine<F>[],
  digits: Int16Array,
  largest: number,
): Affine<F>[] {
  const lists: Affine<F>[][] = Array.from({ length: largest + 1 }, () => [])
  for (const [i, digit] of digits.entries())
    if (digit > 0) lists[digit]!.push(bases[i])
    else if (digit < 0) lists[-digit]!.push(negatePoint(group.field, bases[i]))
  for (;;) {
    const left: Affine<F>[] = []
    const right: Affine<F>[] = []
    for (const list of lists)
      for (let i = 0; i + 1 < list.length; i += 2) {
        left.push(list[i])
        right.push(list[i + 1])
      }
    if (left.length === 0) return lists.map((list) => list[0])
    const sums = addPairs(group.field, left, right)
    let at = 0
    for (const list of lists) {
      const pairs = list.length >> 1
      const odd = list.length % 2 === 1 ? [list[list.length - 1]] : []
      list.splice(0, list.length, ...sums.slice(at, at + pairs), ...odd)
      at += pairs
    }
  }
}

/** Sum of d * buckets[d]: the running sum from the top, added up. */
function weighBuckets<F, P>(group: Group<F, P>, buckets: readonly Affine<F>[]): P {
  let running = group.zero
  let total = group.zero
  let empty = true
  for (let digit = buckets.length - 1; digit > 0; digit--) {
    const bucket = buckets[digit]
    if (bucket !== undefined) {
      running = group.add(running, group.point(bucket))
      empty = false
    }
    if (!empty) total = group.add(total, running)
  }
  return total
}
