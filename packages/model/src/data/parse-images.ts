import { DatasetError } from '../errors.ts'
import type { Rows } from './rows.ts'

/**
 * Reads `mnist-14x14.bin` or `digits-8x8.bin` (unpacked): one label byte an image, then the images, `length` bytes each.
 *
 * @throws DatasetError when the bytes are not a whole number of images, or none.
 */
export function parseImages(bytes: Uint8Array, length: number): Rows {
  const rows = bytes.length / (length + 1)
  if (!Number.isInteger(rows) || rows === 0)
    throw new DatasetError(
      `images: ${bytes.length} bytes are no whole number of labeled images of ${length} bytes. Is the file still packed, or cut short?`,
    )
  return { rows, length, y: bytes.slice(0, rows), x: bytes.slice(rows) }
}
