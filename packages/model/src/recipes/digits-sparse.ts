import { DIGITS, loadMnist14 } from '../data/load-mnist14.ts'
import { integerModel } from '../quantize/integer-model.ts'
import type { Augmentation } from '../train/sparse/augment.ts'
import { blockCounts, type SparseSettings } from '../train/sparse/settings.ts'
import { trainSparse } from '../train/sparse/train-sparse.ts'
import { digitsRecipe } from './digits-recipe.ts'
import { imageInput } from './image-input.ts'
import { repeatedCopies } from './repeated-copies.ts'
import type { Recipe } from './types.ts'

const mnist = { data: 'packages/model/data/mnist-14x14.bin.gz', load: () => loadMnist14() }

const limits: Augmentation = { rotate: 0.15, scale: 0.12, shear: 0.1, shift: 1, elastic: 0.6 }

/** Five neurons a 64-bit word, in lanes of 12 bits. */
const common = {
  group: 5,
  inputMax: 15,
  weightMax: [7, 7] as [number, number],
  shift: 3,
  hiddenMax: 15,
  laneBits: 12,
  batch: 256,
  rate: 0.05,
}

interface Choice {
  name: string
  /** Width of the hidden layer. */
  hidden: number
  /** Share of layer-1 blocks that stay, in percent. */
  percent: number
  steps: number
  smoothing: number
  seconds: number
}

/** MNIST digits at 14x14, four-bit inputs, one hidden layer, most of its blocks dropped. */
export function sparseDigits({ name, hidden, percent, steps, smoothing, seconds }: Choice): Recipe {
  const [all1, all2] = blockCounts(196, 10, { hidden, group: common.group })
  return digitsRecipe(
    {
      name,
      description: `MNIST digits 14x14, 196-${hidden}-10: weights -7 to 7, four-bit inputs and activations, ${percent} % of the blocks of layer 1.`,
      seconds,
    },
    mnist,
    async (images, seed, provenance) => {
      const settings: SparseSettings = {
        ...common,
        hidden,
        steps,
        smoothing,
        seed,
        blocks: [Math.round((percent / 100) * all1), all2],
      }
      const rowsOf = repeatedCopies(images, 10, { copies: 40, limits, seed }, (pixel) =>
        Math.floor(pixel / 17 + 0.5),
      )
      const net = await trainSparse(images.length, 10, settings, rowsOf)
      const method = `quantized and block-sparse from the first step: ${settings.blocks[0]} of ${all1} blocks, ${steps} steps of ${common.batch}, 40 augmented copies`
      return integerModel(net, {
        name,
        input: imageInput(14, common.inputMax, { num: 1, den: 17 }),
        labels: DIGITS,
        provenance: { ...provenance, method },
      })
    },
  )
}

/**
 * Chosen by validation accuracy among widths 100 to 380 and 10 to 35 % of the blocks: a wide net with few blocks beats a
 * narrow one with many, and more than 12 % of the blocks gained nothing from 250 neurons on.
 */
export const sparseRecipes: Recipe[] = [
  sparseDigits({
    name: 'digits-14x14-196-160-10-sparse',
    hidden: 160,
    percent: 15,
    steps: 8000,
    smoothing: 0.05,
    seconds: 100,
  }),
  sparseDigits({
    name: 'digits-14x14-196-250-10-sparse',
    hidden: 250,
    percent: 12,
    steps: 8000,
    smoothing: 0.05,
    seconds: 150,
  }),
  sparseDigits({
    name: 'digits-14x14-196-380-10-sparse',
    hidden: 380,
    percent: 12,
    steps: 8000,
    smoothing: 0.05,
    seconds: 200,
  }),
]
