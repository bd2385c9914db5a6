import type { JudgedBudget, Metric } from '../grade/results.ts'
import { ends, integer, type Style, wrap } from './style.ts'

/** The marks that a figure is measured by, in the order they are shown. */
export interface Marks {
  yours: number
  best?: number
  par: number
  budget: number
  naive?: number
}

const CELLS = 28

/** One line a mark: its name, its figure, a bar. What is not known is said, not left out. */
export function markLines(marks: Marks, words: Partial<Record<keyof Marks, string>> = {}): string[] {
  const order: (keyof Marks)[] = ['yours', 'best', 'par', 'budget', 'naive']
  const known = order.flatMap((name) => (marks[name] === undefined ? [] : [marks[name] as number]))
  const top = Math.max(1, ...known)
  const width = Math.max(...known.map((value) => integer(value).length), 9)
  return order.map((name) => {
    const value = marks[name]
    const label = `      ${name.padEnd(8)}`
    if (value === undefined) return `${label}${'-'.padStart(width)}  not measured`
    const bar = '#'.repeat(Math.max(value > 0 ? 1 : 0, Math.round((value / top) * CELLS)))
    const note = words[name]
    return `${label}${integer(value).padStart(width)}  ${bar}${note === undefined ? '' : `  ${note}`}`
  })
}

/** Spending of one call by name: functions, then host calls. */
export function spending(metric: Pick<Metric, 'functions' | 'hostCalls'>): Map<string, number> {
  const spent = new Map<string, number>()
  for (const { name, ink } of metric.functions ?? []) spent.set(name, (spent.get(name) ?? 0) + ink)
  for (const [name, ink] of Object.entries(metric.hostCalls ?? {})) spent.set(`host call ${name}`, ink)
  return spent
}

const signed = (value: number) => (value > 0 ? `+${integer(value)}` : integer(value))

/** A table of who spends what: yours beside another, the largest difference first. */
export function spendingTable(
  mine: Pick<Metric, 'functions' | 'hostCalls'>,
  other: Pick<Metric, 'functions' | 'hostCalls'>,
  otherName: string,
  style: Style,
  limit = 12,
): string[] {
  const a = spending(mine)
  const b = spending(other)
  const rows = [...new Set([...a.keys(), ...b.keys()])].map((name) => {
    const [left, right] = [a.get(name) ?? 0, b.get(name) ?? 0]
    return { name, left, right, gap: left - right }
  })
  rows.sort((x, y) => Math.abs(y.gap) - Math.abs(x.gap) || y.left - x.left)
  const sum = { name: 'together', left: 0, right: 0, gap: 0 }
  for (const row of rows) {
    sum.left += row.left
    sum.right += row.right
    sum.gap += row.gap
  }
  const room = style.width - 3 * 13
  const fit = (text: string) => (text.length <= room ? text.padEnd(room) : `...${text.slice(3 - room)}`)
  const line = (name: string, x: string, y: string, z: string) =>
    `${fit(name)}${x.padStart(13)}${y.padStart(13)}${z.padStart(13)}`.trimEnd()
  const lines = [line('ink by function', 'yours', otherName, 'difference')]
  for (const row of rows.slice(0, limit))
    lines.push(line(row.name, integer(row.left), integer(row.right), signed(row.gap)))
  if (rows.length > limit) lines.push(`... ${rows.length - limit} more`)
  lines.push(line(sum.name, integer(sum.left), integer(sum.right), signed(sum.gap)))
  return lines
}

/** What one call spends, without another beside it. */
export function spendingLines(
  metric: Pick<Metric, 'functions' | 'hostCalls'>,
  style: Style,
  limit = 6,
): string[] {
  const rows = [...spending(metric)].sort(([, a], [, b]) => b - a)
  const total = rows.reduce((sum, [, value]) => sum + value, 0)
  return rows.slice(0, limit).flatMap(([name, value]) => {
    const share = `${integer(value)}  ${String(Math.round((value / total) * 100)).padStart(3)} %`
    return ends(style, `      ${name}`, share)
  })
}

/** `last     1,310,002  1,204,551  983,684`: oldest first. */
export function historyLine(values: number[], style: Style): string[] {
  if (values.length === 0) return []
  return wrap(`last ${values.length}   ${values.map((value) => integer(value)).join('  ')}`, style.width, 6)
}

export const isOver = (budget: JudgedBudget) => budget.state === 'over'
