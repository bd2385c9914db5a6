import { type DenseLayer, type LayerModel, makeModel, makeTensor } from '@inkling/model'
import { anInput, picker } from '../../model/test/random-model.ts'

/**
 * A net of the kind circuits are made for: ReLU and requantization to 0 ... 2^k - 1 after every layer but the last. Even
 * seeds have one shift a layer, odd ones a multiplier and a shift a channel.
 */
export function randomShiftNet(seed: number, sizes: number[]): LayerModel {
  const pick = picker(seed)
  const list = (count: number, low: number, high: number) =>
    Array.from({ length: count }, () => pick(low, high))
  const layers = sizes.slice(1).map((outputs, l): DenseLayer => {
    const inputs = sizes[l]!
    const last = l === sizes.length - 2
    const channels = seed % 2 === 0 ? 1 : outputs
    const shifts = list(channels, 3, 9)
    const multipliers = shifts.map((shift) => (seed % 2 === 0 ? 1 : pick(1, 2 ** shift)))
    return {
      type: 'dense',
      weights: makeTensor('i8', [outputs, inputs], list(inputs * outputs, -128, 127)),
      bias: makeTensor('i32', [outputs], list(outputs, -3000, 3000)),
      activation: last ? 'none' : 'relu',
      ...(!last && {
        requantize: {
          multiplier: makeTensor('i32', [channels], multipliers),
          shift: makeTensor('u8', [channels], shifts),
          zeroPoint: 0,
          min: 0,
          max: 2 ** pick(1, 7) - 1,
        },
      }),
    }
  })
  return makeModel({
    kind: 'mlp',
    name: `random-shift-net-${seed}`,
    input: anInput(sizes[0]!, 'i8', pick(-100, 0), pick(1, 100)),
    layers,
    output: { labels: Array.from({ length: sizes.at(-1)! }, (_, i) => `l${i}`) },
    provenance: { seed },
  })
}
