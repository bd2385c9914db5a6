import { makeModel } from '../../format/make-model.ts'
import { makeTensor } from '../../tensor/tensor.ts'
import type { LayerModel, ModelInput } from '../../types.ts'

export interface DenseSettings {
  seed: number
  packing: ModelInput['packing']
  min: number
  max: number
  /** Largest weight. */
  weight: number
  /** A multiplier and shift for each channel; else the multiplier is 1. */
  perChannel?: boolean
  shift?: number
  /** Upper clamp of hidden values. */
  high?: number
  /** Share of first-layer blocks, one input by five outputs, that are kept. */
  keep?: number
}

/** A net of random weights with a bell-shaped distribution; the same numbers for the same settings. */
export function denseModel(sizes: readonly number[], settings: DenseSettings): LayerModel {
  let state = settings.seed
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const mixed = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) >>> 0
    return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32
  }
  const integer = (most: number) => Math.round(((random() + random() + random() - 1.5) / 1.5) * most)
  const layers = sizes.slice(1).map((outputs, k) => {
    const inputs = sizes[k]!
    const last = k === sizes.length - 2
    const weights = Array.from({ length: outputs * inputs }, () => integer(settings.weight))
    if (k === 0 && settings.keep !== undefined)
      for (let block = 0; block < outputs; block += 5)
        for (let i = 0; i < inputs; i++)
          if (random() > settings.keep)
            for (let o = block; o < Math.min(outputs, block + 5); o++) weights[o * inputs + i] = 0
    const channels = settings.perChannel ? outputs : 1
    const each = (make: () => number) => makeTensor('i32', [channels], Array.from({ length: channels }, make))
    return {
      type: 'dense' as const,
      weights: makeTensor('i8', [outputs, inputs], weights),
      bias: makeTensor(
        'i32',
        [outputs],
        Array.from({ length: outputs }, () => integer(40)),
      ),
      activation: last ? ('none' as const) : ('relu' as const),
      ...(last
        ? {}
        : {
            requantize: {
              multiplier: each(() => (settings.perChannel ? 2 ** 30 + Math.floor(random() * 2 ** 30) : 1)),
              shift: each(() => settings.shift ?? 4),
              zeroPoint: 0,
              min: 0,
              max: settings.high ?? 15,
            },
          }),
    }
  })
  const length = sizes[0]!
  return makeModel({
    kind: sizes.length === 2 ? 'linear' : 'mlp',
    name: `random-${sizes.join('-')}`,
    input: {
      length,
      packing: settings.packing,
      min: new Array(length).fill(settings.min),
      max: new Array(length).fill(settings.max),
      features: Array.from({ length }, (_, i) => `x${i}`),
      scale: { num: 1, den: 1 },
    },
    layers,
    output: { labels: Array.from({ length: sizes.at(-1)! }, (_, i) => `${i}`) },
    provenance: { made: 'random' },
  })
}
