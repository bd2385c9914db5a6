import { ProofFormatError } from '../errors.ts'

/** Little-endian bytes of the binary files that circom and snarkjs share: magic, version, numbered sections. */
export class ByteWriter {
  #bytes = new Uint8Array(1024)
  #length = 0

  u32(value: number): this {
    return this.raw(littleEndian(BigInt(value), 4))
  }

  u64(value: number | bigint): this {
    return this.raw(littleEndian(BigInt(value), 8))
  }

  field(value: bigint): this {
    return this.raw(littleEndian(value, 32))
  }

  raw(bytes: Uint8Array): this {
    if (this.#length + bytes.length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + bytes.length))
      larger.set(this.#bytes.subarray(0, this.#length))
      this.#bytes = larger
    }
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
    return this
  }

  done(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }
}

export class ByteReader {
  readonly #bytes: Uint8Array
  readonly #where: string
  #at = 0

  constructor(bytes: Uint8Array, where: string) {
    this.#bytes = bytes
    this.#where = where
  }

  u32(): number {
    return Number(this.#number(4))
  }

  u64(): number {
    const value = this.#number(8)
    if (value > BigInt(Number.MAX_SAFE_INTEGER))
      throw new ProofFormatError(this.#where, 'holds a length beyond reason')
    return Number(value)
  }

  field(): bigint {
    return this.#number(32)
  }

  raw(length: number): Uint8Array {
    if (length > this.#bytes.length - this.#at)
      throw new ProofFormatError(
        this.#where,
        `ends after ${this.#bytes.length} bytes, in the middle of a value`,
      )
    this.#at += length
    return this.#bytes.subarray(this.#at - length, this.#at)
  }

  get left(): number {
    return this.#bytes.length - this.#at
  }

  /** A count of items of at least `size` bytes each: more than the bytes left is refused before anything is allocated. */
  count(size: number): number {
    const count = this.u32()
    if (count * size > this.left)
      throw new ProofFormatError(this.#where, `counts ${count} items and ends before`)
    return count
  }

  #number(length: number): bigint {
    const bytes = this.raw(length)
    let value = 0n
    for (let i = length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i]!)
    return value
  }
}

export function writeSections(magic: string, version: number, sections: [number, Uint8Array][]): Uint8Array {
  const out = new ByteWriter().raw(new TextEncoder().encode(magic)).u32(version).u32(sections.length)
  for (const [id, bytes] of sections) out.u32(id).u64(bytes.length).raw(bytes)
  return out.done()
}

/** @throws ProofFormatError for another magic or version, a section cut short or given twice. */
export function readSections(bytes: Uint8Array, magic: string, version: number): (id: number) => ByteReader {
  const where = `The .${magic} file`
  const reader = new ByteReader(bytes, where)
  if (new TextDecoder().decode(reader.raw(4)) !== magic)
    throw new ProofFormatError(where, `does not begin with ${magic}`)
  const found = reader.u32()
  if (found !== version) throw new ProofFormatError(where, `has version ${found}; this reads ${version}`)
  const sections = new Map<number, Uint8Array>()
  for (let n = reader.count(12); n > 0; n--) {
    const id = reader.u32()
    if (sections.has(id)) throw new ProofFormatError(where, `has section ${id} twice`)
    sections.set(id, reader.raw(reader.u64()))
  }
  return (id) => {
    const section = sections.get(id)
    if (!section) throw new ProofFormatError(where, `has no section ${id}`)
    return new ByteReader(section, `${where}, section ${id},`)
  }
}

function littleEndian(value: bigint, length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  for (let i = 0, rest = value; i < length; i++, rest >>= 8n) bytes[i] = Number(rest & 0xffn)
  return bytes
}
