import { diff } from 'node:util'
import { paint, type Style } from './style.ts'

/** Lines shown around a change. */
const AROUND = 3

/** `[sign, line]`: ' ' in both, '-' only in the first text, '+' only in the second. */
export type DiffLine = [sign: ' ' | '-' | '+', text: string]

/** Compares two lists of lines; blanks at line ends do not count. */
export function diffLines(from: string[], to: string[]): DiffLine[] {
  const clean = (lines: string[]) => lines.map((line) => line.trimEnd())
  // node:util tells what leads from its second argument to its first.
  return diff(clean(from), clean(to)).map(
    ([operation, line]): DiffLine => [operation === 0 ? ' ' : operation < 0 ? '+' : '-', line],
  )
}

/** The changed places with three lines around each, as `diff -u` shows them; empty when nothing differs. */
export function diffHunks(lines: DiffLine[]): { from: number; to: number; lines: DiffLine[] }[] {
  const hunks: { from: number; to: number; lines: DiffLine[] }[] = []
  const changed = lines.flatMap(([sign], at) => (sign === ' ' ? [] : [at]))
  let from = 1
  let to = 1
  const starts = lines.map(([sign]) => {
    const at = [from, to] as const
    if (sign !== '+') from++
    if (sign !== '-') to++
    return at
  })
  for (let i = 0; i < changed.length; ) {
    const first = Math.max(0, (changed[i] as number) - AROUND)
    let last = changed[i] as number
    while (i < changed.length && (changed[i] as number) <= last + 2 * AROUND + 1)
      last = changed[i++] as number
    const [a, b] = starts[first] as readonly [number, number]
    hunks.push({ from: a, to: b, lines: lines.slice(first, last + AROUND + 1) })
  }
  return hunks
}

const COLOURS = { '-': 'red', '+': 'green', ' ': undefined } as const

/** Diff lines for the terminal: the sign says it, the colour repeats it. */
export function paintDiff(lines: DiffLine[], style: Style): string[] {
  return lines.map(([sign, text]) => {
    const line = `${sign} ${text}`.trimEnd()
    const colour = COLOURS[sign]
    return colour === undefined ? line : paint(style, colour, line)
  })
}
