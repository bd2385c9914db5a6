import type { Rows } from '../data/rows.ts'

/**
 * A mask for the first layer, [outputs, inputs]: 0 for inputs that are 0 (after `value`) in all but `share` of the rows.
 * Such pixels, at the rim of an image, tell little, and a weight of 0 costs a kernel nothing.
 */
export function unusedInputs(
  rows: Rows,
  outputs: number,
  value: (pixel: number) => number,
  share: number,
): Uint8Array {
  const used = new Uint8Array(rows.length)
  for (let i = 0; i < rows.length; i++) {
    let count = 0
    for (let r = 0; r < rows.rows; r++) if (value(rows.x[r * rows.length + i]!) !== 0) count++
    used[i] = count > share * rows.rows ? 1 : 0
  }
  return Uint8Array.from({ length: outputs * rows.length }, (_, k) => used[k % rows.length]!)
}
