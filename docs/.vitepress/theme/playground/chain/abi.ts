import { fromHex, type Hex, toHex, word } from './hex.ts'
import { selectors } from './programs.ts'

/** Calldata of `fn(bytes)`, the shape of every model contract's questions. */
export function bytesCall(fn: string, input: Uint8Array): Hex {
  const padded = new Uint8Array(Math.ceil(input.length / 32) * 32)
  padded.set(input)
  return `${selectors[fn]}${word(32)}${word(input.length)}${toHex(padded).slice(2)}` as Hex
}

/** Calldata of a function whose arguments are all single words. */
export function wordsCall(fn: string, ...args: (number | bigint | Hex)[]): Hex {
  return `${selectors[fn]}${args.map(word).join('')}` as Hex
}

/** Calldata of a function whose last argument alone is `bytes`. */
export function wordsAndBytesCall(fn: string, words: (number | bigint | Hex)[], bytes: Uint8Array): Hex {
  const padded = new Uint8Array(Math.ceil(bytes.length / 32) * 32)
  padded.set(bytes)
  const head = [...words, 32 * (words.length + 1), bytes.length].map(word).join('')
  return `${selectors[fn]}${head}${toHex(padded).slice(2)}` as Hex
}

/** An argument: a word, `bytes`, or a list of words. */
type Arg = number | bigint | Hex | Uint8Array | readonly Hex[]

/** Calldata of a function of words, `bytes` and lists, in any order. */
export function callOf(fn: string, ...args: Arg[]): Hex {
  let head = ''
  let tail = ''
  for (const arg of args) {
    if (typeof arg !== 'object') {
      head += word(arg)
      continue
    }
    head += word(32 * args.length + tail.length / 2)
    const body = arg instanceof Uint8Array ? toHex(arg).slice(2) : arg.map(word).join('')
    tail += word(arg.length) + body.padEnd(64 * Math.ceil(body.length / 64), '0')
  }
  return `${selectors[fn]}${head}${tail}` as Hex
}

const wordAt = (data: Uint8Array, at: number) => BigInt(toHex(data.subarray(at, at + 32)))

export const readUint = (data: Hex): number => Number(BigInt(data))

/** The value of `returns (int32[])`. */
export function readInts(data: Hex): number[] {
  const bytes = fromHex(data)
  const start = Number(wordAt(bytes, 0))
  const length = Number(wordAt(bytes, start))
  return Array.from({ length }, (_, i) => Number(BigInt.asIntN(256, wordAt(bytes, start + 32 * (i + 1)))))
}

/** The value of `returns (bytes)`. */
export function readBytes(data: Hex): Uint8Array {
  const bytes = fromHex(data)
  const start = Number(wordAt(bytes, 0))
  return bytes.slice(start + 32, start + 32 + Number(wordAt(bytes, start)))
}

/** The value of `returns (string)`. */
export const readString = (data: Hex): string => new TextDecoder().decode(readBytes(data))

/** Words of a value, as they stand there. */
export const readWords = (data: Hex): Hex[] =>
  (data.slice(2).match(/.{64}/g) ?? []).map((text) => `0x${text}` as const)

/** A raw kernel's scores: int32, little-endian. */
export function readRawInts(data: Hex): number[] {
  const bytes = fromHex(data)
  const view = new DataView(bytes.buffer)
  return Array.from({ length: bytes.length / 4 }, (_, i) => view.getInt32(4 * i, true))
}

/** Revert data in the words of the labs' typed errors. */
export function revertInWords(data: Hex): string {
  if (data === '0x') return 'The contract reverted and gave no reason.'
  const name = Object.keys(selectors).find((key) => selectors[key] === data.slice(0, 10))
  if (name === undefined) return `The contract reverted with ${data.slice(0, 66)}`
  const bytes = fromHex(data).subarray(4)
  const args = Array.from({ length: bytes.length / 32 }, (_, i) => {
    const value = wordAt(bytes, 32 * i)
    const signed = BigInt.asIntN(256, value)
    if (value > 1n << 64n && value < 1n << 160n) return `0x${value.toString(16).padStart(40, '0')}`
    // Neither a number nor an address: 32 bytes.
    if (signed >= 1n << 160n || signed < -(1n << 128n)) return `0x${word(value).slice(0, 8)}…`
    return String(signed)
  })
  return `The contract reverted: ${name}(${args.join(', ')})`
}
