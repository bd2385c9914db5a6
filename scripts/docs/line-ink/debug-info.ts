import { DwarfError, DwarfReader } from './dwarf-reader.ts'
import { isDropped } from './line-table.ts'

/** A function that the compiler put into its caller: where its code is, and the line that calls it. */
export interface Inlined {
  ranges: [from: number, to: number][]
  /** How many calls deep, the outermost 0. */
  depth: number
  callFile: number
  callLine: number
}

export interface CompileUnit {
  /** Offset of its line program. */
  lines: number
  inlined: Inlined[]
}

export interface DebugSections {
  info: Uint8Array
  abbrev: Uint8Array
  ranges: Uint8Array
}

const TAG = { unit: 0x11, inlined: 0x1d }
const AT = { stmtList: 0x10, lowPc: 0x11, highPc: 0x12, ranges: 0x55, callFile: 0x58, callLine: 0x59 }

interface Abbreviation {
  tag: number
  children: boolean
  fields: [attribute: number, form: number][]
}

/**
 * Reads from `.debug_info`, version 4, what a line's price needs: which code was inlined, and from which line. Source:
 * the DWARF 4 standard, section 7.5.
 */
export function readDebugInfo({ info, abbrev, ranges }: DebugSections): CompileUnit[] {
  const units: CompileUnit[] = []
  const r = new DwarfReader(info)
  while (r.pos < r.length) {
    const end = r.u32() + r.pos
    const version = r.u16()
    if (version !== 4) throw new DwarfError(`debug information of DWARF ${version}; this reads version 4`)
    const shapes = readAbbreviations(abbrev, r.u32())
    r.u8() // size of an address: 4 in wasm32
    const unit: CompileUnit = { lines: 0, inlined: [] }
    let base = 0
    /** For each open element whether it is an inlined function. */
    const open: boolean[] = []
    while (r.pos < end) {
      const code = r.uleb()
      if (code === 0) {
        open.pop()
        continue
      }
      const shape = shapes.get(code)!
      const values = new Map<number, number>()
      const forms = new Map<number, number>()
      for (const [attribute, form] of shape.fields) {
        values.set(attribute, readForm(r, form))
        forms.set(attribute, form)
      }
      if (shape.tag === TAG.unit) {
        unit.lines = values.get(AT.stmtList) ?? 0
        base = values.get(AT.lowPc) ?? 0
      } else if (shape.tag === TAG.inlined) {
        unit.inlined.push({
          ranges: rangesOf(values, forms, ranges, base),
          depth: open.filter(Boolean).length,
          callFile: values.get(AT.callFile) ?? 0,
          callLine: values.get(AT.callLine) ?? 0,
        })
      }
      if (shape.children) open.push(shape.tag === TAG.inlined)
    }
    units.push(unit)
    r.pos = end
  }
  return units
}

function readAbbreviations(section: Uint8Array, offset: number): Map<number, Abbreviation> {
  const r = new DwarfReader(section, offset)
  const found = new Map<number, Abbreviation>()
  for (let code = r.uleb(); code !== 0; code = r.uleb()) {
    const shape: Abbreviation = { tag: r.uleb(), children: r.u8() === 1, fields: [] }
    for (;;) {
      const [attribute, form] = [r.uleb(), r.uleb()]
      if (attribute === 0 && form === 0) break
      shape.fields.push([attribute, form])
    }
    found.set(code, shape)
  }
  return found
}

function readForm(r: DwarfReader, form: number): number {
  const skip = (bytes: number) => {
    r.pos += bytes
    return 0
  }
  switch (form) {
    case 0x01: // addr
    case 0x06: // data4
    case 0x0e: // strp
    case 0x13: // ref4
    case 0x10: // ref_addr
    case 0x17: // sec_offset
      return r.u32()
    case 0x0b: // data1
    case 0x0c: // flag
    case 0x11: // ref1
      return r.u8()
    case 0x05: // data2
    case 0x12: // ref2
      return r.u16()
    case 0x0f: // udata
    case 0x15: // ref_udata
      return r.uleb()
    case 0x0d: // sdata
      return r.sleb()
    case 0x07: // data8
    case 0x14: // ref8
    case 0x20: // ref_sig8
      return skip(8)
    case 0x08: // string
      r.text()
      return 0
    case 0x19: // flag_present
      return 1
    case 0x18: // exprloc
    case 0x09: // block
      return skip(r.uleb())
    case 0x0a: // block1
      return skip(r.u8())
    default:
      throw new DwarfError(
        `form 0x${form.toString(16)} in .debug_info; this reads those that rustc wrote so far`,
      )
  }
}

function rangesOf(
  values: Map<number, number>,
  forms: Map<number, number>,
  section: Uint8Array,
  unitBase: number,
): [number, number][] {
  const at = values.get(AT.ranges)
  if (at === undefined) {
    const low = values.get(AT.lowPc)
    const high = values.get(AT.highPc)
    if (low === undefined || high === undefined || isDropped(low)) return []
    // Written as an address, or as a length.
    return [[low, forms.get(AT.highPc) === 0x01 ? high : low + high]]
  }
  const r = new DwarfReader(section, at)
  const found: [number, number][] = []
  let base = unitBase
  for (;;) {
    const [from, to] = [r.u32(), r.u32()]
    if (from === 0 && to === 0) return found
    if (from === 0xffffffff) base = to
    else if (from < to && !isDropped(from)) found.push([base + from, base + to])
  }
}
