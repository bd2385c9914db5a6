import { DIGITS } from './load-mnist14.ts'
import { parseImages } from './parse-images.ts'
import { readData } from './read-data.ts'
import type { Splits } from './rows.ts'
import { splitRows } from './split-rows.ts'

/** The split never moves: figures are compared across models. */
const SEED = 8

/**
 * scikit-learn's 1,797 digits at 8x8, values 0 to 16 row by row: 1,097 to train on, 250 to choose by, 450 to report.
 * Source: `data/SOURCE.md`.
 *
 * @param bytes content of `digits-8x8.bin.gz`, unpacked. Left out, the file is read (Node only).
 */
export function loadDigits8(bytes: Uint8Array = readData('digits-8x8.bin.gz')): Splits {
  return splitRows(parseImages(bytes, 64), DIGITS, { validation: 250, test: 450 }, SEED)
}
