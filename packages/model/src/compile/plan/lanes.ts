/** An output's place in an i64: `width` bits from `pos` hold the output plus `offset`, never negative. */
export interface Lane {
  output: number
  pos: number
  width: number
  offset: bigint
}

export interface LaneWord {
  lanes: Lane[]
}

/** What has to fit: an output's exact range over all inputs, and which inputs it uses. */
export interface LaneNeed {
  output: number
  min: bigint
  max: bigint
  /** Bit i set: weight i is not 0. */
  mask: bigint
}

/**
 * `exact`: a lane holds output - min and is as wide as that needs.
 * `signed`: all lanes of a word hold output + 2^t and have the sign at bit t, as a clamp of the whole word wants it.
 */
export type LaneForm = 'exact' | 'signed'

export const bitLength = (n: bigint): number => (n <= 0n ? 0 : n.toString(2).length)

/** Smallest t with -2^t <= min and max < 2^t. */
export function signBit(min: bigint, max: bigint): number {
  return Math.max(bitLength(max), bitLength(-min - 1n))
}

const widthOf = (need: LaneNeed, form: LaneForm) =>
  form === 'exact' ? Math.max(1, bitLength(need.max - need.min)) : signBit(need.min, need.max) + 1

function fits(widths: number[], form: LaneForm): boolean {
  if (form === 'exact') return widths.reduce((a, b) => a + b, 0) <= 64
  return widths.length * Math.max(...widths) <= 64
}

/**
 * Groups outputs into words: those that use the same inputs together, so that a block of zeros saves the whole
 * multiplication; among equals the ones that fill a word best. `most`: lanes a word at most.
 */
export function groupLanes(needs: readonly LaneNeed[], form: LaneForm, most = 64): LaneWord[] {
  // outputs that use the same inputs are equal as far as zeros are concerned
  const left = new Map<bigint, { need: LaneNeed; width: number }[]>()
  for (const need of needs) {
    const same = left.get(need.mask) ?? []
    same.push({ need, width: widthOf(need, form) })
    left.set(need.mask, same)
  }
  // the widest last: that is the one taken
  for (const same of left.values()) same.sort((a, b) => a.width - b.width || b.need.output - a.need.output)
  const take = (mask: bigint, at: number) => {
    const same = left.get(mask)!
    const [taken] = same.splice(at, 1)
    if (same.length === 0) left.delete(mask)
    return taken!
  }
  const words: LaneWord[] = []
  while (left.size > 0) {
    // start with the one that is hardest to place
    let [seedMask, seedWidth] = [0n, -1]
    for (const [mask, same] of left)
      if (same.at(-1)!.width > seedWidth) [seedMask, seedWidth] = [mask, same.at(-1)!.width]
    const seed = take(seedMask, left.get(seedMask)!.length - 1)
    const group = [seed.need]
    const widths = [seed.width]
    let union = seed.need.mask
    while (group.length < most) {
      let best: { mask: bigint; at: number; growth: number; width: number } | undefined
      for (const [mask, same] of left) {
        // inputs that one of the two uses and the other does not
        const growth = mask === union ? 0 : popcount(union ^ mask)
        if (best && growth > best.growth) continue
        let at = same.length - 1
        while (at >= 0 && !fits([...widths, same[at]!.width], form)) at--
        if (at < 0) continue
        const { width } = same[at]!
        if (!best || growth < best.growth || width > best.width) best = { mask, at, growth, width }
      }
      if (!best) break
      const { need, width } = take(best.mask, best.at)
      group.push(need)
      widths.push(width)
      union |= need.mask
    }
    words.push({ lanes: place(group, form) })
  }
  return words
}

/** Spreads the lanes over the word, so that what is left over goes to all of them. */
function place(group: LaneNeed[], form: LaneForm): Lane[] {
  const sorted = [...group].sort((a, b) => a.output - b.output)
  if (form === 'signed') {
    const t = Math.max(...sorted.map((n) => signBit(n.min, n.max)))
    const stride = Math.floor(64 / sorted.length)
    return sorted.map(({ output }, i) => ({
      output,
      pos: i * stride,
      width: i === sorted.length - 1 ? 64 - i * stride : stride,
      offset: 1n << BigInt(t),
    }))
  }
  const widths = sorted.map((n) => widthOf(n, form))
  const slack = 64 - widths.reduce((a, b) => a + b, 0)
  const extra = Math.floor(slack / sorted.length)
  let pos = 0
  return sorted.map(({ output, min }, i) => {
    const width = i === sorted.length - 1 ? 64 - pos : widths[i]! + extra
    const lane = { output, pos, width, offset: -min }
    pos += width
    return lane
  })
}

function popcount(n: bigint): number {
  let count = 0
  for (const digit of n.toString(16)) count += BITS[digit]!
  return count
}

const BITS: Record<string, number> = Object.fromEntries(
  Array.from({ length: 16 }, (_, i) => [i.toString(16), i.toString(2).replaceAll('0', '').length]),
)
