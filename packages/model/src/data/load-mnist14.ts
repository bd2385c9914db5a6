import { parseImages } from './parse-images.ts'
import { readData } from './read-data.ts'
import type { Splits } from './rows.ts'
import { splitRows } from './split-rows.ts'

/** Names of the ten digits, as labels. */
export const DIGITS: string[] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']

/** The split never moves: figures are compared across models. */
const SEED = 14

/**
 * 10,000 MNIST digits at 14x14, pixels 0 to 255 row by row: 6,500 to train on, 1,500 to choose by, 2,000 to report.
 * They are training images of MNIST, not its test set, so say "held out". Source: `data/SOURCE.md`.
 *
 * @param bytes content of `mnist-14x14.bin.gz`, unpacked. Left out, the file is read (Node only).
 */
export function loadMnist14(bytes: Uint8Array = readData('mnist-14x14.bin.gz')): Splits {
  return splitRows(parseImages(bytes, 196), DIGITS, { validation: 1500, test: 2000 }, SEED)
}
