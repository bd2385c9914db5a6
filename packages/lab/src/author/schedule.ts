/** One lab as a plan sees it. */
export interface PlannedLab {
  number: number
  title: string
  /** Minutes of the lab itself. */
  minutes: number
  /** Minutes to read its lesson. */
  reading: number
  tasks: { id: string; title: string; points: number }[]
}

export interface Slot {
  /** Day, from 1. */
  day: number
  /** Minutes since the start of the day. */
  at: number
  minutes: number
  what: string
  kind: 'set-up' | 'reading' | 'lab' | 'break' | 'talk' | 'free'
}

export interface Schedule {
  target: number
  slots: Slot[]
  /** What did not fit, for afterwards. */
  left: string[]
  /** Minutes that nothing fills. */
  free: number
}

/** A day of a class, in minutes, without its midday break. */
export const DAY = 360
const SET_UP = 10
const TALK = 10
const BREAK = 10
/** Longest work without a break. */
const STRETCH = 75

/**
 * Reads `90m`, `3h`, `1h30`, `2d`.
 * @returns minutes; undefined for anything else, and for less than half an hour or more than ten days
 */
export function parseTarget(text: string): number | undefined {
  const match = /^(?:(\d{1,2})d)?(?:(\d{1,2}(?:\.5)?)h)?(?:(\d{1,3})m?)?$/.exec(text.trim())
  if (match === null || text.trim() === '') return undefined
  const minutes = Number(match[1] ?? 0) * DAY + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0)
  return minutes >= 30 && minutes <= 10 * DAY ? minutes : undefined
}

interface Piece {
  minutes: number
  what: string
  kind: 'reading' | 'lab'
  lab: number
}

/** Lessons and labs in order; a long lab in its tasks, so that a break may stand between two of them. */
function pieces(labs: PlannedLab[]): Piece[] {
  return labs.flatMap((lab) => {
    const title = `lesson ${lab.number}, ${lab.title}`
    const own: Piece[] = [{ minutes: lab.reading, what: `read ${title}`, kind: 'reading', lab: lab.number }]
    const points = lab.tasks.reduce((sum, task) => sum + task.points, 0)
    if (lab.minutes <= 30 || points === 0)
      return [
        ...own,
        {
          minutes: lab.minutes,
          what: `lab ${lab.number}, ${lab.title}`,
          kind: 'lab' as const,
          lab: lab.number,
        },
      ]
    // Shares are rounded so that they add up to the lab.
    let done = 0
    let before = 0
    for (const task of lab.tasks) {
      done += task.points
      const until = Math.round((lab.minutes * done) / points)
      own.push({ minutes: until - before, what: `${task.id} ${task.title}`, kind: 'lab', lab: lab.number })
      before = until
    }
    return own
  })
}

/**
 * Fills a class's time with labs in order: ten minutes to set up, a break after at most 75 minutes of work, ten
 * minutes to talk at the end of each day. A piece that doesn't fit into a day begins the next one.
 */
export function makeSchedule(labs: PlannedLab[], target: number): Schedule {
  const slots: Slot[] = []
  const left: string[] = []
  // Less than half an hour is no day of its own.
  const days = Math.max(1, Math.floor(target / DAY) + (target % DAY >= 30 ? 1 : 0))
  const lengthOf = (day: number) => Math.min(DAY, target - (day - 1) * DAY)
  let day = 1
  let at = 0
  let worked = 0
  let free = 0
  const put = (minutes: number, what: string, kind: Slot['kind']) => {
    slots.push({ day, at, minutes, what, kind })
    at += minutes
  }
  const endDay = () => {
    put(TALK, 'what surprised you? Questions of the lessons', 'talk')
    const rest = lengthOf(day) - at
    if (rest > 0) put(rest, 'free: help, old tasks (npm run lab -- practice), gas golf', 'free')
    free += rest
  }
  put(SET_UP, 'set up: npm run lab:doctor, npm run lab:check 0 together', 'set-up')
  const queue = pieces(labs)
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const needed = () => (worked + (next as Piece).minutes > STRETCH && worked > 0 ? BREAK : 0)
    if (at + needed() + next.minutes + TALK > lengthOf(day)) {
      if (day === days || next.minutes + SET_UP + TALK > DAY) {
        left.push(next.what, ...queue.map((piece) => piece.what))
        break
      }
      endDay()
      day++
      at = 0
      worked = 0
    }
    if (needed() > 0) {
      put(BREAK, 'break', 'break')
      worked = 0
    }
    put(next.minutes, next.what, next.kind)
    worked += next.minutes
  }
  endDay()
  while (day < days) {
    day++
    at = 0
    const rest = lengthOf(day)
    put(rest, 'free: no lab of this clone is left', 'free')
    free += rest
  }
  return { target, slots, left, free }
}

/** `0:00`, `1:25` */
export function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

/** `90 minutes`, `3 h 30`, `2 days` in words. */
export function inWords(minutes: number): string {
  if (minutes % DAY === 0) return minutes === DAY ? '1 day' : `${minutes / DAY} days`
  if (minutes < 120) return `${minutes} minutes`
  return minutes % 60 === 0 ? `${minutes / 60} hours` : `${Math.floor(minutes / 60)} h ${minutes % 60}`
}
