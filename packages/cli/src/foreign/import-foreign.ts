import type { Model } from '@inkling/model'
import {
  importLightgbm,
  importOnnx,
  importSklearn,
  importTfjs,
  importXgboost,
  netOfLayers,
  readLightgbm,
  readOnnx,
  readSklearn,
  readTfjs,
  readXgboost,
} from '@inkling/model/import'
import { InputError } from '../errors.ts'
import type { Table } from '../files/read-table.ts'
import type { ForeignFile } from './foreign-file.ts'
import { foreignInput, imageInput } from './foreign-input.ts'

/**
 * What another library wrote as a sealed model file. The table's rows give each column its range, and nets the ranges of
 * their layers.
 *
 * @param table rows of the data it was fitted on. Columns are found by name where the file has names; else they are
 * taken in order, and a last one too many is taken for the label.
 * @throws ImportError, QuantizationError, OverflowError; InputError for a table without the columns.
 */
export function importForeign(file: ForeignFile, name: string, table: Table, tableName: string): Model {
  const columns = namesIn(file)
  const missing = (columns ?? []).filter((feature) => !table.columns.includes(feature))
  if (missing.length > 0 && !columns!.every(isPlaceholder))
    throw new InputError(`${tableName}: lacks the model's columns ${missing.slice(0, 5).join(', ')}`, {
      remedy: `columns of the file: ${table.columns.join(', ')}`,
    })
  const byName = columns !== undefined && missing.length === 0
  if (byName) return make(file, name, rowsOf(table, columns), columns)
  // Names of their own have neither ONNX nor tfjs, and XGBoost only where it was given some.
  const attempt = (count: number) => {
    const first = table.columns.slice(0, count)
    return make(file, name, rowsOf(table, first), first)
  }
  if (columns) return attempt(columns.length)
  try {
    return attempt(table.columns.length)
  } catch (whole) {
    try {
      return attempt(table.columns.length - 1)
    } catch {
      throw whole
    }
  }
}

/** f0, f1, ... (XGBoost) and Column_0, ... (LightGBM) stand for columns without a name. */
const isPlaceholder = (feature: string) => /^(f|Column_)\d+$/.test(feature)

function namesIn(file: ForeignFile): string[] | undefined {
  if (file.kind === 'sklearn') return readSklearn(file.source).features
  if (file.kind === 'xgboost') return readXgboost(file.source).features
  if (file.kind === 'lightgbm') return readLightgbm(file.source).features
  return undefined
}

const rowsOf = (table: Table, columns: string[]) =>
  table.rows.map((row, i) => columns.map((column) => table.number(row, column, i + 1)))

/** Convolutions need one scale for all pixels. */
function readsImages(file: ForeignFile): boolean {
  if (file.kind === 'tfjs')
    return netOfLayers(readTfjs(file.source, file.weights)).layers.some(({ type }) => type === 'conv2d')
  return file.kind === 'onnx' && readOnnx(file.bytes).nodes.some(({ type }) => type === 'Conv')
}

function make(file: ForeignFile, name: string, rows: number[][], columns: string[]): Model {
  const input = readsImages(file) ? imageInput(columns, rows) : foreignInput(columns, rows)
  const options = { name, input }
  const calibration = rows
  switch (file.kind) {
    case 'sklearn':
      return importSklearn(file.source, { ...options, calibration })
    case 'xgboost':
      return importXgboost(file.source, options)
    case 'lightgbm':
      return importLightgbm(file.source, options)
    case 'onnx':
      return importOnnx(file.bytes, { ...options, calibration })
    case 'tfjs':
      return importTfjs(file.source, file.weights, { ...options, calibration })
  }
}
