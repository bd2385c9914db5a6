import { add, and, i64, mul, type Node, or, shrU } from '../ir/nodes.ts'

export interface ClampLane {
  pos: number
  /** Bits up to the next lane. */
  width: number
  /** Exact range of what the lane holds, its offset taken off. */
  min: bigint
  max: bigint
}

const at = (value: bigint, lanes: readonly ClampLane[]) =>
  lanes.reduce((word, lane) => word + (value << BigInt(lane.pos)), 0n)

/**
 * Clamps all lanes of a word at once: lane v + 2^t becomes clamp(v >> s, 0, H), H = 2^h - 1, with zeros around it.
 * A multiplication spreads one bit a lane to a mask of h bits: v >= 0 keeps the value, v >= (H + 1) << s sets it to H.
 * Everything is done on the whole word: a clamp of single lanes becomes a `select` in rustc, 1,250 ink.
 *
 * @param t every lane has -2^t <= v < 2^t and at least t + 1 bits.
 * @returns the word, and how many bits of a lane may be set.
 */
export function clampWord(
  word: Node,
  lanes: readonly ClampLane[],
  t: number,
  s: number,
  h: number,
): { node: Node; bits: number } {
  // where v is known to be small the sign bit may stand inside the h bits
  const bits = Math.min(h, Math.max(0, t - s))
  if (bits === 0) return { node: i64(0), bits: 0 }
  const one = i64(at(1n, lanes))
  const high = (1n << BigInt(bits)) - 1n
  const limit = 1n << BigInt(h + s)
  let value = shrU(word, s)
  if (lanes.some((lane) => lane.max >= limit)) {
    value = or(value, mul(and(overflow(word, lanes, t, limit), one), i64(high)))
  }
  if (!lanes.some((lane) => lane.min < 0n)) return { node: and(value, i64(at(high, lanes))), bits }
  return { node: and(value, mul(and(shrU(word, t), one), i64(high))), bits }
}

/** The lowest bit of each lane tells whether v >= limit, where v >= 0; where v < 0 it may say anything. */
function overflow(word: Node, lanes: readonly ClampLane[], t: number, limit: bigint): Node {
  const sign = 1n << BigInt(t)
  const step = i64(at(sign - limit, lanes))
  // with a spare bit in each lane the carry stays inside it
  if (lanes.every((lane) => lane.width >= t + 2)) return shrU(add(word, step), t + 1)
  return shrU(add(and(word, i64(at(sign - 1n, lanes))), step), t)
}
