import { WasmFormatError } from './errors.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const toUtf8 = new TextEncoder()

/** A cursor over module bytes. Every read checks the bound, and LEB128 numbers must fit their width exactly. */
export class ByteReader {
  readonly bytes: Uint8Array
  pos: number
  readonly end: number

  constructor(bytes: Uint8Array, pos = 0, end = bytes.length) {
    this.bytes = bytes
    this.pos = pos
    this.end = end
  }

  get done(): boolean {
    return this.pos >= this.end
  }

  fail(message: string, at = this.pos): never {
    throw new WasmFormatError(message, at)
  }

  byte(): number {
    if (this.pos >= this.end) this.fail('The module ends too early')
    return this.bytes[this.pos++]!
  }

  take(length: number): Uint8Array {
    if (length > this.end - this.pos)
      this.fail(`${length} bytes are announced, ${this.end - this.pos} are left`)
    this.pos += length
    return this.bytes.subarray(this.pos - length, this.pos)
  }

  /** A reader over the next `length` bytes; this reader moves behind them. */
  slice(length: number): ByteReader {
    const start = this.pos
    this.take(length)
    return new ByteReader(this.bytes, start, this.pos)
  }

  u32(): number {
    const start = this.pos
    let value = 0
    for (let shift = 0; shift < 35; shift += 7) {
      const b = this.byte()
      if (shift === 28 && b > 0x0f) this.fail('A number does not fit 32 bits', start)
      value += (b & 0x7f) * 2 ** shift
      if (b < 0x80) return value
    }
    return this.fail('A number does not fit 32 bits', start)
  }

  s32(): number {
    return Number(this.signed(32))
  }

  s33(): number {
    return Number(this.signed(33))
  }

  s64(): bigint {
    return this.signed(64)
  }

  /** Signed LEB128 of `bits` bits; the unused bits of the last byte must repeat the sign. */
  private signed(bits: number): bigint {
    const start = this.pos
    const last = Math.ceil(bits / 7) - 1
    let low = 0
    let value = 0n
    for (let i = 0; i <= last; i++) {
      const b = this.byte()
      if (i === last) {
        const used = bits - 7 * last
        const top = (b & 0x7f) >> (used - 1)
        if (b >= 0x80 || (top !== 0 && top !== 0x7f >> (used - 1)))
          this.fail(`A number does not fit ${bits} bits`, start)
      }
      // up to four groups fit a machine word: the common case stays free of BigInt
      if (i < 4) low += (b & 0x7f) * 2 ** (7 * i)
      else value |= BigInt(b & 0x7f) << BigInt(7 * i)
      if (b < 0x80) return BigInt.asIntN(7 * (i + 1), value + BigInt(low))
    }
    return this.fail(`A number does not fit ${bits} bits`, start)
  }

  name(): string {
    const start = this.pos
    const raw = this.take(this.u32())
    try {
      return utf8.decode(raw)
    } catch {
      return this.fail('A name is not UTF-8', start)
    }
  }
}

/** A growing byte buffer. All numbers are written in their shortest LEB128 form. */
export class ByteWriter {
  private buffer = new Uint8Array(256)
  private length = 0

  private room(extra: number): void {
    if (this.length + extra <= this.buffer.length) return
    const bigger = new Uint8Array(Math.max(this.buffer.length * 2, this.length + extra))
    bigger.set(this.buffer.subarray(0, this.length))
    this.buffer = bigger
  }

  byte(...values: number[]): this {
    this.room(values.length)
    for (const v of values) this.buffer[this.length++] = v
    return this
  }

  raw(bytes: Uint8Array): this {
    this.room(bytes.length)
    this.buffer.set(bytes, this.length)
    this.length += bytes.length
    return this
  }

  u32(value: number): this {
    let rest = value
    while (rest >= 0x80) {
      this.byte((rest % 0x80) | 0x80)
      rest = Math.floor(rest / 0x80)
    }
    return this.byte(rest)
  }

  /** Signed LEB128; the width does not matter for writing. */
  signed(value: bigint | number): this {
    let rest = BigInt(value)
    for (;;) {
      const b = Number(rest & 0x7fn)
      rest >>= 7n
      if ((rest === 0n && b < 0x40) || (rest === -1n && b >= 0x40)) return this.byte(b)
      this.byte(b | 0x80)
    }
  }

  name(text: string): this {
    const raw = toUtf8.encode(text)
    return this.u32(raw.length).raw(raw)
  }

  /** Length-prefixed bytes: a section's payload or a function's body. */
  sized(bytes: Uint8Array): this {
    return this.u32(bytes.length).raw(bytes)
  }

  done(): Uint8Array {
    return this.buffer.slice(0, this.length)
  }
}
