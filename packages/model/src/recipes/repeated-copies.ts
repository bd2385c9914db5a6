import type { Rows } from '../data/rows.ts'
import { type FloatRows, oneHot } from '../train/rows.ts'
import { type Augmentation, augment } from '../train/sparse/augment.ts'

/**
 * Passes over `copies` versions of square images, again and again: the images as they are, then distorted copies. Each is
 * made at its first use and kept as bytes, because making one takes longer than learning from it.
 *
 * @param value from pixel (0 ... 255, not rounded) to the integer the net takes, at most 255.
 */
export function repeatedCopies(
  rows: Rows,
  classes: number,
  settings: { copies: number; limits: Augmentation; seed: number },
  value: (pixel: number) => number,
): (pass: number) => FloatRows {
  const side = Math.sqrt(rows.length)
  const targets = oneHot(rows.y, classes)
  const kept: Uint8Array[] = []
  return (pass) => {
    const copy = pass % settings.copies
    kept[copy] ??= Uint8Array.from(
      copy === 0 ? rows.x : augment(rows.x, side, 255, settings.limits, settings.seed * 10_007 + copy),
      value,
    )
    return { rows: rows.rows, x: Float32Array.from(kept[copy]), targets }
  }
}
