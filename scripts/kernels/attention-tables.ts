import { wrap } from './lanes.ts'
import { hex } from './rust-text.ts'

/** Columns of a matrix that are read together, lowest lane first; `undefined` leaves a lane empty. */
export type Group = (number | undefined)[]

/** Numbers that are the sum of a letter's and a position's. */
export interface BytePart {
  /** [27, columns] and [13, columns]. */
  letters: Int32Array
  positions: Int32Array
  /** What is read together: every column is in one of these. */
  groups: Group[]
  /** Bits from one lane of a group to the next. */
  pitch: number
}

export interface ByteTables {
  /** Words of a row. */
  words: number
  letters: bigint[][]
  positions: bigint[][]
  /** Of each part, Rust that reads its groups from a row `r`. */
  parts: string[][]
  stores(name: string, rows: bigint[][]): string
}

const LETTERS = 27

/**
 * Packs numbers as bytes into one table of letters and one of positions, to be added word by word: the lanes of a group
 * `pitch` bits apart, as many groups a word as bytes fit between two lanes. A letter's byte has the 128 that stands for 0.
 *
 * @throws Error for a letter and a position whose sum is outside -128 to 127.
 */
export function byteTables(parts: BytePart[]): ByteTables {
  for (const part of parts) check(part)
  let words = 0
  const placed = parts.map((part) => {
    const perWord = Math.floor(part.pitch / 8)
    const first = words
    words += Math.ceil(part.groups.length / perWord)
    return part.groups.map((group, i) => ({
      ...part,
      group,
      word: first + Math.floor(i / perWord),
      shift: 8 * (i % perWord),
    }))
  })
  const table = (which: 'letters' | 'positions', rows: number, plus: number) =>
    Array.from({ length: rows }, (_, row) => {
      const line = new Array<bigint>(words).fill(0n)
      for (const { [which]: matrix, group, word, shift, pitch } of placed.flat())
        for (const [lane, column] of group.entries())
          if (column !== undefined) {
            const value = matrix[(row * matrix.length) / rows + column]! + plus
            line[word]! += BigInt(value) << BigInt(pitch * lane + shift)
          }
      return line.map(wrap)
    })
  const first = parts[0]!
  const positions = (first.positions.length * LETTERS) / first.letters.length
  return {
    words,
    letters: table('letters', LETTERS, 128),
    positions: table('positions', positions, 0),
    parts: placed.map((groups) =>
      groups.map(({ group, word, shift, pitch }) => {
        const mask = group.reduce<bigint>(
          (sum, column, lane) => sum + (column === undefined ? 0n : 255n << BigInt(pitch * lane)),
          0n,
        )
        return `${shift === 0 ? `r[${word}]` : `(r[${word}] >> ${shift})`} & ${hex(mask)}`
      }),
    ),
    stores: (name, rows) =>
      rows
        .flatMap((row, i) =>
          row.flatMap((word, w) =>
            word === 0n ? [] : [`    ${name}[${i}][${w}].store(${hex(word)}, Relaxed);`],
          ),
        )
        .join('\n'),
  }
}

function check({ letters, positions, groups }: BytePart): void {
  const columns = letters.length / LETTERS
  for (const d of groups.flat())
    if (d !== undefined) {
      const column = (matrix: Int32Array) => matrix.filter((_, i) => i % columns === d)
      const [l, p] = [column(letters), column(positions)]
      const [low, high] = [Math.min(...l) + Math.min(...p), Math.max(...l) + Math.max(...p)]
      if (low < -128 || high > 127)
        throw new Error(`attention: a number of a letter and a position is ${low} to ${high}, not a byte`)
    }
}
