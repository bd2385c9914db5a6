/** EVM opcodes that the twins use. */
const OPCODES = {
  STOP: 0x00,
  ADD: 0x01,
  MUL: 0x02,
  SUB: 0x03,
  LT: 0x10,
  GT: 0x11,
  SLT: 0x12,
  SGT: 0x13,
  ISZERO: 0x15,
  AND: 0x16,
  OR: 0x17,
  XOR: 0x18,
  NOT: 0x19,
  BYTE: 0x1a,
  SHL: 0x1b,
  SHR: 0x1c,
  SAR: 0x1d,
  CALLDATALOAD: 0x35,
  CALLDATASIZE: 0x36,
  CALLDATACOPY: 0x37,
  CODECOPY: 0x39,
  POP: 0x50,
  MLOAD: 0x51,
  MSTORE: 0x52,
  MSTORE8: 0x53,
  JUMP: 0x56,
  JUMPI: 0x57,
  GAS: 0x5a,
  JUMPDEST: 0x5b,
  RETURN: 0xf3,
  STATICCALL: 0xfa,
  REVERT: 0xfd,
} as const

export type Op = keyof typeof OPCODES

/** Writes EVM code byte by byte: what solc's optimizer does to ten thousand unrolled statements can't be foreseen. */
export class EvmAssembler {
  readonly #bytes: number[] = []
  readonly #labels = new Map<string, number>()
  readonly #uses: { at: number; label: string }[] = []

  op(...names: Op[]): this {
    for (const name of names) this.#bytes.push(OPCODES[name])
    return this
  }

  /** Depth 1 is the top. */
  dup(depth: number): this {
    this.#bytes.push(0x7f + depth)
    return this
  }

  /** Changes the top with the value `depth` below it. */
  swap(depth: number): this {
    this.#bytes.push(0x8f + depth)
    return this
  }

  /** The shortest push of a value from 0 to 2^256 - 1. */
  push(value: number | bigint): this {
    const hex = BigInt(value).toString(16)
    if (hex.startsWith('-')) throw new Error(`push takes no negative value: ${value}`)
    if (hex === '0') {
      this.#bytes.push(0x5f)
      return this
    }
    const bytes = hex.padStart(hex.length + (hex.length % 2), '0').match(/../g) as string[]
    this.#bytes.push(0x5f + bytes.length, ...bytes.map((byte) => Number.parseInt(byte, 16)))
    return this
  }

  /** Pushes a place in the code, two bytes. */
  pushLabel(label: string): this {
    this.#uses.push({ at: this.#bytes.length + 1, label })
    this.#bytes.push(0x61, 0, 0)
    return this
  }

  /** A place to jump to. */
  label(label: string): this {
    this.#labels.set(label, this.#bytes.length)
    this.#bytes.push(OPCODES.JUMPDEST)
    return this
  }

  get size(): number {
    return this.#bytes.length
  }

  bytes(): Uint8Array {
    const code = Uint8Array.from(this.#bytes)
    for (const { at, label } of this.#uses) {
      const target = this.#labels.get(label)
      if (target === undefined) throw new Error(`no label ${label}`)
      code[at] = target >> 8
      code[at + 1] = target & 0xff
    }
    return code
  }
}
