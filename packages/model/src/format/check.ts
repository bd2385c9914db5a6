import { ModelFormatError } from '../errors.ts'

export const INT32_MIN = -(2 ** 31)
export const INT32_MAX = 2 ** 31 - 1

export function need(ok: boolean, path: string, problem: string): asserts ok {
  if (!ok) throw new ModelFormatError(path, problem)
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An object with these fields. Fields nobody reads are refused: a misspelt optional field would change results. */
export function record(
  value: unknown,
  path: string,
  required: string[],
  optional: string[] = [],
): Record<string, unknown> {
  need(isRecord(value), path, value === undefined ? 'is missing' : `is ${show(value)}, not an object`)
  const prefix = path === 'the file' ? '' : `${path}.`
  for (const field of required) need(value[field] !== undefined, `${prefix}${field}`, 'is missing')
  for (const field of Object.keys(value))
    need(
      required.includes(field) || optional.includes(field),
      `${prefix}${field}`,
      `is not a field here; known are ${[...required, ...optional].join(', ')}`,
    )
  return value
}

export function integer(value: unknown, path: string, min = INT32_MIN, max = INT32_MAX): number {
  const ok = typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max
  need(ok, path, `is ${show(value)}, not an integer from ${min} to ${max}`)
  return value
}

/** A list of integers; with `length`, of exactly so many. */
export function integers(
  value: unknown,
  path: string,
  length?: number,
  min = INT32_MIN,
  max = INT32_MAX,
): number[] {
  need(
    Array.isArray(value) && (length === undefined || value.length === length),
    path,
    length === undefined ? 'is not a list' : `needs ${length} numbers`,
  )
  for (let i = 0; i < value.length; i++) integer(value[i], `${path}[${i}]`, min, max)
  return value
}

export function strings(value: unknown, path: string, length?: number): string[] {
  const ok = Array.isArray(value) && value.every((item) => typeof item === 'string')
  need(ok && (length === undefined || value.length === length), path, `needs ${length ?? 'some'} names`)
  return value
}

/** A value for a message: short, and NaN as NaN. */
export function show(value: unknown): string {
  if (value === undefined) return 'missing'
  if (typeof value === 'number') return String(value)
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}
