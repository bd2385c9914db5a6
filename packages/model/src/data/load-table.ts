import { parseCsv } from '../parse-csv.ts'
import type { Dataset } from '../types.ts'
import { readData } from './read-data.ts'

/** A table of numbers with the names of its classes: label k of `y` is `labels[k]`. */
export interface LabeledTable extends Dataset {
  labels: string[]
}

/** File and class names of each table; where they come from is in `data/SOURCE.md`. */
const TABLES = {
  iris: ['setosa', 'versicolor', 'virginica'],
  wine: ['cultivar 1', 'cultivar 2', 'cultivar 3'],
  'breast-cancer': ['malignant', 'benign'],
  anes96: ['Clinton', 'Dole'],
} satisfies Record<string, string[]>

export type TableName = keyof typeof TABLES

/**
 * A small table: `iris` 150 x 4, `wine` 178 x 13, `breast-cancer` 569 x 30, `anes96` 944 x 9. Rows lie as in the
 * source, often sorted by class: shuffle before cutting.
 *
 * @param csv the file's text. Left out, the file is read (Node only).
 */
export function loadTable(name: TableName, csv?: string): LabeledTable {
  return { ...parseCsv(csv ?? new TextDecoder().decode(readData(`${name}.csv`))), labels: TABLES[name] }
}
