import { readTensor, TENSOR_TYPES } from '../../tensor/tensor.ts'
import type { TableLayer } from '../../types.ts'
import { UnsupportedError } from '../errors.ts'
import { add, i64, load, mul, type Node, shl, shrS, sub, unary } from '../ir/nodes.ts'
import { min0 } from './requantize.ts'
import { readValues, type Source, scalarWord, type Value } from './source.ts'

/** Tables in a data segment: 0.75 gas a byte and call. */
export class Tables {
  readonly segments: { offset: number; bytes: Uint8Array }[] = []
  private next: number
  private readonly known = new Map<string, number>()

  constructor(first: number) {
    this.next = Math.ceil(first / 8) * 8
  }

  /** Address of some bytes; equal ones are stored once. */
  place(bytes: Uint8Array): number {
    const key = bytes.join()
    const known = this.known.get(key)
    if (known !== undefined) return known
    const at = this.next
    this.segments.push({ offset: at, bytes })
    this.known.set(key, at)
    this.next += Math.ceil(bytes.length / 8) * 8
    if (this.next > 65_536)
      throw new UnsupportedError(
        'tables',
        `take ${this.next} bytes`,
        'A kernel has one memory page: use shorter tables',
      )
    return at
  }
}

/**
 * A table layer: index, clamp, load; one after the other for each value.
 *
 * @param always clamp what the range doesn't ask for too: an input that is refused later must not reach past the table.
 */
export function tableStep(
  layer: TableLayer,
  source: Source,
  tables: Tables,
  always: boolean,
): { source: Source; note: string } {
  const entries = readTensor(layer.values)
  const { dtype } = layer.values
  const bytes = Uint8Array.from(atob(layer.values.data), (c) => c.charCodeAt(0))
  const address = tables.place(bytes)
  const size = TENSOR_TYPES[dtype].bytes
  const suffix = { 1: '8', 2: '16', 4: '32' }[size as 1 | 2 | 4]
  const op = `i64.load${suffix}_${dtype === 'u8' ? 'u' : 's'}`
  const scale = size === 1 ? 0 : size === 2 ? 1 : 2
  const entry = (index: Node, plus = 0): Node => ({
    ...load(op, address + plus * size, unary('i32.wrap_i64', shl(index, scale))),
    entries: layer.interpolation === 'nearest' ? entries.length : Math.max(1, entries.length - 1),
  })
  const top = (entries.length - 1) * 2 ** layer.shift
  const half = layer.shift > 0 ? 2 ** (layer.shift - 1) : 0

  const words = readValues(source).map(({ node, offset, min, max }, i) => {
    const from = always ? Number.NEGATIVE_INFINITY : Number(min) - layer.offset
    const to = always ? Number.POSITIVE_INFINITY : Number(max) - layer.offset
    // t - top, at most 0, then back
    let t = add(node, i64(-offset - BigInt(layer.offset) - BigInt(to > top ? top : 0)))
    if (to > top) t = add(min0(t), i64(top))
    if (from < 0) t = sub(t, min0(t))
    // half < 2^shift, so top stays at the last entry
    if (layer.interpolation === 'nearest') return scalarWord(entry(shrS(add(t, i64(half)), layer.shift)), i)
    if (entries.length === 1) return scalarWord(entry(i64(0)), i)
    // at the last entry the rest is a whole step, from the entry before
    const last = i64(top - 2 ** layer.shift)
    const index = shrS(add(last, min0(sub(t, last))), layer.shift)
    const rest = sub(t, shl(index, layer.shift))
    const low = entry(index)
    const slope = sub(entry(index, 1), low)
    return scalarWord(add(low, shrS(add(mul(slope, rest), i64(half)), layer.shift)), i)
  })
  let lo = Number.POSITIVE_INFINITY
  let hi = Number.NEGATIVE_INFINITY
  for (const v of entries) {
    lo = Math.min(lo, v)
    hi = Math.max(hi, v)
  }
  const values: Value[] = source.values.map(() => ({ lo, hi, sign: 1, offset: 0 }))
  return { source: { values, words }, note: `${entries.length} entries of ${size} bytes in the data segment` }
}
