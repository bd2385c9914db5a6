import { DwarfError, DwarfReader } from './dwarf-reader.ts'

/** From `address` on, until the next row, code comes from this place. */
export interface LineRow {
  address: number
  file: string
  /** 0 where the compiler names none. */
  line: number
  /** Nothing comes from here on. */
  end: boolean
}

/** An address that the linker writes for code it dropped. */
export const isDropped = (address: number) => address >= 0xfffffffe

/**
 * Reads one line program of `.debug_line`, version 4. Source: the DWARF 4 standard, section 6.2.
 *
 * @returns names of the files by their number, and rows in the order of their sequences
 */
export function readLineTable(
  section: Uint8Array,
  offset: number,
): { files: Map<number, string>; rows: LineRow[] } {
  const r = new DwarfReader(section, offset)
  const end = r.u32() + r.pos
  const version = r.u16()
  if (version !== 4) throw new DwarfError(`line table of DWARF ${version}; this reads version 4`)
  const program = r.u32() + r.pos
  const unit = r.u8()
  r.u8() // operations an instruction: 1 outside of VLIW machines
  r.u8() // default of is_stmt
  const [lineBase, lineRange, opcodeBase] = [r.i8(), r.u8(), r.u8()]
  const operands = Array.from({ length: opcodeBase - 1 }, () => r.u8())
  const folders = ['']
  for (let name = r.text(); name !== ''; name = r.text()) folders.push(name)
  const files = new Map<number, string>()
  for (let name = r.text(); name !== ''; name = r.text()) {
    const folder = folders[r.uleb()] ?? ''
    r.uleb() // time
    r.uleb() // length
    files.set(files.size + 1, folder === '' || name.startsWith('/') ? name : `${folder}/${name}`)
  }

  const rows: LineRow[] = []
  r.pos = program
  let [address, file, line] = [0, 1, 1]
  const row = (last = false) => rows.push({ address, file: files.get(file) ?? '', line, end: last })
  while (r.pos < end) {
    const code = r.u8()
    if (code >= opcodeBase) {
      const special = code - opcodeBase
      address += Math.floor(special / lineRange) * unit
      line += lineBase + (special % lineRange)
      row()
    } else if (code === 0) {
      const next = r.uleb() + r.pos
      const extended = r.u8()
      if (extended === 1) {
        row(true)
        ;[address, file, line] = [0, 1, 1]
      } else if (extended === 2) address = r.u32()
      r.pos = next
    } else if (code === 1) row()
    else if (code === 2) address += r.uleb() * unit
    else if (code === 3) line += r.sleb()
    else if (code === 4) file = r.uleb()
    else if (code === 8) address += Math.floor((255 - opcodeBase) / lineRange) * unit
    else if (code === 9) address += r.u16()
    else for (let i = 0; i < operands[code - 1]!; i++) r.uleb()
  }
  return { files, rows }
}
