import { opcodeOf } from '@inkling/wasm'

/** A growing buffer of operators. */
export class CodeWriter {
  private buffer = new Uint8Array(4096)
  private length = 0

  byte(value: number): this {
    if (this.length === this.buffer.length) {
      const bigger = new Uint8Array(this.buffer.length * 2)
      bigger.set(this.buffer)
      this.buffer = bigger
    }
    this.buffer[this.length++] = value
    return this
  }

  op(name: string): this {
    return this.byte(opcodeOf(name))
  }

  u32(value: number): this {
    let rest = value
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) this.byte((rest % 0x80) | 0x80)
    return this.byte(rest)
  }

  signed(value: bigint): this {
    let rest = value
    for (;;) {
      const b = Number(rest & 0x7fn)
      rest >>= 7n
      if ((rest === 0n && b < 0x40) || (rest === -1n && b >= 0x40)) return this.byte(b)
      this.byte(b | 0x80)
    }
  }

  done(): Uint8Array {
    return this.buffer.slice(0, this.length)
  }
}
