import { clock, makeSchedule, type PlannedLab } from '../../packages/lab/src/author/schedule.ts'
import { table, type Writers } from './blocks.ts'

/** The plans that the workshop page shows, in minutes: a day has six hours of class. */
const PLANS = { 'plan-90-minutes': 90, 'plan-half-day': 180, 'plan-three-days': 1080 }

/** A plan as a table; the same as `npm run lab -- author schedule --target 3h` prints. */
export function planBlocks(labs: PlannedLab[]): Writers {
  return Object.fromEntries(
    Object.entries(PLANS).map(([name, target]) => [name, () => planTable(labs, target)]),
  )
}

function planTable(labs: PlannedLab[], target: number): string {
  const { slots, left } = makeSchedule(labs, target)
  const days = slots.at(-1)?.day ?? 1
  const rows = slots.map(({ day, at, minutes, what }) => [
    days === 1 ? clock(at) : `day ${day}, ${clock(at)}`,
    String(minutes),
    what,
  ])
  const after = left.length === 0 ? '' : `\n\nFor afterwards: ${shortened(left).join('; ')}.`
  return table(['starts', 'minutes', 'what'], rows) + after
}

/** Whole labs that are left are named by their numbers alone: `read lesson 2, A forest; 2.1 …` becomes `lessons and labs 2 to 9`. */
function shortened(left: string[]): string[] {
  const first = left.findIndex((what) => what.startsWith('read lesson'))
  if (first < 0) return left
  const numbers = left.slice(first).flatMap((what) => what.match(/^read lesson (\d+)/)?.[1] ?? [])
  const [from, to] = [numbers[0], numbers.at(-1)]
  return [
    ...left.slice(0, first),
    from === to ? `lesson and lab ${from}` : `lessons and labs ${from} to ${to}`,
  ]
}
