import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packLayer } from './lanes.ts'
import { accumulatorSpans, type DenseView } from './net-view.ts'

test('a sum of words holds every output in its lane, whatever the weights', () => {
  const layer = fc
    .record({ inputs: fc.integer({ min: 1, max: 12 }), outputs: fc.integer({ min: 1, max: 30 }) })
    .chain(({ inputs, outputs }) =>
      fc.record({
        inputs: fc.constant(inputs),
        outputs: fc.constant(outputs),
        weights: fc.array(fc.integer({ min: -127, max: 127 }), {
          minLength: inputs * outputs,
          maxLength: inputs * outputs,
        }),
        bias: fc.array(fc.integer({ min: -100_000, max: 100_000 }), {
          minLength: outputs,
          maxLength: outputs,
        }),
        x: fc.array(fc.integer({ min: 0, max: 255 }), { minLength: inputs, maxLength: inputs }),
      }),
    )
  fc.assert(
    fc.property(layer, ({ x, ...parts }) => {
      const view: DenseView = { ...parts, relu: false }
      const spans = accumulatorSpans(
        view,
        x.map(() => ({ min: 0, max: 255 })),
      )
      const words = packLayer(view, spans)
      const seen = new Set<number>()
      for (const { start, weights, lanes } of words) {
        const sum = weights.reduce((total, w, i) => (total + w * BigInt(x[i]!)) % (1n << 256n), start)
        for (const { output, position, width, offset } of lanes) {
          seen.add(output)
          const lane = Number((sum >> BigInt(position)) & ((1n << BigInt(width)) - 1n)) + offset
          const want = x.reduce(
            (total, v, i) => total + v * view.weights[output * view.inputs + i]!,
            view.bias[output]!,
          )
          expect(lane).toBe(want)
        }
      }
      expect(seen.size).toBe(view.outputs)
    }),
  )
})
