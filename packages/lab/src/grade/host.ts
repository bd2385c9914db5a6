import { fork } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildEvents, buildContract } from '../build/artefact.ts'
import type { EngineChoice } from '../engine/choose.ts'
import { FaultError, InterruptedError, type LabError, reviveError, serializeError } from '../errors.ts'
import { locateTask } from '../regions/locate.ts'
import { findStubs } from '../regions/stubs.ts'
import type { Build, LabManifest } from '../types.ts'
import { shown, type Workspace, withoutRoot } from '../workspace.ts'
import type { ChildInput, FromChild, ToChild } from './protocol.ts'
import { readSignatures } from './read-signatures.ts'
import type { CheckResult, Grading } from './results.ts'
import type { ArtefactProvider } from './session.ts'

export interface GradeOptions {
  ws: Workspace
  manifest: LabManifest
  /** Folder that is graded: the learner's own or an overlay. */
  dir: string
  seed: number
  engine: EngineChoice
  onlyTask?: string
  onlyCase?: number
  noWait: boolean
  /** Take the signature of what is graded, for authors. */
  survey?: boolean
  /** Where artefacts come from; cargo unless a test brings its own. */
  artefact?: ArtefactProvider
  build: BuildEvents
  signal?: AbortSignal
  /** Told when the process begins with a check or an artefact. */
  onActivity?: (text: string) => void
  /** Filled as results come; the same object is returned. */
  into?: GradeOutcome
  /** Each result as it comes. */
  onResult?: (result: CheckResult) => void
}

export interface GradeOutcome extends Grading {
  /** All checks of the lab, also those that did not run. */
  checks: { id: string; name: string; task: string; required: boolean }[]
  /** What ended the run early: exit 3, 4 or 5. */
  error?: LabError
  rustc?: string
  warnings: string[]
}

/** Heap of the grading process. */
const MEMORY_MB = 1_536

/** Milliseconds a check may take; building is not counted. */
export function timeLimit(choice: EngineChoice): number {
  const own = Number(process.env.LAB_TIME_LIMIT)
  if (Number.isFinite(own) && own > 0) return own
  return choice.kind === 'embedded' ? 30_000 : 120_000
}

/** Stubs and places of the tasks, read from the variant's source. */
export async function surveyTasks(
  ws: Workspace,
  manifest: LabManifest,
  dir: string,
): Promise<{ stubs: Map<string, string>; where: Map<string, string> }> {
  const stubs = new Map<string, string>()
  const where = new Map<string, string>()
  const { parseMaster } = await import('../regions/parse.ts')
  for (const file of manifest.answerFiles) {
    const path = join(dir, file)
    if (!existsSync(path)) continue
    const source = readFileSync(path, 'utf8')
    for (const stub of findStubs(source, file)) {
      if (!stubs.has(stub.task)) stubs.set(stub.task, `${shown(ws, path)}:${stub.line}`)
    }
    const masterPath = join(ws.solutions, manifest.id, file)
    let master: ReturnType<typeof parseMaster> | undefined
    try {
      if (existsSync(masterPath)) master = parseMaster(readFileSync(masterPath, 'utf8'), masterPath)
    } catch {
      // a broken master costs line numbers only
    }
    for (const task of manifest.tasks) {
      if (task.file !== file) continue
      const place = master === undefined ? undefined : locateTask(master, task.id, source)
      where.set(task.id, `${shown(ws, path)}${place === undefined ? '' : `:${place.start}`}`)
    }
  }
  return { stubs, where }
}

/** Builds that must be there before the first check: a contract that can't be judged ends the run at once. */
function preloadOf(manifest: LabManifest, onlyTask: string | undefined): Exclude<Build, 'prebuilt'>[] {
  if (manifest.contract === undefined || manifest.prebuilt !== undefined) return []
  const task = manifest.tasks.find((candidate) => candidate.id === onlyTask)
  return task === undefined || task.file.startsWith('contract/') ? ['plain'] : []
}

/**
 * Grades one variant of a lab: builds in this process, checks in a process that may be ended at any time.
 * Never throws for what the learner did; `error` tells what ended the run early.
 */
export async function grade(options: GradeOptions): Promise<GradeOutcome> {
  const { ws, manifest, dir } = options
  const outcome: GradeOutcome = options.into ?? {
    results: [],
    metrics: [],
    notes: [],
    programs: [],
    checks: [],
    warnings: [],
  }
  const { stubs, where } = await surveyTasks(ws, manifest, dir)

  const artefact = async (build: Exclude<Build, 'prebuilt'>): Promise<string> => {
    if (options.artefact !== undefined) return options.artefact(build)
    const built = await buildContract(ws, manifest, dir, build, { ...options.build, signal: options.signal })
    outcome.rustc = built.rustc
    for (const warning of built.warnings)
      if (!outcome.warnings.includes(warning)) outcome.warnings.push(warning)
    return built.path
  }
  const preload = preloadOf(manifest, options.onlyTask)
  try {
    for (const build of preload) await artefact(build)
  } catch (error) {
    outcome.error = reviveError(serializeError(error))
    return outcome
  }

  const limit = timeLimit(options.engine)
  // Each round is one process; another begins only after one that had to be ended.
  for (let round = 0; round < 100; round++) {
    const input: ChildInput = {
      root: ws.root,
      dir,
      seed: options.seed,
      onlyCase: options.onlyCase,
      onlyTask: options.onlyTask,
      noWait: options.noWait,
      engine: options.engine,
      stubs: [...stubs],
      where: [...where],
      previous: outcome.results,
      metrics: outcome.metrics,
      preload,
      survey: options.survey,
      signatures: options.survey === true ? undefined : readSignatures(ws, manifest.id),
    }
    const end = await runProcess(input, outcome, { ...options, limit, artefact, where })
    if (end === 'done') return outcome
    if (end === 'next') continue
    outcome.error = end
    return outcome
  }
  outcome.error = new FaultError('too many grading processes had to be ended')
  return outcome
}

type End = 'done' | 'next' | LabError

function runProcess(
  input: ChildInput,
  outcome: GradeOutcome,
  options: GradeOptions & {
    limit: number
    artefact(build: Exclude<Build, 'prebuilt'>): Promise<string>
    where: Map<string, string>
  },
): Promise<End> {
  const { ws } = options
  return new Promise((resolve) => {
    const child = fork(fileURLToPath(new URL('./child.ts', import.meta.url)), [], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${MEMORY_MB}`, '--no-warnings'],
      env: { ...process.env, FORCE_COLOR: '0', NODE_OPTIONS: '' },
    })
    let current: { id: string; began: number; output: string } | undefined
    /** Last check that this process finished. */
    let ended: string | undefined
    let activity = 'start'
    let timer: NodeJS.Timeout | undefined
    let settled = false

    const settle = (end: End) => {
      if (settled) return
      settled = true
      clearTimeout(timer)
      options.signal?.removeEventListener('abort', onAbort)
      if (child.exitCode !== null || child.signalCode !== null) return resolve(end)
      child.once('exit', () => resolve(end))
      child.kill('SIGKILL')
    }
    const onAbort = () => settle(new InterruptedError())
    options.signal?.addEventListener('abort', onAbort, { once: true })
    if (options.signal?.aborted === true) onAbort()

    /** Records the check at work as failed and lets another process go on with the rest. */
    const give = (reason: 'timeout' | 'crash', message: string): End => {
      const check = outcome.checks.find((candidate) => candidate.id === current?.id)
      if (current === undefined || check === undefined) return new FaultError(message)
      const result: CheckResult = {
        ...check,
        status: 'fail',
        reason,
        message,
        where: options.where.get(check.task),
        duration: Math.round(performance.now() - current.began),
        ...(current.output === '' ? {} : { output: current.output }),
      }
      outcome.results.push(result)
      options.onResult?.(result)
      return 'next'
    }
    const watch = () => {
      clearTimeout(timer)
      // Between checks the engine starts or a contract is activated: a wider limit, and never none.
      const limit = current === undefined ? options.limit + 60_000 : options.limit
      timer = setTimeout(() => {
        if (settled) return
        const seconds = (limit / 1000).toLocaleString('en-US')
        settle(give('timeout', `not finished after ${seconds} s; the last thing it did: ${activity}`))
      }, limit)
    }
    watch()

    child.on('message', (message: FromChild) => {
      if (settled) return
      switch (message.type) {
        case 'engine':
          outcome.engine = message.engine
          break
        case 'checks':
          outcome.checks = message.list
          break
        case 'start':
          current = { id: message.id, began: performance.now(), output: '' }
          activity = `check ${message.id}`
          options.onActivity?.(`check ${message.id}`)
          watch()
          break
        case 'activity':
          activity = message.text
          break
        case 'output':
          if (current !== undefined && current.output.length < 500)
            current.output = (current.output + message.text).slice(0, 500)
          break
        case 'crash':
          // A promise that nobody awaits may fail after its check has ended: it is that check's all the same.
          if (current === undefined && ended !== undefined) {
            outcome.results = outcome.results.filter((result) => result.id !== ended)
            current = { id: ended, began: performance.now(), output: '' }
          }
          settle(
            give(
              'crash',
              `an error nobody caught ended the check: ${withoutRoot(ws, message.message.split('\n')[0] as string)}`,
            ),
          )
          break
        case 'artefact':
          clearTimeout(timer)
          options
            .artefact(message.build)
            .then(
              (path): ToChild => ({ type: 'artefact', build: message.build, path }),
              (error): ToChild => ({ type: 'artefact', build: message.build, error: serializeError(error) }),
            )
            .then((answer) => {
              if (settled) return
              watch()
              child.send(answer)
            })
          break
        case 'end': {
          const result = message.result
          if (current?.id === result.id && current.output !== '')
            result.output = withoutRoot(ws, current.output)
          if (result.message !== undefined) result.message = withoutRoot(ws, result.message)
          current = undefined
          ended = result.id
          outcome.results.push(result)
          options.onResult?.(result)
          watch()
          break
        }
        case 'metric':
          outcome.metrics.push(message.metric)
          break
        case 'note':
          outcome.notes.push(message.note)
          break
        case 'program':
          outcome.programs = [
            ...outcome.programs.filter((facts) => facts.build !== message.facts.build),
            message.facts,
          ]
          break
        case 'done':
          settle('done')
          break
        case 'failed':
          settle(reviveError(message.error))
          break
      }
    })
    child.on('error', (error) =>
      settle(new FaultError(`the grading process did not start: ${error.message}`, { cause: error })),
    )
    child.on('exit', (code, signal) => {
      if (settled) return
      if (signal === 'SIGABRT' || code === 134 || code === 5)
        settle(give('crash', `your code used more memory than a check may (${MEMORY_MB} MB)`))
      else
        settle(give('crash', `your code ended the process (code ${code ?? signal}); leave out process.exit`))
    })
    child.send({ type: 'input', input } satisfies ToChild)
  })
}
