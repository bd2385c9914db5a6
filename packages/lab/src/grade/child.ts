/**
 * The grading process: engine, checks and the learner's TypeScript. It is a process of its own so that a
 * learner's endless loop, `process.exit` or memory leak ends this one and never the grader. (A worker
 * thread would start faster, but one that is out of memory can't be ended: Node 26 collects garbage in it
 * for ever.)
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openEngine } from '../engine/open.ts'
import { reviveError, SubmissionError, serializeError } from '../errors.ts'
import { loadManifest } from '../labs.ts'
import type { Build, Check } from '../types.ts'
import { shown, workspace } from '../workspace.ts'
import type { ChildInput, FromChild, ToChild } from './protocol.ts'
import { runChecks } from './run-checks.ts'
import { createSession } from './session.ts'

const post = (message: FromChild) => {
  if (process.connected) process.send?.(message)
}

// On a terminal Ctrl-C reaches this process too; the grader decides what happens then.
process.on('SIGINT', () => undefined)
process.on('disconnect', () => process.exit(0))
process.on('uncaughtException', (error) => {
  post({ type: 'crash', message: String((error as Error | undefined)?.message ?? error) })
})

// What the learner's code prints belongs to the check at work; it goes the same way as the results, in order.
for (const stream of [process.stdout, process.stderr]) {
  stream.write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
    post({
      type: 'output',
      text: (typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk)).slice(0, 500),
    })
    const done = rest.find((item) => typeof item === 'function') as (() => void) | undefined
    done?.()
    return true
  }) as typeof stream.write
}

const waiting = new Map<string, { resolve(path: string): void; reject(error: Error): void }>()
process.on('message', (message: ToChild) => {
  if (message.type === 'input') {
    main(message.input).then(
      () => post({ type: 'done' }),
      (error) => post({ type: 'failed', error: serializeError(error) }),
    )
    return
  }
  const waiter = waiting.get(message.build)
  waiting.delete(message.build)
  if (message.error !== undefined) waiter?.reject(reviveError(message.error))
  else waiter?.resolve(message.path as string)
})

/** Loads the list of checks of a lab variant. */
async function loadChecks(dir: string, shownDir: string): Promise<Check[]> {
  const path = join(dir, 'checks.ts')
  const remedy = `restore it: git restore ${shownDir}/checks.ts`
  if (!existsSync(path)) throw new SubmissionError(`${shownDir}/checks.ts is missing`, { remedy })
  const module = (await import(pathToFileURL(path).href)) as { default?: Check[]; checks?: Check[] }
  const checks = module.checks ?? module.default
  if (!Array.isArray(checks))
    throw new SubmissionError(`${shownDir}/checks.ts exports no list called checks`, { remedy })
  return checks
}

async function main(input: ChildInput): Promise<void> {
  const ws = workspace(input.root)
  const shownDir = shown(ws, input.dir)
  const [manifest, checks, open] = await Promise.all([
    loadManifest(ws, input.dir),
    loadChecks(input.dir, shownDir),
    openEngine(input.engine),
  ])
  post({ type: 'engine', engine: open.engine })
  post({
    type: 'checks',
    list: checks.map((check) => ({
      id: check.id,
      name: check.name,
      task: check.task,
      required: check.required !== false,
    })),
  })
  const metrics = [...input.metrics]
  const session = createSession({
    manifest,
    dir: input.dir,
    shownDir,
    open,
    seed: input.seed,
    onlyCase: input.onlyCase,
    artefact: (build) =>
      new Promise((resolve, reject) => {
        waiting.set(build, { resolve, reject })
        post({ type: 'artefact', build })
      }),
    onActivity: (text) => post({ type: 'activity', text }),
    onProgram: (facts) => post({ type: 'program', facts }),
    onMetric: (metric) => {
      metrics.push(metric)
      post({ type: 'metric', metric })
    },
    onNote: (note) => post({ type: 'note', note }),
  })
  for (const build of input.preload) await session.contract(build as Build)
  const where = new Map(input.where)
  await runChecks({
    manifest,
    checks,
    session,
    dir: input.dir,
    stubs: new Map(input.stubs),
    onlyTask: input.onlyTask,
    noWait: input.noWait,
    whereIs: (task) => where.get(task),
    shown: (path) => shown(ws, path),
    previous: input.previous,
    metrics,
    inkExact: open.engine.inkExact,
    seed: input.seed,
    signatures: input.signatures,
    survey: input.survey,
    onStart: (check) => post({ type: 'start', id: check.id }),
    onEnd: (result) => post({ type: 'end', result }),
  })
  await open.close()
}
