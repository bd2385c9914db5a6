import { UsageError } from '../errors.ts'

/** What one class returned; nobody and no school is named. */
export interface ClassTimes {
  /** Number of the issue that brought it, or a word of your own. */
  id: string
  /** `2026-11-24` */
  date: string
  /** As they wrote it: `18, working in pairs`. */
  people: string
  /** Minutes by lab number. */
  labs: Record<string, LabTimes>
}

export interface LabTimes {
  /** When half of the group had passed. */
  half?: number
  /** When nine of ten had. */
  most?: number
}

/** `docs/data/class-times.json` */
export interface ClassTimesFile {
  schema: 'class-times/1'
  classes: ClassTimes[]
}

/** How many classes must have returned a lab before their minutes count more than ours. */
export const ENOUGH = 3

/** Longest plausible time for a lab, minutes: a slip of the pen is caught, a slow class is not. */
const LONGEST = 600

/**
 * Reads the table of the issue form `class-times.yml` out of an issue's text.
 *
 * @throws UsageError naming the line, when a cell is no number of minutes or no lab has any
 */
export function readClassTimes(issue: string, about: Pick<ClassTimes, 'id' | 'date'>): ClassTimes {
  const labs: Record<string, LabTimes> = {}
  for (const line of issue.split(/\r?\n/)) {
    const cells = /^\|(.*)\|\s*$/
      .exec(line.trim())?.[1]
      ?.split('|')
      .map((cell) => cell.trim())
    if (cells === undefined || !/^\d{1,2}$/.test(cells[0] ?? '')) continue
    const half = minutes(cells[1], line)
    const most = minutes(cells[2], line)
    if (half === undefined && most === undefined) continue
    if (half !== undefined && most !== undefined && most < half)
      throw new UsageError(`most of the group before half of it: ${line.trim()}`, {
        remedy: 'half is when half of the group had passed, most when nine of ten had',
      })
    labs[String(Number(cells[0]))] = {
      ...(half === undefined ? {} : { half }),
      ...(most === undefined ? {} : { most }),
    }
  }
  if (Object.keys(labs).length === 0)
    throw new UsageError('no lab has minutes in this text', {
      remedy: 'it needs lines such as: | 1 | 50 | 70 |',
    })
  const people = /^### How many people\?\s+(.+)$/m.exec(issue)?.[1]?.trim() ?? 'not said'
  return { ...about, people: people.slice(0, 80), labs }
}

function minutes(cell: string | undefined, line: string): number | undefined {
  if (cell === undefined || cell === '') return undefined
  const value = Number(/^(\d{1,3})(?:\s*min(?:utes)?)?$/.exec(cell)?.[1])
  if (!Number.isInteger(value) || value < 1 || value > LONGEST)
    throw new UsageError(`'${cell}' is no number of minutes: ${line.trim()}`, {
      remedy: `whole minutes from 1 to ${LONGEST}, or an empty cell`,
    })
  return value
}

/**
 * What a plan should count for a lab: the median of the classes' `most`, once enough of them returned it.
 *
 * @returns minutes, rounded up to the next five; undefined while too few are there
 */
export function measuredMinutes(file: ClassTimesFile, lab: number): number | undefined {
  const most = file.classes
    .map((one) => one.labs[String(lab)]?.most)
    .filter((value) => value !== undefined)
    .sort((a, b) => a - b)
  if (most.length < ENOUGH) return undefined
  const middle = ((most[(most.length - 1) >> 1] as number) + (most[most.length >> 1] as number)) / 2
  return Math.ceil(middle / 5) * 5
}
