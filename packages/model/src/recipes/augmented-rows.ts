import type { Rows } from '../data/rows.ts'
import { type FloatRows, oneHot } from '../train/rows.ts'
import { type Augmentation, augment } from '../train/sparse/augment.ts'

/** Fresh distorted copies of images for each epoch; the first epoch sees the images as they are. */
export function augmentedRows(
  rows: Rows,
  settings: {
    classes: number
    /** Largest pixel. */
    top: number
    limits: Augmentation
    seed: number
    /** From pixel to what the net takes. */
    value: (pixel: number) => number
  },
): (epoch: number) => FloatRows {
  const { classes, top, limits, seed, value } = settings
  const side = Math.sqrt(rows.length)
  const targets = oneHot(rows.y, classes)
  return (epoch) => {
    const pixels = epoch === 0 ? rows.x : augment(rows.x, side, top, limits, seed * 10_007 + epoch)
    return { rows: rows.rows, x: Float32Array.from(pixels, value), targets }
  }
}
