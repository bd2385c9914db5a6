import { R } from '../field.ts'
import { type Affine, addPairs, negatePoint } from './affine.ts'
import type { Group } from './points.ts'
import type { Turns } from './turns.ts'

/** Points handled at once: enough to share a division, few enough to give turns. */
const BATCH = 512

/**
 * One point times many scalars: a table of signed digits, then one addition a digit, for a batch of scalars at once.
 * Not constant-time: set-up scalars are made and thrown away on one machine.
 */
export async function fixedBase<F, P>(
  group: Group<F, P>,
  base: P,
  scalars: readonly bigint[],
  turns?: Turns,
): Promise<P[]> {
  const width = scalars.length < 64 ? 4 : scalars.length < 1024 ? 6 : 9
  const table = await makeTable(group, base, width, turns)
  const half = 1 << (width - 1)
  const mask = (1n << BigInt(width)) - 1n
  const points: P[] = []
  for (let from = 0; from < scalars.length; from += BATCH) {
    const rest = scalars.slice(from, from + BATCH).map((scalar) => ((scalar % R) + R) % R)
    let sums = new Array<Affine<F>>(rest.length).fill(undefined)
    for (const row of table) {
      const steps = rest.map((scalar, i) => {
        const digit = Number(scalar & mask)
        const carry = digit > half
        rest[i] = (scalar >> BigInt(width)) + (carry ? 1n : 0n)
        return carry ? negatePoint(group.field, row[2 * half - digit]) : row[digit]
      })
      sums = addPairs(group.field, sums, steps)
      if (turns?.due) await turns.pause()
    }
    for (const sum of sums) points.push(group.point(sum))
  }
  return points
}

/** Row w holds 0 ... 2^(width - 1) times 2^(w * width) times the base. */
async function makeTable<F, P>(
  group: Group<F, P>,
  base: P,
  width: number,
  turns?: Turns,
): Promise<Affine<F>[][]> {
  const starts: P[] = []
  let start = base
  for (let bits = 0; bits <= 254; bits += width) {
    starts.push(start)
    for (let i = 0; i < width; i++) start = group.double(start)
  }
  const rows: Affine<F>[][] = starts.map((point) => [undefined, group.affine(point)])
  for (let filled = 1; filled < 1 << (width - 1); filled *= 2) {
    // Entry filled + k is entry filled plus entry k, for all rows and all k up to filled at once.
    const left = rows.flatMap((row) => new Array<Affine<F>>(filled).fill(row[filled]))
    const right = rows.flatMap((row) => row.slice(1, filled + 1))
    const sums = addPairs(group.field, left, right)
    for (const [w, row] of rows.entries()) row.push(...sums.slice(w * filled, (w + 1) * filled))
    if (turns?.due) await turns.pause()
  }
  return rows
}
