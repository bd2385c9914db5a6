/**
 * Reads the task regions of a master file (grammar: spec labs.md section 3).
 *
 * A master is the answer file with the answer in it. `#region task-5-2` ... `#endregion task-5-2`
 * holds the answer, the comment lines that start with `//|` right after it are the starter's stub.
 * `keep-` regions stay as they are; a line with `lab:drop` exists for the author only.
 */

export type RegionErrorReason =
  | 'nested'
  | 'unclosed'
  | 'unopened'
  | 'duplicate'
  | 'stub-less'
  | 'stray-stub'
  | 'bad-name'

/** A master that cannot be split. `line` counts from 1. */
export class RegionError extends Error {
  readonly reason: RegionErrorReason
  readonly file: string
  readonly line: number

  constructor(reason: RegionErrorReason, file: string, line: number, message: string) {
    super(`${file}:${line}: ${message}`)
    this.name = 'RegionError'
    this.reason = reason
    this.file = file
    this.line = line
  }
}

export interface TextPart {
  kind: 'text'
  lines: string[]
}

export interface TaskPart {
  kind: 'task'
  /** `5.2` */
  task: string
  /** Line of the `#region` marker, from 1. */
  line: number
  open: string
  close: string
  /** The author's lines between the markers. */
  answer: string[]
  /** Stub lines, already without their `//|` prefix. */
  stub: string[]
}

export interface Master {
  file: string
  parts: (TextPart | TaskPart)[]
  /** Tasks in order of appearance. */
  tasks: string[]
}

const REGION = /^\s*(?:\/\/|#|<!--|\/\*)?\s*#?(region|endregion)\b\s*([\w-]*)\s*(?:-->|\*\/)?\s*$/
const STUB = /^\s*(?:\/\/|#|<!--)\| ?(.*?)\s*(?:-->)?$/
const TASK_NAME = /^task-(\d+)-(\d+)$/

/** `5.2` to `task-5-2`: VitePress takes what follows a dot for a file extension. */
export function regionName(task: string): string {
  return `task-${task.replace('.', '-')}`
}

function marker(line: string): { kind: 'region' | 'endregion'; name: string } | undefined {
  // A marker needs a comment sign or a hash before the word, else `region` would match prose and code.
  if (!/^\s*(?:\/\/|#|<!--|\/\*)/.test(line)) return undefined
  const match = REGION.exec(line)
  if (match === null) return undefined
  return { kind: match[1] as 'region' | 'endregion', name: match[2] ?? '' }
}

/** Splits a text into lines without their ends; CRLF and LF are both accepted. */
export function splitLines(text: string): string[] {
  return text.split(/\r\n|\n/)
}

/**
 * Parses a master.
 * @throws RegionError naming the file and the line of the first mistake.
 */
export function parseMaster(text: string, file: string): Master {
  const lines = splitLines(text)
  const parts: (TextPart | TaskPart)[] = []
  const seen = new Map<string, number>()
  let plain: string[] = []
  let openTask: { task: string; line: number; open: string; answer: string[] } | undefined
  let openKeep: { name: string; line: number } | undefined

  const flush = () => {
    if (plain.length > 0) parts.push({ kind: 'text', lines: plain })
    plain = []
  }

  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as string
    const number = index + 1
    const found = marker(line)

    if (found?.kind === 'region') {
      const open = openTask !== undefined ? regionName(openTask.task) : openKeep?.name
      if (open !== undefined) {
        throw new RegionError(
          'nested',
          file,
          number,
          `region ${found.name} begins inside region ${open}; regions do not nest`,
        )
      }
      const before = seen.get(found.name)
      if (before !== undefined) {
        throw new RegionError(
          'duplicate',
          file,
          number,
          `region ${found.name} was already used on line ${before}`,
        )
      }
      seen.set(found.name, number)
      const task = TASK_NAME.exec(found.name)
      if (task !== null) {
        flush()
        openTask = { task: `${task[1]}.${task[2]}`, line: number, open: line, answer: [] }
      } else if (found.name.startsWith('keep-')) {
        openKeep = { name: found.name, line: number }
        plain.push(line)
      } else {
        throw new RegionError(
          'bad-name',
          file,
          number,
          `region '${found.name}' must be called task-N-M or keep-NAME`,
        )
      }
      continue
    }

    if (found?.kind === 'endregion') {
      if (openKeep !== undefined) {
        if (found.name !== '' && found.name !== openKeep.name) {
          throw new RegionError(
            'unopened',
            file,
            number,
            `endregion ${found.name} closes region ${openKeep.name}`,
          )
        }
        openKeep = undefined
        plain.push(line)
        continue
      }
      if (openTask === undefined) {
        throw new RegionError('unopened', file, number, `endregion ${found.name} has no region before it`)
      }
      const name = regionName(openTask.task)
      if (found.name !== '' && found.name !== name) {
        throw new RegionError('unopened', file, number, `endregion ${found.name} closes region ${name}`)
      }
      const stub: string[] = []
      while (index + 1 < lines.length) {
        const match = STUB.exec(lines[index + 1] as string)
        if (match === null) break
        stub.push(match[1] as string)
        index++
      }
      if (stub.length === 0) {
        throw new RegionError(
          'stub-less',
          file,
          number,
          `region ${name} has no stub: put //| lines right after it`,
        )
      }
      parts.push({ kind: 'task', ...openTask, close: line, stub })
      openTask = undefined
      continue
    }

    if (openTask !== undefined) {
      openTask.answer.push(line)
    } else if (STUB.test(line)) {
      throw new RegionError(
        'stray-stub',
        file,
        number,
        'a //| line must stand right after the endregion of a task',
      )
    } else {
      plain.push(line)
    }
  }

  const unclosed =
    openTask !== undefined ? { name: regionName(openTask.task), line: openTask.line } : openKeep
  if (unclosed !== undefined) {
    throw new RegionError('unclosed', file, unclosed.line, `region ${unclosed.name} is never closed`)
  }
  flush()
  return { file, parts, tasks: parts.flatMap((part) => (part.kind === 'task' ? [part.task] : [])) }
}
