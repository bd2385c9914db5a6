import { DIGITS } from '../data/load-mnist14.ts'
import type { Rows } from '../data/rows.ts'
import { integerModel } from '../quantize/integer-model.ts'
import { quantizeMlp } from '../quantize/quantize-mlp.ts'
import type { QuantizedLayer } from '../train/shift-scales.ts'
import type { Augmentation } from '../train/sparse/augment.ts'
import { trainMlp } from '../train/train-mlp.ts'
import { trainQuantized } from '../train/train-quantized.ts'
import type { Ratio } from '../types.ts'
import { augmentedRows } from './augmented-rows.ts'
import type { MakeDigits } from './digits-recipe.ts'
import { imageInput } from './image-input.ts'
import { unusedInputs } from './unused-inputs.ts'

export interface DigitsSettings {
  name: string
  side: number
  /** Largest pixel of the data. */
  top: number
  hidden: number
  /** Largest input of the model, and its ratio to a pixel. */
  inputMax: number
  scale: Ratio
  limits: Augmentation
  epochs: number
  learningRate: number
  weightDecay: number
}

/** Float training, then quantization-aware training with shifts: inputs and weights of few bits. */
export function quantizationAware(
  settings: DigitsSettings,
  quantized: {
    layers: QuantizedLayer[]
    epochs: number
    learningRate: number
    /** Pixels dark in all but this share of the images get no weights. */
    unused: number
  },
): MakeDigits {
  const { name, side, inputMax, scale } = settings
  const input = imageInput(side, inputMax, scale)
  const integer = (pixel: number) => Math.min(inputMax, Math.floor((pixel * scale.num) / scale.den + 0.5))
  return async (images, seed, provenance) => {
    const start = await floatNet(images, settings, seed, (pixel) => integer(pixel) / inputMax)
    const rowsOf = augmentedRows(images, { ...settings, classes: 10, seed: seed + 5000, value: integer })
    const masks = [unusedInputs(images, settings.hidden, integer, quantized.unused)]
    const net = await trainQuantized(rowsOf(0), {
      ...quantized,
      start,
      inputMax,
      masks,
      rowsOf,
      seed,
      batchSize: 100,
      averageEpochs: 5,
    })
    const method = `${settings.epochs} epochs float, ${quantized.epochs} quantization-aware, augmented; requantized by shifts`
    return integerModel(net, { name, input, labels: DIGITS, provenance: { ...provenance, method } })
  }
}

/** Float training, then quantization of what came out: int8 weights and a multiplier a channel. */
export function afterTraining(settings: DigitsSettings): MakeDigits {
  const { name, side, inputMax, scale } = settings
  return async (images, seed, provenance) => {
    // The net takes pixels as the data have them.
    const net = await floatNet(images, settings, seed, (pixel) => pixel / settings.top)
    const first = net.layers[0]!
    const unscaled = { ...first, weights: first.weights.map((w) => w / settings.top) }
    const calibration = Array.from({ length: Math.min(500, images.rows) }, (_, r) =>
      images.x.subarray(r * images.length, (r + 1) * images.length),
    )
    return quantizeMlp(
      { layers: [unscaled, ...net.layers.slice(1)] },
      {
        name,
        input: imageInput(side, inputMax, scale),
        calibration,
        labels: DIGITS,
        provenance: {
          ...provenance,
          method: `${settings.epochs} epochs float, augmented; quantized after training, a multiplier a channel`,
        },
      },
    )
  }
}

function floatNet(images: Rows, settings: DigitsSettings, seed: number, value: (pixel: number) => number) {
  const { hidden, epochs, learningRate, weightDecay } = settings
  const rowsOf = augmentedRows(images, { ...settings, classes: 10, seed, value })
  return trainMlp(rowsOf(0), {
    layers: [images.length, hidden, 10],
    epochs,
    learningRate,
    weightDecay,
    seed,
    batchSize: 100,
    averageEpochs: 5,
    rowsOf,
  })
}
