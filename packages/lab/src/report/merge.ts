import { type Progress, parseProgress } from '../state/progress.ts'
import { csvRow } from './csv.ts'
import type { LabReport } from './types.ts'

/** One learner's file: a progress file, or a report. */
export interface ClassFile {
  /** As the teacher named the file; stays on the teacher's machine. */
  name: string
  text: string
}

export interface ClassRow {
  learner: string
  lab: string
  task: string
  status: string
  attempts: number | null
  hints: number
  revealed: boolean
  firstPass: string | null
}

export interface ClassTable {
  schema: 'lab-class/1'
  learners: string[]
  rows: ClassRow[]
  /** How a task went: who passed it, and how many hints those who opened it used. */
  tasks: {
    lab: string
    task: string
    passed: number
    of: number
    stale: number
    hints: number
    revealed: number
  }[]
  /** Lowest figures by learner, lab and metric. */
  figures: { learner: string; lab: string; metric: string; best: number }[]
  /** Files that are neither. */
  unreadable: { file: string; why: string }[]
}

/**
 * Puts the files of a class together. Files that can't be read are named, and the rest still counts.
 *
 * @param contents content hashes of the labs here: a pass of another content is `stale`
 * @param pseudonyms `learner-01` instead of the file's name, in an order that says nothing
 */
export function mergeClass(
  files: ClassFile[],
  options: {
    contents?: Record<string, string>
    pseudonyms?: boolean
    shuffle?: (count: number) => number[]
  } = {},
): ClassTable {
  const table: ClassTable = {
    schema: 'lab-class/1',
    learners: [],
    rows: [],
    tasks: [],
    figures: [],
    unreadable: [],
  }
  const readable: { name: string; progress: Progress }[] = []
  for (const { name, text } of files) {
    try {
      readable.push({ name, progress: progressOf(text) })
    } catch (error) {
      table.unreadable.push({ file: name, why: (error as Error).message })
    }
  }
  const order =
    options.pseudonyms === true ? (options.shuffle ?? shuffled)(readable.length) : readable.map((_, i) => i)
  const width = String(readable.length).length
  const known = new Map<string, number>()
  for (const [position, index] of order.entries()) {
    const { name, progress } = readable[index] as (typeof readable)[number]
    let learner =
      options.pseudonyms === true ? `learner-${String(position + 1).padStart(Math.max(2, width), '0')}` : name
    const times = (known.get(learner) ?? 0) + 1
    known.set(learner, times)
    if (times > 1) learner = `${learner} (${times})`
    table.learners.push(learner)
    for (const [lab, state] of Object.entries(progress.labs)) {
      const now = options.contents?.[lab]
      const old = now !== undefined && state.content !== undefined && state.content !== now
      for (const [task, known] of Object.entries(state.tasks)) {
        table.rows.push({
          learner,
          lab,
          task,
          status: old && known.status === 'pass' ? 'stale' : known.status,
          attempts: known.attempts,
          hints: known.hints,
          revealed: known.revealed,
          firstPass: known.firstPass ?? null,
        })
      }
      for (const [metric, best] of Object.entries(state.best))
        table.figures.push({ learner, lab, metric, best })
    }
  }
  const compare = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true })
  table.rows.sort((a, b) => compare(a.learner, b.learner) || compare(a.lab, b.lab) || compare(a.task, b.task))
  table.learners.sort(compare)
  const groups = new Map<string, ClassRow[]>()
  for (const row of table.rows)
    groups.set(`${row.lab} ${row.task}`, [...(groups.get(`${row.lab} ${row.task}`) ?? []), row])
  for (const [key, rows] of [...groups].sort(([a], [b]) => compare(a, b))) {
    const [lab, task] = key.split(' ') as [string, string]
    const count = (test: (row: ClassRow) => boolean) => rows.filter(test).length
    table.tasks.push({
      lab,
      task,
      passed: count((row) => row.status === 'pass'),
      of: table.learners.length,
      stale: count((row) => row.status === 'stale'),
      hints: rows.reduce((sum, row) => sum + row.hints, 0),
      revealed: count((row) => row.revealed),
    })
  }
  return table
}

/** A progress file as it is; a report as the progress it shows. */
function progressOf(text: string): Progress {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    throw new Error('not JSON: cut off, or another kind of file')
  }
  const schema = (data as { schema?: unknown } | null)?.schema
  if (schema === 'lab-progress/1') return parseProgress(text)
  const reports = (Array.isArray(data) ? data : [data]) as LabReport[]
  if (reports.length === 0 || reports.some((report) => report?.schema !== 'lab-report/1'))
    throw new Error('neither lab-progress/1 nor lab-report/1')
  const labs = Object.fromEntries(
    reports.map((report) => [
      report.lab.id,
      {
        content: report.lab.content,
        tasks: Object.fromEntries(
          report.tasks.map((task) => [
            task.id,
            {
              status: task.status === 'pass' ? 'pass' : 'fail',
              attempts: 1,
              hints: task.hintsUsed,
              revealed: task.revealed,
            },
          ]),
        ),
        best: Object.fromEntries(
          report.metrics.flatMap(({ id, value, unit }) =>
            value === null || unit === 'ratio' || report.status !== 'pass' ? [] : [[id, value]],
          ),
        ),
        last: {},
      },
    ]),
  )
  return parseProgress(JSON.stringify({ schema: 'lab-progress/1', labs }))
}

function shuffled(count: number): number[] {
  const order = Array.from({ length: count }, (_, i) => i)
  for (let i = count - 1; i > 0; i--) {
    const j = crypto.getRandomValues(new Uint32Array(1))[0]! % (i + 1)
    ;[order[i], order[j]] = [order[j] as number, order[i] as number]
  }
  return order
}

/** A row a learner and task. */
export function classCsv(table: ClassTable): string {
  const head = ['learner', 'lab', 'task', 'status', 'attempts', 'hints', 'revealed', 'first_pass']
  const rows = table.rows.map((row) =>
    csvRow([
      row.learner,
      row.lab,
      row.task,
      row.status,
      row.attempts,
      row.hints,
      row.revealed,
      row.firstPass,
    ]),
  )
  return `${[csvRow(head), ...rows].join('\r\n')}\r\n`
}
