/** The two nets of this lab: where their images come from, how large they are, how they are trained. */

import type { ModelInput } from '@inkling/model'
import { loadDigits8, loadMnist14, type Splits } from '@inkling/model/data'
import { imageInput } from '@inkling/model/recipes'

export type NetName = '8x8' | '14x14'

export interface NetPlan {
  name: NetName
  /** Name in the model file. */
  model: string
  side: number
  /** Largest pixel of the data; what the contract takes is the pixel itself. */
  top: number
  hidden: number
  input: ModelInput
  load: () => Splits
  /** Where the images lie in this repository. */
  source: string
  epochs: number
  weightDecay: number
  /** How far copies of an image are bent, turned and moved in training. */
  limits: { rotate: number; scale: number; shear: number; shift: number; elastic: number }
  /** About how long training takes on two cores with nothing beside it. */
  seconds: number
}

export const NETS: Record<NetName, NetPlan> = {
  '8x8': {
    name: '8x8',
    model: 'digits-8x8-64-32-10',
    side: 8,
    top: 16,
    hidden: 32,
    input: imageInput(8, 16, { num: 1, den: 1 }),
    load: () => loadDigits8(),
    source: 'packages/model/data/digits-8x8.bin.gz',
    epochs: 80,
    weightDecay: 1e-4,
    limits: { rotate: 0.1, scale: 0.06, shear: 0.075, shift: 0.3, elastic: 0.15 },
    seconds: 10,
  },
  '14x14': {
    name: '14x14',
    model: 'digits-14x14-196-64-10',
    side: 14,
    top: 255,
    hidden: 64,
    input: imageInput(14, 255, { num: 1, den: 1 }),
    load: () => loadMnist14(),
    source: 'packages/model/data/mnist-14x14.bin.gz',
    epochs: 250,
    weightDecay: 0,
    limits: { rotate: 0.14, scale: 0.105, shear: 0.14, shift: 0.84, elastic: 0.49 },
    seconds: 200,
  },
}
