import { loadDigits8 } from '../data/load-digits8.ts'
import { loadMnist14 } from '../data/load-mnist14.ts'
import { digitAugmentation } from '../train/sparse/augment.ts'
import { afterTraining, type DigitsSettings, quantizationAware } from './digits-quantized.ts'
import { digitsRecipe } from './digits-recipe.ts'

const mnist = { data: 'packages/model/data/mnist-14x14.bin.gz', load: () => loadMnist14() }
const digits = { data: 'packages/model/data/digits-8x8.bin.gz', load: () => loadDigits8() }

const small: DigitsSettings = {
  name: 'digits-8x8-64-32-10',
  side: 8,
  top: 16,
  hidden: 32,
  inputMax: 16,
  scale: { num: 1, den: 1 },
  limits: { rotate: 0.1, scale: 0.06, shear: 0.075, shift: 0.3, elastic: 0.15 },
  epochs: 80,
  learningRate: 0.003,
  weightDecay: 1e-4,
}

const large: DigitsSettings = {
  name: 'digits-14x14-196-64-10',
  side: 14,
  top: 255,
  hidden: 64,
  inputMax: 15,
  scale: { num: 1, den: 17 },
  limits: {
    rotate: 0.7 * digitAugmentation.rotate,
    scale: 0.7 * digitAugmentation.scale,
    shear: 0.7 * digitAugmentation.shear,
    shift: 0.7 * digitAugmentation.shift,
    elastic: 0.7 * digitAugmentation.elastic,
  },
  epochs: 250,
  learningRate: 0.003,
  weightDecay: 0,
}

export const digits8 = digitsRecipe(
  {
    name: small.name,
    description: 'Digits 8x8, 64-32-10: int8 quantized after training, a multiplier a channel.',
    seconds: 10,
  },
  digits,
  afterTraining(small),
)

const small4: DigitsSettings = { ...small, name: 'digits-8x8-64-32-10-q4', inputMax: 15 }

export const digits8Cheap = digitsRecipe(
  {
    name: small4.name,
    description: 'Digits 8x8, 64-32-10: weights -7 to 7, four-bit inputs and activations, shifts only.',
    seconds: 20,
  },
  digits,
  quantizationAware(small4, {
    layers: [
      { outputs: 32, weightMax: 7, max: 15 },
      { outputs: 10, weightMax: 7 },
    ],
    epochs: 60,
    learningRate: 0.001,
    unused: 0.01,
  }),
)

export const digits14 = digitsRecipe(
  {
    name: large.name,
    description: 'MNIST digits 14x14, 196-64-10: int8 weights, four-bit inputs, shifts only.',
    seconds: 200,
  },
  mnist,
  quantizationAware(large, {
    layers: [
      { outputs: 64, weightMax: 127, max: 255 },
      { outputs: 10, weightMax: 127 },
    ],
    epochs: 60,
    learningRate: 0.001,
    unused: 0.01,
  }),
)

const large8: DigitsSettings = {
  ...large,
  name: 'digits-14x14-196-64-10-ptq',
  inputMax: 255,
  scale: { num: 1, den: 1 },
  epochs: 150,
}

export const digits14AfterTraining = digitsRecipe(
  {
    name: large8.name,
    description: 'MNIST digits 14x14, 196-64-10: int8 quantized after training, a multiplier a channel.',
    seconds: 120,
  },
  mnist,
  afterTraining(large8),
)

export const digitsRecipes = [digits8, digits8Cheap, digits14AfterTraining, digits14]
