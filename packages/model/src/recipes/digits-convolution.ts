import { DIGITS, loadMnist14 } from '../data/load-mnist14.ts'
import { integerConvModel } from '../quantize/integer-conv-model.ts'
import { type PatchShape, patches, placesPerSide } from '../train/patches.ts'
import type { FloatRows } from '../train/rows.ts'
import type { Augmentation } from '../train/sparse/augment.ts'
import { blockCounts, type SparseSettings } from '../train/sparse/settings.ts'
import { trainSparse } from '../train/sparse/train-sparse.ts'
import { digitsRecipe } from './digits-recipe.ts'
import { imageInput } from './image-input.ts'
import { repeatedCopies } from './repeated-copies.ts'
import type { Recipe } from './types.ts'

const limits: Augmentation = { rotate: 0.15, scale: 0.12, shear: 0.1, shift: 1, elastic: 0.6 }

export interface Convolution extends Omit<PatchShape, 'side'> {
  name: string
  channels: number
  /** Share of the dense layer's blocks that stay, in percent. */
  percent: number
  steps: number
  rate: number
  smoothing: number
  seconds: number
}

/** MNIST digits at 14x14, four-bit inputs: one convolution with shared weights, then a dense layer with dropped blocks. */
export function convolutionDigits(choice: Convolution): Recipe {
  const { name, channels, percent, steps, rate, smoothing, seconds } = choice
  const shape: PatchShape = {
    side: 14,
    kernel: choice.kernel,
    stride: choice.stride,
    padding: choice.padding,
  }
  const taps = shape.kernel ** 2
  const positions = placesPerSide(shape) ** 2
  const [all1, all2] = blockCounts(taps, 10, { hidden: channels, group: 5, positions })
  const kept = Math.round((percent / 100) * all2)
  const kernel = `${shape.kernel}x${shape.kernel}`
  return digitsRecipe(
    {
      name,
      description: `MNIST digits 14x14, convolution ${kernel} with ${channels} channels, stride ${shape.stride}: weights -7 to 7, four-bit inputs and activations.`,
      seconds,
    },
    { data: 'packages/model/data/mnist-14x14.bin.gz', load: () => loadMnist14() },
    async (images, seed, provenance) => {
      const settings: SparseSettings = {
        hidden: channels,
        positions,
        group: 5,
        blocks: [all1, kept],
        inputMax: 15,
        weightMax: [7, 7],
        shift: 3,
        hiddenMax: 15,
        laneBits: 12,
        batch: 256,
        rate,
        steps,
        smoothing,
        seed,
      }
      const images15 = repeatedCopies(images, 10, { copies: 40, limits, seed }, (pixel) =>
        Math.floor(pixel / 17 + 0.5),
      )
      const rowsOf = (pass: number): FloatRows => {
        const rows = images15(pass)
        return { ...rows, x: patches(rows.x, shape) }
      }
      const net = await trainSparse(taps, 10, settings, rowsOf)
      const method = `quantized from the first step, ${kept} of ${all2} blocks of the dense layer, ${steps} steps of ${settings.batch}, 40 augmented copies`
      return integerConvModel(net, shape, {
        name,
        input: imageInput(14, 15, { num: 1, den: 17 }),
        labels: DIGITS,
        provenance: { ...provenance, method },
      })
    },
  )
}

/**
 * Chosen by validation accuracy among kernels of 3x3 to 7x7 pixels, strides 2 and 3, and 10 to 20 channels: 5x5 with
 * stride 2 sees each stroke whole in 25 places, and more channels bought more than more places.
 */
export const convolutionRecipes: Recipe[] = [
  convolutionDigits({
    name: 'digits-14x14-conv-20',
    kernel: 5,
    stride: 2,
    padding: 0,
    channels: 20,
    percent: 100,
    steps: 6000,
    rate: 0.1,
    smoothing: 0.05,
    seconds: 90,
  }),
]
