import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluate } from '../ir/evaluate.ts'
import { i64 } from '../ir/nodes.ts'
import { packedMax } from './packed-max.ts'

test('the larger of each two fields', () => {
  const fields = fc.array(fc.tuple(fc.nat({ max: 15 }), fc.nat({ max: 15 })), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(fields, fc.integer({ min: 5, max: 12 }), (pairs, stride) => {
      const pack = (list: number[]) => list.reduce((sum, v, k) => sum + (BigInt(v) << BigInt(k * stride)), 0n)
      const a = i64(pack(pairs.map(([x]) => x)))
      const b = i64(pack(pairs.map(([, y]) => y)))
      const positions = pairs.map((_, k) => k * stride)
      const wanted = pack(pairs.map(([x, y]) => Math.max(x, y)))
      expect(evaluate(packedMax(a, b, positions, 4), new Uint8Array())).toBe(wanted)
    }),
    { seed: 2 },
  )
})
