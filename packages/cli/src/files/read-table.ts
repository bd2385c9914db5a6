import { csvParseRows } from 'd3-dsv'
import { InputError } from '../errors.ts'
import { readText } from './read-bytes.ts'

/** A CSV file with names in its first line. Rows are lists of cells in the order of `columns`. */
export interface Table {
  columns: string[]
  rows: string[][]
  /** A cell as text, without spaces around it. */
  text(row: string[], column: string): string
  /** A cell as a number. @throws InputError with the row, counted from 1, and the column. */
  number(row: string[], column: string, at: number): number
}

/**
 * Reads a CSV file: commas, quotes as in RFC 4180, a header line.
 * @throws InputError for anything that is not such a table, with the row it is about.
 */
export function readTable(cwd: string, name: string): Table {
  const text = readText(cwd, name, 'a CSV file').replace(/^\uFEFF/, '')
  const [head, ...rows] = csvParseRows(text).filter((cells) => cells.length > 1 || cells[0]?.trim() !== '')
  const columns = (head ?? []).map((cell) => cell.trim())
  checkHeader(name, columns, text)
  if (rows.length === 0)
    throw new InputError(`${name}: has a header and no rows`, { remedy: 'add a line for each example' })
  for (const [i, row] of rows.entries())
    if (row.length !== columns.length)
      throw new InputError(
        `${name}: row ${i + 1} has ${row.length} ${row.length === 1 ? 'cell' : 'cells'}, the header has ${columns.length}`,
        { remedy: 'give every row a value in every column; put a text with commas into "quotes"' },
      )
  const index = new Map(columns.map((column, i) => [column, i]))
  const cell = (row: string[], column: string) => (row[index.get(column)!] ?? '').trim()
  return {
    columns,
    rows,
    text: cell,
    number(row, column, at) {
      const found = cell(row, column)
      const value = found === '' ? Number.NaN : Number(found)
      if (Number.isFinite(value)) return value
      throw new InputError(
        `${name}: row ${at}, column '${column}' is ${found === '' ? 'empty' : `'${found.slice(0, 40)}'`}, not a number`,
        {
          remedy:
            found === '' || /^(na|nan|null|\?|inf)/i.test(found)
              ? 'leave such rows out, or fill the gaps, before training'
              : 'features are numbers: take text columns out, or turn them into numbers',
        },
      )
    },
  }
}

function checkHeader(name: string, columns: string[], text: string): void {
  const refuse = (problem: string, remedy: string) => {
    throw new InputError(`${name}: ${problem}`, { remedy })
  }
  if (columns.length < 2) {
    const other = [';', '\t', '|'].find((sign) => text.split('\n')[0]!.includes(sign))
    if (other === undefined)
      refuse('is not a table: its first line has no comma', 'give a CSV file with a header line')
    refuse(
      `columns are separated by ${other === '\t' ? 'tabs' : `'${other}'`}, not by commas`,
      'save it with commas (and points in numbers)',
    )
  }
  const empty = columns.indexOf('')
  if (empty >= 0) refuse(`column ${empty + 1} has no name`, 'the first line names every column')
  const twice = columns.find((column, i) => columns.indexOf(column) !== i)
  if (twice !== undefined) refuse(`two columns are named '${twice}'`, 'give every column a name of its own')
  if (columns.every((column) => Number.isFinite(Number(column))))
    refuse('the first line has only numbers, no names', 'put a line with the names of the columns on top')
}
