import { decodeModule } from '../../../packages/wasm/src/decodeModule.ts'
import { readDebugInfo } from './debug-info.ts'
import { isDropped, type LineRow, readLineTable } from './line-table.ts'

export interface Place {
  file: string
  line: number
}

/**
 * Where code comes from: for an address in the code section, the line it was written in and the lines that call it,
 * innermost first, through everything that was inlined.
 */
export function sourcePlaces(wasm: Uint8Array): (address: number) => Place[] {
  const { customs } = decodeModule(wasm)
  const section = (name: string) =>
    customs.find((custom) => custom.name === name)?.payload ?? new Uint8Array()
  const lineSection = section('.debug_line')
  const rows: LineRow[] = []
  const calls: { from: number; to: number; depth: number; place: Place }[] = []
  const units = readDebugInfo({
    info: section('.debug_info'),
    abbrev: section('.debug_abbrev'),
    ranges: section('.debug_ranges'),
  })
  for (const unit of units) {
    const table = readLineTable(lineSection, unit.lines)
    rows.push(...table.rows)
    for (const { ranges, depth, callFile, callLine } of unit.inlined)
      for (const [from, to] of ranges)
        calls.push({ from, to, depth, place: { file: table.files.get(callFile) ?? '', line: callLine } })
  }
  const sorted = spans(rows).sort((a, b) => a.from - b.from)
  calls.sort((a, b) => b.depth - a.depth)
  return (address) => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sorted[middle]!.from <= address) low = middle + 1
      else high = middle
    }
    const span = sorted[low - 1]
    const callers = calls.filter(({ from, to }) => from <= address && address < to).map(({ place }) => place)
    return span !== undefined && address < span.to
      ? [{ file: span.file, line: span.line }, ...callers]
      : callers
  }
}

/** Stretches of code of one line each; those of code that the linker dropped are left out. */
function spans(rows: LineRow[]): (Place & { from: number; to: number })[] {
  const found: (Place & { from: number; to: number })[] = []
  let first = rows[0]?.address ?? 0
  for (const [i, row] of rows.entries()) {
    const next = rows[i + 1]
    if (row.end) {
      first = next?.address ?? 0
      continue
    }
    if (next === undefined || isDropped(first) || next.address <= row.address) continue
    found.push({ file: row.file, line: row.line, from: row.address, to: next.address })
  }
  return found
}
