import { bitLength } from '../lanes.ts'
import type { LinearLayer } from '../linear-layer.ts'

/** How tightly the weights of a layer are packed. */
export interface WeightFormat {
  /** Bits of a weight: 2, 4, 8 or 16. It is stored as weight - least. */
  bits: 2 | 4 | 8 | 16
  least: number
  /** Largest stored weight. */
  span: number
}

/** A layer's weights for some of its inputs: a record an output, one after the other. */
export interface WeightRecords {
  bytes: Uint8Array
  /** Bytes of a record. */
  record: number
  count: number
  /** Where in a record bias (i32), multiplier (i32) and shift (u8) stand; those of the last inputs have them. */
  bias?: number
  multiplier?: number
  shift?: number
}

/** As tightly as the range allows, since each byte is paid for on every call: 0.75 gas in a data segment. */
export function weightFormat(layer: LinearLayer): WeightFormat {
  let least = 0
  let most = 0
  for (const { weight } of layer.rows)
    for (const w of weight) {
      least = Math.min(least, w)
      most = Math.max(most, w)
    }
  const span = most - least
  const needed = bitLength(BigInt(span))
  const bits = ([2, 4, 8] as const).find((n) => needed <= n) ?? 16
  return { bits, least, span }
}

/**
 * Packs the weights of the inputs `first` to `first + count - 1`.
 *
 * @param bias as it is over the stored values, offsets of the inputs taken up; left out, records are weights alone.
 */
export function weightRecords(
  layer: LinearLayer,
  { bits, least }: WeightFormat,
  first: number,
  count: number,
  bias?: readonly number[],
): WeightRecords {
  const packed = Math.ceil((count * bits) / 8)
  const r = bias && layer.requantize
  const own = r !== undefined && !(same(r.multiplier) && same(r.shift))
  const record = packed + (bias ? 4 : 0) + (own ? 5 : 0)
  const bytes = new Uint8Array(record * layer.rows.length)
  const view = new DataView(bytes.buffer)
  const perByte = 8 / bits
  for (const [o, { index, weight }] of layer.rows.entries()) {
    const dense = new Int32Array(count).fill(-least)
    for (const [k, i] of index.entries())
      if (i >= first && i < first + count) dense[i - first] = weight[k]! - least
    for (const [i, w] of dense.entries()) {
      const at = o * record + ((i * bits) >> 3)
      if (bits === 16) view.setUint16(at, w, true)
      else bytes[at]! |= w << (bits * (i % perByte))
    }
    if (bias) view.setInt32(o * record + packed, bias[o]!, true)
    if (!own) continue
    view.setInt32(o * record + packed + 4, r.multiplier[o]!, true)
    bytes[o * record + packed + 8] = r.shift[o]!
  }
  const places = own ? { multiplier: packed + 4, shift: packed + 8 } : {}
  return { bytes, record, count: layer.rows.length, ...(bias && { bias: packed }), ...places }
}

const same = (list: readonly number[]) => list.every((n) => n === list[0])
