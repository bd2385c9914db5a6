import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluate } from '../ir/evaluate.ts'
import { i64 } from '../ir/nodes.ts'
import { dotSums } from './dot-sums.ts'
import type { Source } from './source.ts'

/** Values of `bits` bits in words of some lanes. */
function packed(values: number[], lanes: number, bits: number): Source {
  const stride = Math.floor(64 / lanes)
  const words: Source['words'] = []
  for (let first = 0; first < values.length; first += lanes) {
    const part = values.slice(first, first + lanes)
    const node = i64(part.reduce((sum, v, k) => sum + (BigInt(v) << BigInt(k * stride)), 0n))
    words.push({ node, fields: part.map((_, k) => ({ index: first + k, pos: k * stride, bits })) })
  }
  return { words, values: values.map(() => ({ lo: 0, hi: 2 ** bits - 1, sign: 1, offset: 0 })) }
}

test('the dot product, for every packing that fits', () => {
  let made = 0
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 127 }),
      fc.array(fc.tuple(fc.nat({ max: 255 }), fc.integer({ min: -127, max: 127 })), {
        minLength: 1,
        maxLength: 40,
      }),
      fc.integer({ min: -3000, max: 3000 }),
      (lanes, bits, top, pairs, bias) => {
        const values = pairs.map(([v]) => v % 2 ** bits)
        const weight = pairs.map(([, w]) => w % (top + 1))
        const most = 2 ** bits - 1
        const output = {
          index: weight.map((_, i) => i),
          weight,
          bias,
          min: bias + weight.reduce((n, w) => n + Math.min(0, w * most), 0),
          max: bias + weight.reduce((n, w) => n + Math.max(0, w * most), 0),
          mask: 0n,
        }
        const sums = dotSums([output], packed(values, lanes, bits))
        if (!sums) return
        made++
        const { node, offset } = sums.sums[0]!
        const wanted = bias + weight.reduce((n, w, i) => n + w * values[i]!, 0)
        expect(Number(evaluate(node, new Uint8Array()) - offset)).toBe(wanted)
      },
    ),
    { numRuns: 1500, seed: 3 },
  )
  expect(made).toBeGreaterThan(700)
})
