import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assignLanes, bitsFor, packLanes, wrap } from './lanes.ts'
import { accumulatorRange, type Layer } from './network.ts'

const layers = fc
  .record({ inputs: fc.integer({ min: 1, max: 8 }), outputs: fc.integer({ min: 1, max: 9 }) })
  .chain(({ inputs, outputs }) =>
    fc.record({
      weights: fc.array(
        fc.array(fc.integer({ min: -128, max: 127 }), { minLength: inputs, maxLength: inputs }),
        { minLength: outputs, maxLength: outputs },
      ),
      bias: fc.array(fc.integer({ min: -(2 ** 20), max: 2 ** 20 }), {
        minLength: outputs,
        maxLength: outputs,
      }),
      max: fc.array(fc.integer({ min: 0, max: 255 }), { minLength: inputs, maxLength: inputs }),
      pick: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: inputs, maxLength: inputs }),
    }),
  )

test('every lane ends as its sum, whatever borrows on the way', () => {
  fc.assert(
    fc.property(layers, ({ weights, bias, max, pick }) => {
      const layer: Layer = { weights, bias, relu: false }
      const rows = [max.map(() => 0), max, max.map((top, i) => Math.round(top * (pick[i] as number)))]
      for (const x of rows) {
        for (const word of packLanes(layer, max)) {
          const value = word.constants.reduce(
            (sum, c, i) => wrap(sum + BigInt(x[i] as number) * c),
            word.start,
          )
          for (const { output, shift, bits, low } of word.lanes) {
            const lane = Number((value >> BigInt(shift)) & ((1n << BigInt(bits)) - 1n)) + low
            const row = weights[output] as number[]
            expect(lane).toBe(row.reduce((sum, w, i) => sum + w * (x[i] as number), bias[output] as number))
          }
        }
      }
    }),
  )
})

test('every output has one lane, and no word is overfull', () => {
  fc.assert(
    fc.property(layers, ({ weights, bias, max }) => {
      const words = assignLanes({ weights, bias, relu: false }, max)
      const outputs = words.flat().map((lane) => lane.output)
      expect(outputs.sort((a, b) => a - b)).toEqual(bias.map((_, i) => i))
      for (const lanes of words) {
        let end = 0
        for (const { shift, bits } of lanes) {
          expect(shift).toBe(end)
          end = shift + bits
        }
        expect(end).toBeLessThanOrEqual(64)
      }
    }),
  )
})

test('ranges by hand', () => {
  expect(accumulatorRange([3, -2, 0], 10, [15, 15, 15])).toEqual({ low: -20, high: 55 })
  expect([0, 1, 7, 8].map(bitsFor)).toEqual([1, 1, 3, 4])
})
