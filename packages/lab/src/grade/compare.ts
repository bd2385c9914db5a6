import type { ExpectOptions } from '../types.ts'

/** Thrown by `ctx.expectEqual` and `ctx.expectTrue`: the learner's answer is not the right one. */
export class CheckFailure extends Error {
  readonly expected: string | undefined
  readonly actual: string | undefined
  readonly distance: string | undefined
  readonly options: ExpectOptions

  constructor(
    message: string,
    options: ExpectOptions,
    found: { expected?: string; actual?: string; distance?: string } = {},
  ) {
    super(message)
    this.name = 'CheckFailure'
    this.options = options
    this.expected = found.expected
    this.actual = found.actual
    this.distance = found.distance
  }
}

const isNumber = (value: unknown): value is number | bigint =>
  typeof value === 'number' || typeof value === 'bigint'

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !isList(value)
}

/** Equality of values as a chain and a script see them: 5 and 5n are the same, so are an array and a typed array. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  // biome-ignore lint/suspicious/noDoubleEquals: 5 == 5n is the wanted comparison
  if (isNumber(a) && isNumber(b)) return a == b
  if (isList(a) && isList(b)) {
    if (a.length !== b.length) return false
    for (let i = 0; i < a.length; i++) if (!sameValue(a[i], b[i])) return false
    return true
  }
  if (isPlain(a) && isPlain(b)) {
    const keys = Object.keys(a)
    if (keys.length !== Object.keys(b).length) return false
    return keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key], b[key]))
  }
  return false
}

/** A value in at most `limit` characters, for one line of a terminal; words get more room than numbers. */
export function showValue(value: unknown, limit = typeof value === 'string' ? 200 : 60): string {
  const text = plainText(value, 0)
  return text.length <= limit ? text : `${text.slice(0, limit - 3)}...`
}

function plainText(value: unknown, depth: number): string {
  if (typeof value === 'string') return depth === 0 && value !== '' ? value : JSON.stringify(value)
  if (typeof value === 'function') return value.name === '' ? 'a function' : `function ${value.name}`
  if (value instanceof Error) return `${value.name}: ${value.message.split('\n')[0]}`
  if (isList(value)) {
    const items = Array.from({ length: Math.min(value.length, 16) }, (_, i) => plainText(value[i], depth + 1))
    return `[${items.join(', ')}${value.length > 16 ? `, ... ${value.length} items` : ''}]`
  }
  if (isPlain(value)) {
    if (depth > 3) return '{...}'
    const entries = Object.entries(value).slice(0, 16)
    return `{${entries.map(([key, item]) => `${key}: ${plainText(item, depth + 1)}`).join(', ')}}`
  }
  return String(value)
}

/** How far a value is from the right one: `off by 1 LSB`, `first difference at index 3: 7, expected 8`. */
export function distanceOf(got: unknown, want: unknown, unit?: string): string | undefined {
  if (isNumber(got) && isNumber(want)) {
    const integers = [got, want].every((value) => typeof value === 'bigint' || Number.isInteger(value))
    if (!integers) return undefined
    // A label or an index has no size of error: 2 instead of 1 is not 'off by 1'.
    if (unit === undefined || unit === 'label') return undefined
    const gap = BigInt(got) - BigInt(want)
    return `off by ${(gap < 0n ? -gap : gap).toLocaleString('en-US')} ${unit}${sizeInWords(gap, unit)}`
  }
  if (isList(got) && isList(want)) {
    if (got.length !== want.length) return `${got.length} items, ${want.length} expected`
    for (let i = 0; i < got.length; i++) {
      if (sameValue(got[i], want[i])) continue
      const inner = distanceOf(got[i], want[i], unit)
      const first = `first difference at index ${i}: ${showValue(got[i], 20)}, expected ${showValue(want[i], 20)}${inner === undefined ? '' : `, ${inner}`}`
      return first + othersInWords(got, want, i, unit)
    }
  }
  return undefined
}

/** What the size of an integer error means: one step is how something was rounded, more is something else. */
function sizeInWords(gap: bigint, unit: string): string {
  if (unit !== 'LSB') return ''
  return gap === 1n || gap === -1n ? ' (one step: a rounding)' : ' (more than a rounding)'
}

/** How many items differ, when more than the first does: `; 3 of 10 differ, by at most 2 LSB`. */
function othersInWords(
  got: ArrayLike<unknown>,
  want: ArrayLike<unknown>,
  first: number,
  unit: string | undefined,
): string {
  let count = 0
  let most = 0n
  for (let i = first; i < got.length; i++) {
    const [a, b] = [got[i], want[i]]
    if (sameValue(a, b)) continue
    count++
    const whole = (value: unknown) => typeof value === 'bigint' || Number.isInteger(value)
    if (!whole(a) || !whole(b)) continue
    const gap = BigInt(a as number) - BigInt(b as number)
    const size = gap < 0n ? -gap : gap
    if (size > most) most = size
  }
  if (count < 2) return ''
  const by = unit === 'LSB' && most > 0n ? `, by at most ${most.toLocaleString('en-US')} LSB` : ''
  return `; ${count} of ${got.length} differ${by}`
}

/** @throws CheckFailure with both values in words. */
export function expectEqual(got: unknown, want: unknown, options: ExpectOptions = {}): void {
  if (sameValue(got, want)) return
  throw new CheckFailure('not what was expected', options, {
    expected: showValue(want),
    actual: showValue(got),
    distance: distanceOf(got, want, options.unit),
  })
}

/** @throws CheckFailure with the message. */
export function expectTrue(ok: boolean, message: string, options: ExpectOptions = {}): void {
  if (ok !== true) throw new CheckFailure(message, options)
}
