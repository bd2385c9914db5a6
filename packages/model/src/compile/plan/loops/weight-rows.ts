import { bitLength } from '../lanes.ts'
import type { LinearLayer } from '../linear-layer.ts'

/** A layer's weights as bytes: a record an output, one after the other. */
export interface WeightRows {
  bytes: Uint8Array
  /** Bits of a weight: 4, 8 or 16. It is stored as weight - least. */
  bits: 4 | 8 | 16
  least: number
  /** Largest stored weight. */
  span: number
  /** Bytes of a record, and where in it bias (i32), multiplier (i32) and shift (u8) stand. */
  record: number
  bias: number
  multiplier?: number
  shift?: number
}

/**
 * Packs the weights as tightly as their range allows, since a byte of data costs 0.75 gas a call.
 *
 * @param bias as it is over the stored values, offsets of the inputs taken up.
 */
export function weightRows(layer: LinearLayer, bias: readonly number[]): WeightRows {
  let least = 0
  let most = 0
  for (const { weight } of layer.rows)
    for (const w of weight) {
      least = Math.min(least, w)
      most = Math.max(most, w)
    }
  const span = most - least
  const needed = bitLength(BigInt(span))
  const bits = needed <= 4 ? 4 : needed <= 8 ? 8 : 16
  const packed = Math.ceil((layer.inputs * bits) / 8)
  const r = layer.requantize
  const own = r !== undefined && !(same(r.multiplier) && same(r.shift))
  const record = packed + 4 + (own ? 5 : 0)
  const bytes = new Uint8Array(record * layer.rows.length)
  const view = new DataView(bytes.buffer)
  for (const [o, { index, weight }] of layer.rows.entries()) {
    const dense: number[] = new Array(layer.inputs).fill(-least)
    for (const [k, i] of index.entries()) dense[i] = weight[k]! - least
    for (const [i, w] of dense.entries()) {
      const at = o * record + ((i * bits) >> 3)
      if (bits === 4) bytes[at]! |= w << (4 * (i % 2))
      else if (bits === 8) bytes[at] = w
      else view.setUint16(at, w, true)
    }
    view.setInt32(o * record + packed, bias[o]!, true)
    if (!own) continue
    view.setInt32(o * record + packed + 4, r.multiplier[o]!, true)
    bytes[o * record + packed + 8] = r.shift[o]!
  }
  const places = own ? { multiplier: packed + 4, shift: packed + 8 } : {}
  return { bytes, bits, least, span, record, bias: packed, ...places }
}

const same = (list: readonly number[]) => list.every((n) => n === list[0])
