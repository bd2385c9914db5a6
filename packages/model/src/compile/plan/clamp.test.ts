import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluate } from '../ir/evaluate.ts'
import { i64 } from '../ir/nodes.ts'
import { type ClampLane, clampWord } from './clamp.ts'

const lanesOf = (width: number, t: number, least: bigint, most: bigint): ClampLane[] =>
  Array.from({ length: Math.floor(64 / width) }, (_, k) => ({
    pos: k * width,
    width,
    min: least < -(1n << BigInt(t)) ? -(1n << BigInt(t)) : least,
    max: most >= 1n << BigInt(t) ? (1n << BigInt(t)) - 1n : most,
  }))

test('five lanes by hand: below, low, between, high, above', () => {
  // lanes of 12 bits hold v + 2^11; v >> 3 is clamped to 0..15
  const lanes = lanesOf(12, 11, -2048n, 2047n)
  const values = [-1n, 7n, 60n, 127n, 2047n]
  const word = values.reduce((sum, v, k) => sum + ((v + 2048n) << BigInt(12 * k)), 0n)
  const { node, bits } = clampWord(i64(word), lanes, 11, 3, 4)
  expect(bits).toBe(4)
  const result = BigInt.asUintN(64, evaluate(node, new Uint8Array()))
  expect(values.map((_, k) => (result >> BigInt(12 * k)) & 4095n)).toEqual([0n, 0n, 7n, 15n, 15n])
})

test('every lane is clamp(v >> s, 0, 2^h - 1), and nothing is left between the lanes', () => {
  const settings = fc.record({
    t: fc.integer({ min: 1, max: 20 }),
    spare: fc.integer({ min: 0, max: 3 }),
    s: fc.integer({ min: 0, max: 8 }),
    h: fc.integer({ min: 1, max: 8 }),
    ends: fc.tuple(fc.bigInt({ min: -2000n, max: 3000n }), fc.bigInt({ min: -2000n, max: 3000n })),
    picks: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 64, maxLength: 64 }),
  })
  fc.assert(
    fc.property(settings, ({ t, spare, s, h, ends, picks }) => {
      const [a, b] = ends
      const lanes = lanesOf(t + 1 + spare, t, a < b ? a : b, a < b ? b : a).map((lane) =>
        lane.min > lane.max ? { ...lane, min: 0n, max: 0n } : lane,
      )
      const values = lanes.map((lane, k) => {
        const span = Number(lane.max - lane.min)
        return lane.min + BigInt(Math.round(picks[k]! * span))
      })
      const word = values.reduce((sum, v, k) => sum + ((v + (1n << BigInt(t))) << BigInt(lanes[k]!.pos)), 0n)
      const { node } = clampWord(i64(word), lanes, t, s, h)
      const most = (1n << BigInt(h)) - 1n
      const wanted = values.reduce((sum, v, k) => {
        const q = v >> BigInt(s)
        return sum + ((q < 0n ? 0n : q > most ? most : q) << BigInt(lanes[k]!.pos))
      }, 0n)
      expect(BigInt.asUintN(64, evaluate(node, new Uint8Array()))).toBe(wanted)
    }),
    { numRuns: 2000, seed: 12 },
  )
})
