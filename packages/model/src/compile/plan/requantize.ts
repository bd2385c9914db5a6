import { add, and, i64, mul, type Node, shl, shrS, shrU, sub, sum } from '../ir/nodes.ts'
import { type ClampLane, clampWord } from './clamp.ts'
import type { ScalarSum } from './dot-sums.ts'
import { bitLength, groupLanes, type LaneWord, signBit } from './lanes.ts'
import type { LinearLayer } from './linear-layer.ts'
import { type FieldWord, type Source, scalarWord, type Value } from './source.ts'

/** A layer's requantization, ReLU and zero point folded: y = low + clamp((acc * M + c) >> s, 0, high). */
export interface Scale {
  multiplier: bigint
  shift: number
  /** Rounding and zero point. */
  constant: bigint
}

export interface Scales {
  low: number
  high: number
  /** One an output. */
  of: Scale[]
  /** A shift for all outputs and `high` = 2^h - 1: whole words can be clamped. */
  whole?: { shift: number; bits: number }
}

/**
 * ReLU first and the clamp after it are one clamp, because requantization is monotonic and gives the zero point for 0:
 * the lower end is the larger of the two.
 */
export function scalesOf(layer: LinearLayer): Scales {
  const r = layer.requantize!
  const wanted = layer.activation === 'relu' ? Math.max(r.min, r.zeroPoint) : r.min
  const low = Math.min(wanted, r.max)
  const high = r.max - low
  const of = r.multiplier.map((m, o): Scale => {
    let multiplier = BigInt(m)
    let shift = r.shift[o]!
    let constant = (1n << BigInt(shift - 1)) + (BigInt(r.zeroPoint - low) << BigInt(shift))
    // as small as possible: the rounding bit stays one
    while (shift > 1 && multiplier % 2n === 0n && constant % 2n === 0n) {
      multiplier /= 2n
      constant /= 2n
      shift--
    }
    if (shift === 1 && multiplier % 2n === 0n) {
      // no fraction: the rounding is without effect
      return { multiplier: multiplier / 2n, shift: 0, constant: BigInt(r.zeroPoint - low) }
    }
    return { multiplier, shift, constant }
  })
  const bits = bitLength(BigInt(high))
  const shift = of[0]!.shift
  const whole =
    of.every((s) => s.multiplier === 1n && s.shift === shift) && high === 2 ** bits - 1 && high > 0
  return { low, high, of, ...(whole ? { whole: { shift, bits } } : {}) }
}

/** Words of lanes, already with rounding and zero point, to words of fields; all lanes with one clamp. */
export function clampLanes(
  words: readonly LaneWord[],
  nodes: readonly Node[],
  ranges: readonly { min: bigint; max: bigint }[],
  scales: Scales,
  form: 'exact' | 'signed',
): Source | undefined {
  const { shift, bits } = scales.whole!
  const values: Value[] = ranges.map(({ min, max }) =>
    clampedValue(min >> BigInt(shift), max >> BigInt(shift), scales),
  )
  const made: FieldWord[] = []
  for (const [k, { lanes }] of words.entries()) {
    const clampable: ClampLane[] = lanes.map((l) => ({ pos: l.pos, width: l.width, ...ranges[l.output]! }))
    let word = nodes[k]!
    let t = bitLength(lanes[0]!.offset) - 1
    let s = shift
    if (form === 'exact') {
      // shift first: that frees bits for the sign
      let mask = 0n
      let move = 0n
      t = 0
      for (const lane of clampable) {
        lane.min >>= BigInt(shift)
        lane.max >>= BigInt(shift)
        t = Math.max(t, signBit(lane.min, lane.max))
      }
      for (const lane of clampable) {
        if (t + 1 > lane.width) return undefined
        mask += ((1n << BigInt(bitLength(lane.max - lane.min))) - 1n) << BigInt(lane.pos)
        move += (lane.min + (1n << BigInt(t))) << BigInt(lane.pos)
      }
      word = add(and(shrU(word, shift), i64(mask)), i64(move))
      s = 0
    }
    const clamped = clampWord(word, clampable, t, s, bits)
    made.push({
      node: clamped.node,
      fields: lanes.map((l) => ({ index: l.output, pos: l.pos, bits: clamped.bits })),
    })
  }
  return { values, words: made }
}

function clampedValue(min: bigint, max: bigint, { low, high }: Scales): Value {
  const clamp = (n: bigint) => Number(n < 0n ? 0n : n > BigInt(high) ? BigInt(high) : n)
  return { lo: clamp(min), hi: clamp(max), sign: 1, offset: low }
}

interface Scaled {
  node: Node
  shift: number
  min: bigint
  max: bigint
}

/** acc * M + c before its shift, plus `extra` << shift. Undefined if that can leave int64. */
function scaled(acc: ScalarSum, scale: Scale, extra: bigint, negate = false): Scaled | undefined {
  const { multiplier: m, shift } = scale
  const s = BigInt(shift)
  const constant = scale.constant + (extra << s) - acc.offset * m
  const range = [acc.min, acc.max].map((a) => a * m + scale.constant + (extra << s))
  const product = [acc.min + acc.offset, acc.max + acc.offset].map((a) => a * m)
  if ([...range, ...product, constant].some((n) => n >= 1n << 62n || n < -(1n << 62n))) return undefined
  // -floor(x / 2^s) = floor((-x + 2^s - 1) / 2^s)
  const node = negate
    ? add(mul(acc.node, i64(-m)), i64(-constant + (1n << s) - 1n))
    : add(mul(acc.node, i64(m)), i64(constant))
  return { node, shift, min: range[0]! >> s, max: range[1]! >> s }
}

/** Each output scaled by itself, then several in a word, clamped together. Undefined where a value has no room. */
export function packScaled(accs: readonly ScalarSum[], scales: Scales, most: number): Source | undefined {
  const bits = bitLength(BigInt(scales.high))
  if (scales.high !== 2 ** bits - 1 || scales.high === 0) return undefined
  const ranges: { min: bigint; max: bigint }[] = []
  for (const [o, acc] of accs.entries()) {
    const plain = scaled(acc, scales.of[o]!, 0n)
    if (!plain) return undefined
    ranges.push({ min: plain.min, max: plain.max })
  }
  const words = groupLanes(
    ranges.map((r, output) => ({ output, ...r, mask: 0n })),
    'signed',
    most,
  )
  const values = ranges.map(({ min, max }) => clampedValue(min, max, scales))
  const made: FieldWord[] = []
  for (const { lanes } of words) {
    const t = bitLength(lanes[0]!.offset) - 1
    const parts: Node[] = []
    for (const lane of lanes) {
      const sign = 1n << BigInt(t)
      const value = scaled(accs[lane.output]!, scales.of[lane.output]!, sign)
      if (!value) return undefined
      parts.push(placed(value, lane.pos, t + 1))
    }
    const clampable = lanes.map((l) => ({ pos: l.pos, width: l.width, ...ranges[l.output]! }))
    const clamped = clampWord(sum(parts), clampable, t, 0, bits)
    made.push({
      node: clamped.node,
      fields: lanes.map((l) => ({ index: l.output, pos: l.pos, bits: clamped.bits })),
    })
  }
  return { values, words: made }
}

/** value >> shift, never negative, at bit `pos`: one shift and a mask. */
function placed({ node, shift }: Scaled, pos: number, bits: number): Node {
  if (pos === 0) return shrU(node, shift)
  const mask = i64(((1n << BigInt(bits)) - 1n) << BigInt(pos))
  return and(pos <= shift ? shrU(node, shift - pos) : shl(node, pos - shift), mask)
}

/**
 * min(n, 0) without a comparison, for |n| < 2^62. A shift by 63 would do the same, but LLVM knows that pattern and
 * makes a comparison and a `select` of it, 1,475 ink.
 */
export const min0 = (n: Node): Node => and(n, shrS(n, 62))

/**
 * Each output scaled and clamped by itself. Only min(n, 0) is cheap, so a value is kept negated or with its upper end
 * taken off where that saves an operator; the next layer's weights take that up.
 */
export function clampScalars(accs: readonly ScalarSum[], scales: Scales, whereOf: () => never): Source {
  const { low, high } = scales
  const values: Value[] = []
  const words = accs.map((acc, o) => {
    const scale = scales.of[o]!
    const plain = scaled(acc, scale, 0n)
    if (!plain) return whereOf()
    const { min, max } = plain
    const value = clampedValue(min, max, scales)
    const below = min < 0n
    const above = max > BigInt(high)
    if (!below && !above) {
      values.push(value)
      return scalarWord(shrS(plain.node, plain.shift), o)
    }
    if (!below) {
      // t - high, at most 0
      const moved = scaled(acc, scale, BigInt(-high)) ?? whereOf()
      values.push({ lo: value.lo - high, hi: 0, sign: 1, offset: low + high })
      return scalarWord(min0(shrS(moved.node, moved.shift)), o)
    }
    const negative = scaled(acc, scale, 0n, true) ?? whereOf()
    const minusRelu = min0(shrS(negative.node, negative.shift))
    if (!above) {
      values.push({ lo: -value.hi, hi: -value.lo, sign: -1, offset: low })
      return scalarWord(minusRelu, o)
    }
    // -high - (-relu) = relu - high, at most 0
    values.push({ lo: value.lo - high, hi: value.hi - high, sign: 1, offset: low + high })
    return scalarWord(min0(sub(i64(-high), minusRelu)), o)
  })
  return { values, words }
}
