import { hexToBytes } from '../bytes.ts'
import { invalidParams, RpcError } from '../errors.ts'

/** Reading JSON-RPC parameters. Everything that comes in is suspect; everything refused says why. */
export function address(value: unknown, what = 'address'): string {
  if (typeof value !== 'string' || !/^0x[0-9a-fA-F]{40}$/.test(value))
    throw invalidParams(`${what} must be 20 bytes of hex, got ${show(value)}`)
  return value.slice(2).toLowerCase()
}

export function bytes(value: unknown, what: string): Uint8Array {
  if (typeof value !== 'string' || !value.startsWith('0x'))
    throw invalidParams(`${what} must be hex, got ${show(value)}`)
  try {
    return hexToBytes(value)
  } catch {
    throw invalidParams(`${what} must be hex bytes, got ${show(value)}`)
  }
}

export function hash(value: unknown, what: string): string {
  if (typeof value !== 'string' || !/^0x[0-9a-fA-F]{64}$/.test(value))
    throw invalidParams(`${what} must be 32 bytes of hex, got ${show(value)}`)
  return value.slice(2).toLowerCase()
}

export function uint(value: unknown, what: string): bigint {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return BigInt(value)
  if (typeof value === 'string' && /^0x[0-9a-fA-F]{1,64}$/.test(value)) return BigInt(value)
  throw invalidParams(`${what} must be a hex quantity, got ${show(value)}`)
}

/** A quantity that is a count: at most `max`. */
export function count(value: unknown, what: string, max: number): number {
  const n = uint(value, what)
  if (n > BigInt(max)) throw invalidParams(`${what} is at most ${max}, got ${show(value)}`)
  return Number(n)
}

export function bool(value: unknown, what: string): boolean {
  if (typeof value !== 'boolean') throw invalidParams(`${what} must be true or false, got ${show(value)}`)
  return value
}

export function object(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalidParams(`${what} must be an object, got ${show(value)}`)
  return value as Record<string, unknown>
}

/** The same, or an empty one where nothing is given. */
export const options = (value: unknown, what: string): Record<string, unknown> =>
  value === undefined || value === null ? {} : object(value, what)

/** A storage slot: 32 bytes or a quantity. Hex, 64 digits. */
export function slot(value: unknown): string {
  if (typeof value !== 'string' || !/^0x[0-9a-fA-F]{1,64}$/.test(value))
    throw invalidParams(`storage slot must be hex of at most 32 bytes, got ${show(value)}`)
  return value.slice(2).toLowerCase().padStart(64, '0')
}

/** A storage value, 32 bytes; undefined for zero, as the state keeps it. */
export function word(value: unknown, what: string): Uint8Array | undefined {
  if (typeof value !== 'string' || !/^0x[0-9a-fA-F]{1,64}$/.test(value))
    throw invalidParams(`${what} must be hex of at most 32 bytes, got ${show(value)}`)
  const hex = value.slice(2).padStart(64, '0')
  return /^0+$/.test(hex) ? undefined : hexToBytes(hex)
}

export const show = (value: unknown): string => {
  let text: string
  try {
    text = JSON.stringify(value) ?? String(value)
  } catch {
    text = typeof value // a bigint or a circle: only callers in this process can send one
  }
  return text.length > 60 ? `${text.slice(0, 60)}...` : text
}

export const serverError = (message: string) => new RpcError(-32000, message)
