/** Just enough of an assembler for generated programs: byte lists in, a module out. */
export type Bytes = number[]
export type Type = 'i32' | 'i64'
export const TYPE_BYTE: Record<Type, number> = { i32: 0x7f, i64: 0x7e }
export const EMPTY_BLOCK = 0x40

export function u32(n: number): Bytes {
  const out: Bytes = []
  for (let rest = n >>> 0; ; rest >>>= 7) {
    if (rest < 0x80) return [...out, rest]
    out.push((rest & 0x7f) | 0x80)
  }
}

export function signed(value: number | bigint): Bytes {
  const out: Bytes = []
  for (let rest = BigInt(value); ; rest >>= 7n) {
    const low = Number(rest & 0x7fn)
    if ((rest < 64n && rest >= 0n) || (rest >= -64n && rest < 0n)) return [...out, low]
    out.push(low | 0x80)
  }
}

const text = (s: string): Bytes => [...u32(s.length), ...new TextEncoder().encode(s)]
const list = (items: readonly Bytes[]): Bytes => [...u32(items.length), ...items.flat()]
const section = (id: number, content: Bytes): Bytes => [id, ...u32(content.length), ...content]

export interface FunctionType {
  params: Type[]
  results: Type[]
}
export interface WasmFunction extends FunctionType {
  locals: Type[]
  /** Operators without the final `end`. */
  code: Bytes
}
export interface WasmProgram {
  imports: (FunctionType & { name: string })[]
  functions: WasmFunction[]
  /** Function indices for `call_indirect`. */
  table: number[]
  globals: { type: Type; value: number | bigint }[]
  pages: { min: number; max: number | undefined }
  data: { at: number; bytes: Uint8Array }[]
  /** Index of `user_entrypoint`. */
  entry: number
}

/** Every function has a type of its own: index `imports.length + i` is also its type's. */
export function encodeProgram(p: WasmProgram): Uint8Array {
  const types = [...p.imports, ...p.functions].map(
    (f): Bytes => [
      0x60,
      ...list(f.params.map((t) => [TYPE_BYTE[t]])),
      ...list(f.results.map((t) => [TYPE_BYTE[t]])),
    ],
  )
  const limits = p.pages.max === undefined ? [0, p.pages.min] : [1, ...u32(p.pages.min), ...u32(p.pages.max)]
  const bodies = p.functions.map((f): Bytes => {
    const body = [...list(f.locals.map((t) => [1, TYPE_BYTE[t]])), ...f.code, 0x0b]
    return [...u32(body.length), ...body]
  })
  const constant = (type: Type, value: number | bigint): Bytes => [
    type === 'i32' ? 0x41 : 0x42,
    ...signed(value),
    0x0b,
  ]
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list(types)),
    ...section(2, list(p.imports.map((f, i) => [...text('vm_hooks'), ...text(f.name), 0, ...u32(i)]))),
    ...section(3, list(p.functions.map((_, i) => u32(p.imports.length + i)))),
    ...section(4, list([[0x70, 0, ...u32(Math.max(1, p.table.length))]])),
    ...section(5, list([limits])),
    ...section(6, list(p.globals.map((g) => [TYPE_BYTE[g.type], 1, ...constant(g.type, g.value)]))),
    ...section(
      7,
      list([
        [...text('memory'), 2, 0],
        [...text('user_entrypoint'), 0, ...u32(p.entry)],
      ]),
    ),
    ...section(9, list([[0, ...constant('i32', 0), ...list(p.table.map(u32))]])),
    ...section(10, list(bodies)),
    ...section(
      11,
      list(p.data.map((d) => [0, ...constant('i32', d.at), ...u32(d.bytes.length), ...d.bytes])),
    ),
  ])
}
