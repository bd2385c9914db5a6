import { integer, type Style, wrap } from '@inkling/lab/terminal'

const WIDTH = 12

/** `label       value`, the value wrapped under itself. */
export function fact(style: Style, label: string, value: string): string[] {
  const indent = Math.max(WIDTH, label.length + 1)
  const lines = wrap(value, style.width, indent)
  return [label.padEnd(indent) + (lines[0] as string).slice(indent), ...lines.slice(1)]
}

/** Columns by spaces: the first to the left, the others to the right. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = []
  for (const row of rows)
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length)
  return rows.map((row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join('  ')
      .trimEnd(),
  )
}

export const gas = (value: number | bigint) => `${integer(value)} gas`
export const bytes = (value: number) => `${integer(value)} bytes`

/** 0.0000443 ether: three figures that count. */
export function ether(wei: bigint): string {
  const value = Number(wei) / 1e18
  return `${value === 0 ? '0' : value.toPrecision(3).replace(/e.*/, (e) => e)} ether`
}
