import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { SubmissionError } from '../errors.ts'

/** The learner's file does not load, or its code threw. Status `fail`, never `error`. */
export class LearnerError extends Error {
  readonly reason: 'module' | 'threw'
  /** Absolute path and line, where known. */
  readonly place: { path: string; line?: number } | undefined

  constructor(
    reason: 'module' | 'threw',
    message: string,
    place?: { path: string; line?: number },
    cause?: unknown,
  ) {
    super(message, { cause })
    this.name = 'LearnerError'
    this.reason = reason
    this.place = place
  }
}

function toPath(raw: string): string {
  const clean = raw.split('?')[0] as string
  return clean.startsWith('file:') ? fileURLToPath(clean) : clean
}

/** The first frame of an error's stack that lies in one of the learner's files. */
export function learnerFrame(
  error: unknown,
  dir: string,
  files: string[],
): { path: string; line: number } | undefined {
  const stack = error instanceof Error ? error.stack : undefined
  if (stack === undefined) return undefined
  for (const match of stack.matchAll(
    /((?:file:\/\/|[/\\]|[A-Za-z]:[/\\])[^\s()]+?)(?:\?[^\s():]*)?:(\d+)(?::\d+)?(?=[\s)]|$)/g,
  )) {
    let path: string
    try {
      path = toPath(match[1] as string)
    } catch {
      continue
    }
    const file = path.startsWith(dir + sep)
      ? path
          .slice(dir.length + 1)
          .split(sep)
          .join('/')
      : undefined
    if (file !== undefined && files.includes(file)) return { path, line: Number(match[2]) }
  }
  return undefined
}

/**
 * Imports a file of a lab variant, fresh for its content. An export that is missing is told when it is used.
 * @throws LearnerError when the file does not load; SubmissionError (exit 4) when it is not there.
 */
export async function importLearnerModule(
  dir: string,
  file: string,
  answerFiles: string[],
  shownPath: string,
): Promise<unknown> {
  const path = join(dir, file)
  if (!existsSync(path)) {
    throw new SubmissionError(`${shownPath} is missing`, {
      remedy: 'get the starter back with `npm run lab:reset N` (N is the number of the lab)',
    })
  }
  const version = createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 12)
  let namespace: Record<string, unknown>
  try {
    namespace = (await import(/* @vite-ignore */ `${pathToFileURL(path).href}?v=${version}`)) as Record<
      string,
      unknown
    >
  } catch (error) {
    if (error instanceof Error && error.name === 'TodoError') throw error
    const frame = learnerFrame(error, dir, answerFiles) ?? { path }
    const text =
      error instanceof Error
        ? `${error.name}: ${(error.message.split('\n')[0] as string).replaceAll(dir, '.')}`
        : String(error)
    throw new LearnerError('module', `${file} does not load: ${text}`, frame, error)
  }
  return new Proxy(namespace, {
    get(target, name) {
      if (typeof name === 'symbol' || name === 'then' || name === 'toJSON' || name in target)
        return Reflect.get(target, name)
      throw new LearnerError('module', `${file} has no export called '${name}'`, { path })
    },
  })
}
