import type { ModelInput } from '../../types.ts'
import { add, and, i64, load, type Node, named, or, shrU, sub, xor } from '../ir/nodes.ts'
import type { FieldWord, Source } from './source.ts'

export interface InputPlan {
  source: Source
  /** i64 that is not 0 if a value is out of range; undefined where every bit pattern is a value. */
  bad: Node | undefined
  bytes: number
  note: string
}

const BITS = { u8: 8, i8: 8, u4: 4 } as const

/**
 * The packed input at address 0, eight bytes a load. Signed bytes are moved to 0..255 by one xor a word.
 * Memory behind the input is 0, so the last load may reach past it.
 */
export function planInput(input: ModelInput): InputPlan {
  const bits = BITS[input.packing]
  const perWord = 64 / bits
  const move = input.packing === 'i8' ? 128 : 0
  const words: FieldWord[] = []
  const checks: Node[] = []
  for (let first = 0; first < input.length; first += perWord) {
    const count = Math.min(perWord, input.length - first)
    const raw = named(load('i64.load', (first / perWord) * 8), `word${first / perWord}`)
    const node = move ? xor(raw, i64(ones(8, count) << 7n)) : raw
    words.push({
      node,
      fields: Array.from({ length: count }, (_, k) => ({ index: first + k, pos: k * bits, bits })),
    })
    const at = (list: number[]) => list.slice(first, first + count).map((n) => n + move)
    const unused = input.packing === 'u4' && first + count === input.length && count % 2 === 1
    const check = rangeCheck(node, bits, at(input.min), at(input.max), unused)
    if (check) checks.push(check)
  }
  const values = input.min.map((min, i) => ({
    lo: min + move,
    hi: input.max[i]! + move,
    sign: 1 as const,
    offset: -move,
  }))
  return {
    source: { letter: 'x', values, words },
    bad: checks.length > 0 ? checks.reduce(or) : undefined,
    bytes: Math.ceil((input.length * bits) / 8),
    note: `${input.length} values ${input.packing} in ${words.length} loads${checks.length > 0 ? ', range checked' : ''}`,
  }
}

const ones = (stride: number, count: number) =>
  Array.from({ length: count }, (_, i) => 1n << BigInt(i * stride)).reduce((a, b) => a + b, 0n)

/** A node that is not 0 if a field of the word is outside its range; undefined if none can be. */
function rangeCheck(
  word: Node,
  bits: number,
  min: number[],
  max: number[],
  unused: boolean,
): Node | undefined {
  const most = 2 ** bits - 1
  const parts: Node[] = []
  if (unused) parts.push(and(word, i64(15n << BigInt(4 * min.length))))
  if (min.some((n) => n > 0) || max.some((n) => n < most)) {
    const upTo127 = bits === 8 && max.every((n) => n <= 127)
    if (upTo127) parts.push(checkBytes(word, min, max))
    else {
      // every other field, so that each has a byte or two of its own
      for (const parity of [0, 1]) {
        const pick = (list: number[]) => list.filter((_, i) => i % 2 === parity)
        const [lo, hi] = [pick(min), pick(max)]
        if (!lo.some((n) => n > 0) && !hi.some((n) => n < most)) continue
        const fields = and(shrU(word, parity * bits), i64(ones(2 * bits, lo.length) * BigInt(most)))
        parts.push(checkWide(fields, 2 * bits, lo, hi))
      }
    }
  }
  return parts.length > 0 ? parts.reduce(or) : undefined
}

const packed = (stride: number, list: number[]) =>
  list.reduce((word, n, i) => word + (BigInt(n) << BigInt(i * stride)), 0n)

/** All of max at most 127: bit 7 of a byte shows x > 127 itself, x + (127 - max) or (127 + min) - x. */
function checkBytes(word: Node, min: number[], max: number[]): Node {
  const top = i64(ones(8, max.length) << 7n)
  let seen = word
  if (max.some((n) => n < 127))
    seen = or(
      seen,
      add(
        word,
        i64(
          packed(
            8,
            max.map((n) => 127 - n),
          ),
        ),
      ),
    )
  if (min.some((n) => n > 0))
    seen = or(
      seen,
      sub(
        i64(
          packed(
            8,
            min.map((n) => 127 + n),
          ),
        ),
        word,
      ),
    )
  return and(seen, top)
}

/** Fields with room above them: the top bit shows x + (half - 1 - max) or (half - 1 + min) - x. */
function checkWide(fields: Node, stride: number, min: number[], max: number[]): Node {
  const half = 2 ** (stride - 1)
  const top = i64(ones(stride, max.length) << BigInt(stride - 1))
  const most = 2 ** (stride / 2) - 1
  const parts: Node[] = []
  if (max.some((n) => n < most))
    parts.push(
      add(
        fields,
        i64(
          packed(
            stride,
            max.map((n) => half - 1 - n),
          ),
        ),
      ),
    )
  if (min.some((n) => n > 0))
    parts.push(
      sub(
        i64(
          packed(
            stride,
            min.map((n) => half - 1 + n),
          ),
        ),
        fields,
      ),
    )
  return and(parts.reduce(or), top)
}
