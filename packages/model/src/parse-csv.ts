import { DatasetError } from './errors.ts'
import type { Dataset } from './types.ts'

/**
 * Reads a table of numbers: one header line, the label in the last column. No quoting, commas only.
 *
 * @throws DatasetError naming the line that is not numbers or has another width.
 */
export function parseCsv(text: string): Dataset {
  const [header, ...lines] = text.trim().split(/\r?\n/)
  const names = header!.split(',')
  const x: number[][] = []
  const y: number[] = []
  for (const [i, line] of lines.entries()) {
    const values = line.split(',').map((cell) => (cell.trim() === '' ? Number.NaN : Number(cell)))
    if (values.length !== names.length || !values.every(Number.isFinite)) {
      throw new DatasetError(`data: line ${i + 2} is not ${names.length} numbers`)
    }
    y.push(values.pop()!)
    x.push(values)
  }
  return { features: names.slice(0, -1), x, y }
}
