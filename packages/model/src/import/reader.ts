import { type ForeignFile, ImportError } from './errors.ts'

type Fields = Record<string, unknown>

/** Reads parsed JSON of one kind of file; each complaint is an ImportError with the path to the bad field. */
export interface Reader {
  fail(path: string, problem: string): never
  need(ok: boolean, path: string, problem: string): asserts ok
  object(value: unknown, path: string): Fields
  list(value: unknown, path: string, length?: number): unknown[]
  text(value: unknown, path: string): string
  /** A list of finite numbers. */
  numbers(value: unknown, path: string, length?: number): number[]
  /** A whole number from `low` to `high`; digits in a string count as well. */
  whole(value: unknown, path: string, low: number, high: number): number
}

export function readerOf(file: ForeignFile): Reader {
  const fail = (path: string, problem: string): never => {
    throw new ImportError(path, problem, file)
  }
  const need = (ok: boolean, path: string, problem: string) => {
    if (!ok) fail(path, problem)
  }
  const list = (value: unknown, path: string, length?: number): unknown[] => {
    if (!Array.isArray(value)) return fail(path, 'is no list')
    if (length !== undefined && value.length !== length)
      return fail(path, `has ${value.length} entries, ${length} are needed`)
    return value
  }
  return {
    fail,
    need,
    list,
    object: (value, path) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? (value as Fields)
        : fail(path, 'is missing, or no object'),
    text: (value, path) => (typeof value === 'string' ? value : fail(path, 'is missing, or no text')),
    numbers: (value, path, length) =>
      list(value, path, length).map((item, i) =>
        typeof item === 'number' && Number.isFinite(item)
          ? item
          : fail(`${path}[${i}]`, `is ${item}, not a finite number`),
      ),
    whole: (value, path, low, high) => {
      const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
      return Number.isInteger(number) && (number as number) >= low && (number as number) <= high
        ? (number as number)
        : fail(path, `is ${value}, not a whole number from ${low} to ${high}`)
    },
  }
}

/** JSON text, or a value already parsed. */
export function parseJson(source: unknown, file: ForeignFile): unknown {
  if (typeof source !== 'string') return source
  try {
    return JSON.parse(source)
  } catch (error) {
    throw new ImportError('the file', `is not JSON (${(error as Error).message})`, file)
  }
}
