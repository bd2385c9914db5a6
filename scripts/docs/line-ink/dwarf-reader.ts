/** A cursor over one debug section, little endian. Offsets are bytes from the section's start. */
export class DwarfReader {
  readonly #view: DataView
  readonly #bytes: Uint8Array
  pos: number

  constructor(bytes: Uint8Array, pos = 0) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.pos = pos
  }

  get length(): number {
    return this.#bytes.length
  }
  u8(): number {
    return this.#view.getUint8(this.pos++)
  }
  i8(): number {
    return this.#view.getInt8(this.pos++)
  }
  u16(): number {
    this.pos += 2
    return this.#view.getUint16(this.pos - 2, true)
  }
  u32(): number {
    this.pos += 4
    return this.#view.getUint32(this.pos - 4, true)
  }
  uleb(): number {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = this.u8()
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value
    }
  }
  sleb(): number {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = this.u8()
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return byte & 0x40 ? value - scale * 128 : value
    }
  }
  text(): string {
    const end = this.#bytes.indexOf(0, this.pos)
    const text = new TextDecoder().decode(this.#bytes.subarray(this.pos, end))
    this.pos = end + 1
    return text
  }
}

/** What the debug information can't be read for: another version of DWARF, a form that rustc did not write so far. */
export class DwarfError extends Error {
  override name = 'DwarfError'
}
