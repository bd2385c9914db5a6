import type { Node } from '../ir/nodes.ts'
import type { Program } from '../ir/program.ts'

/** A table in `kernel.rs`: a static with its entries, little-endian in the module. */
interface RustTable {
  name: string
  type: 'u8' | 'i8' | 'i16' | 'i32'
  /** Address and bytes of an entry. */
  offset: number
  size: number
  /** Entries of the static: those of the table, and zeros where an index without a check could reach further. */
  values: number[]
}

const TYPES = { '8_u': 'u8', '8_s': 'i8', '16_s': 'i16', '32_s': 'i32' } as const

/**
 * The tables of a program. An index is masked in place of a check, so behind the entry that a load begins at there
 * have to be as many as the next power of two; each byte that is added for it costs 0.75 gas a call. With
 * interpolation a table of 2^n + 1 entries needs none.
 */
export function rustTables({ data, functions }: Program): RustTable[] {
  const loads = new Set<Node>()
  const seen = new Set<Node>()
  const visit = (n: Node) => {
    if (seen.has(n)) return
    seen.add(n)
    if (n.entries !== undefined) loads.add(n)
    n.args.forEach(visit)
  }
  for (const { body, returns } of functions) {
    for (const s of body) if ('value' in s) visit(s.value)
    if (returns) visit(returns)
  }
  return data.flatMap(({ offset, bytes }, k) => {
    const own = [...loads].filter((n) => n.offset >= offset && n.offset < offset + bytes.length)
    // of values that the next layer has no weights for
    if (own.length === 0) return []
    const type = TYPES[own[0]!.op.slice('i64.load'.length) as keyof typeof TYPES]
    const size = Number(type.slice(1)) / 8
    const values = entriesOf(bytes, type)
    for (const n of own) {
      const needed = (n.offset - offset) / size + chunkOf(n)
      while (values.length < needed) values.push(0)
    }
    return [{ name: `TABLE_${k}`, type, offset, size, values }]
  })
}

const chunkOf = (n: Node) => 2 ** Math.ceil(Math.log2(n.entries!))

function entriesOf(bytes: Uint8Array, type: RustTable['type']): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const read = {
    u8: (at: number) => view.getUint8(at),
    i8: (at: number) => view.getInt8(at),
    i16: (at: number) => view.getInt16(at, true),
    i32: (at: number) => view.getInt32(at, true),
  }[type]
  const size = Number(type.slice(1)) / 8
  return Array.from({ length: bytes.length / size }, (_, i) => read(i * size))
}

export const tableText = ({ name, type, values }: RustTable): string =>
  `\n/// Entries of a table.\nstatic ${name}: [${type}; ${values.length}] = [${values.join(', ')}];\n`

/** A load from a table; \`address\` is the text of its index times the size of an entry. */
export function tableLoad(tables: readonly RustTable[], n: Node, address: string): string {
  const { name, offset, size } = tables.findLast((table) => n.offset >= table.offset)!
  const chunk = chunkOf(n)
  const first = (n.offset - offset) / size
  const index = size === 1 ? `${address}.0 as usize` : `(${address}.0 as usize / ${size})`
  const entries = `${name}[${first}..].first_chunk::<${chunk}>().unwrap()`
  return `w(${entries}[${index} & ${chunk - 1}] as i64 as u64)`
}
