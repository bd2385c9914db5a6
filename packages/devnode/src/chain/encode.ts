import { bytesToHex, hexToBytes } from '../bytes.ts'
import { DevnodeError } from '../errors.ts'

/** JSON of values that JSON has no form for. A bigint is `{"$n": "0x.."}`, bytes are `{"$b": "hex"}`. */
export function encode(value: unknown): unknown {
  if (typeof value === 'bigint')
    return { $n: value < 0n ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}` }
  if (value instanceof Uint8Array) return { $b: bytesToHex(value) }
  if (Array.isArray(value)) return value.map(encode)
  if (value === undefined || value === null || ['string', 'number', 'boolean'].includes(typeof value))
    return value
  const prototype = typeof value === 'object' ? Object.getPrototypeOf(value) : undefined
  if (prototype === Object.prototype || prototype === null)
    return Object.fromEntries(Object.entries(value as object).map(([k, v]) => [k, encode(v)]))
  throw new DevnodeError(
    `The chain state holds a ${typeof value} that has no form in a state file. Please report this.`,
  )
}

/** The inverse. Throws a RangeError or SyntaxError on malformed values. */
export function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decode)
  if (typeof value !== 'object' || value === null) return value
  const { $n, $b } = value as { $n?: unknown; $b?: unknown }
  if (typeof $n === 'string') return $n.startsWith('-') ? -BigInt($n.slice(1)) : BigInt($n)
  if (typeof $b === 'string') return hexToBytes($b)
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, decode(v)]))
}
