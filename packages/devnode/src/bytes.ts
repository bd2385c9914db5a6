/** Bytes, hex and integers. Hex is lower case and without prefix unless a name says `0x`. */
const DIGITS = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'))

export function bytesToHex(bytes: Uint8Array): string {
  let out = ''
  for (let i = 0; i < bytes.length; i++) out += DIGITS[bytes[i] as number]
  return out
}

export function to0x(bytes: Uint8Array): `0x${string}` {
  return `0x${bytesToHex(bytes)}`
}

/** Value of a hex digit by its character code; 255 where it is none. */
const VALUES = new Uint8Array(128).fill(255)
for (let i = 0; i < 16; i++) {
  VALUES[i.toString(16).charCodeAt(0)] = i
  VALUES[i.toString(16).toUpperCase().charCodeAt(0)] = i
}
const digit = (s: string, at: number): number => VALUES[s.charCodeAt(at)] ?? 255

/** Accepts hex with or without `0x`. Throws a RangeError on anything else. */
export function hexToBytes(hex: string): Uint8Array {
  const from = hex.startsWith('0x') || hex.startsWith('0X') ? 2 : 0
  const out = new Uint8Array((hex.length - from) >> 1)
  let wrong = (hex.length - from) & 1
  for (let i = 0; i < out.length; i++) {
    const high = digit(hex, from + 2 * i)
    const low = digit(hex, from + 2 * i + 1)
    wrong |= (high | low) & 0x80
    out[i] = (high << 4) | low
  }
  if (wrong) throw new RangeError(`not hex bytes: ${hex.slice(0, 40)}`)
  return out
}

export function bytesToBigint(bytes: Uint8Array): bigint {
  if (bytes.length !== 32) return bytes.length === 0 ? 0n : BigInt(`0x${bytesToHex(bytes)}`)
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const low = view.getBigUint64(24) | (view.getBigUint64(16) << 64n)
  const high = view.getBigUint64(8) | (view.getBigUint64(0) << 64n)
  return high === 0n ? low : low | (high << 128n)
}

/** Big-endian, left-padded; the value is taken modulo 256^length. */
export function bigintToBytes(value: bigint, length = 32): Uint8Array {
  const out = new Uint8Array(length)
  if (length % 8 === 0) {
    const view = new DataView(out.buffer)
    let rest = value
    // setBigUint64 takes the value modulo 2^64
    for (let at = length - 8; at >= 0 && rest !== 0n; at -= 8, rest >>= 64n) view.setBigUint64(at, rest)
    return out
  }
  let rest = BigInt.asUintN(8 * length, value)
  for (let at = length - 1; at >= 0 && rest !== 0n; at--, rest >>= 8n) out[at] = Number(rest & 0xffn)
  return out
}

export function concatBytes(...parts: Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0))
  let at = 0
  for (const p of parts) {
    out.set(p, at)
    at += p.length
  }
  return out
}

export const quantity = (n: bigint | number): `0x${string}` => `0x${n.toString(16)}`
