import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chooseEngine } from '../engine/choose.ts'
import { EXIT, FaultError, InterruptedError } from '../errors.ts'
import type { GradeOutcome } from '../grade/host.ts'
import { judgeBudgets } from '../grade/results.ts'
import { checkFilesPresent } from '../labs.ts'
import { renderOutcome, shorten, taskLines } from '../output/render.ts'
import { streamOutcome } from '../output/stream.ts'
import { parseMaster, splitLines } from '../regions/parse.ts'
import { renderStarter } from '../regions/render.ts'
import { atomicWrite } from '../state/atomic-write.ts'
import { labProgress, noteContent, noteFigures, type Progress, taskProgress } from '../state/progress.ts'
import type { LabManifest } from '../types.ts'
import { withoutRoot } from '../workspace.ts'
import type { CommandContext } from './context.ts'
import { allManifests, nextStep } from './current.ts'
import { changeProgress, loadProgress } from './load-progress.ts'

const LINE_LIMIT = 40

export interface LabJob {
  manifest: LabManifest
  /** Folder that is graded: the learner's own, an overlay, or a copy. */
  dir: string
  task?: string
  /** The learner's own work: noted in the progress file. */
  own: boolean
  /** Note only what it costs, not tries and passes. */
  figuresOnly?: boolean
  /** A copy to practice in: another command grades it again. */
  practice?: boolean
  /** Flags that the command to run it again needs. */
  extra: string[]
  seed: number
  /** Print nothing; the caller shows the outcome in its own way. */
  quiet?: boolean
}

export interface GradedLab {
  code: number
  report: unknown
  outcome: GradeOutcome
  /** The first task that failed. */
  failedTask?: string
  content: string
}

/** Grades one lab, prints the result while it grows, notes it, and makes the report. */
export async function gradeLab(context: CommandContext, job: LabJob): Promise<GradedLab> {
  const { ws, args, style, errStyle, stderr, out, env, signal } = context
  const { manifest, dir, task, own, extra, seed } = job
  const { flags } = args
  const silent = flags.json || job.quiet === true
  const began = performance.now()
  checkFilesPresent(ws, manifest, dir)

  const { grade } = await import('../grade/host.ts')
  const { buildProgress } = await import('../output/progress-line.ts')
  const line = buildProgress(stderr, errStyle)
  const stream = streamOutcome(out, style)
  const live: GradeOutcome = { results: [], metrics: [], notes: [], programs: [], checks: [], warnings: [] }
  const working = () => {
    if (!silent) stream.working({ manifest, onlyTask: task, seed, outcome: live })
  }
  const outcome = await grade({
    ws,
    manifest,
    dir,
    seed,
    engine: chooseEngine(flags.engine, env),
    onlyTask: task,
    onlyCase: flags.case,
    noWait: flags.noWait,
    signal,
    into: live,
    artefact: context.artefact,
    build: {
      onSetUp: working,
      onStart: () => {
        working()
        line.start()
      },
      onWait: () => line.wait(),
      onProgress: (state) => line.update(state),
      onEnd: () => line.stop(),
    },
    onResult: () => {
      if (!silent) stream.grow({ manifest, onlyTask: task, seed, outcome: live })
    },
  })
  line.stop()
  if (signal.aborted) throw new InterruptedError()

  const code = judge(manifest, outcome, task)
  const passed = code === EXIT.pass
  const { labContentHash } = await import('../content-hash.ts')
  const content = labContentHash(ws, manifest)
  let last: Record<string, number> = {}
  const note = (progress: Progress) => {
    last = { ...labProgress(progress, manifest.id).last }
    noteContent(labProgress(progress, manifest.id), content)
    if (job.figuresOnly !== true) remember(manifest, outcome, progress, task)
    rememberFigures(manifest, outcome, progress)
  }
  const progress = own ? await changeProgress(context, note) : loadProgress(context)
  const lab = labProgress(progress, manifest.id)
  if (!own) last = { ...lab.last }
  const { manifests } = own && passed ? await allManifests(ws) : { manifests: [] }
  const next = own && passed ? nextStep(manifests, progress, manifest) : undefined
  const failedTask = taskLines(manifest, outcome, task).find(
    (candidate) => candidate.failure !== undefined,
  )?.id
  const hintsUsed = failedTask === undefined ? 0 : taskProgress(structuredClone(lab), failedTask).hints
  const rerun = job.practice === true ? 'npm run lab:practice' : undefined
  const input = { manifest, outcome, seed, onlyTask: task, extra, hintsUsed, last, passed, next, rerun }

  const stored = store(context, renderOutcome(input, { ...style, colour: false }, { full: true }), outcome)
  if (!silent) {
    const printed = renderOutcome(input, style).length
    stream.end(input, (lines) =>
      printed <= LINE_LIMIT
        ? lines
        : shorten(lines, Math.max(8, LINE_LIMIT - (printed - lines.length)), stored),
    )
  }
  if (code === EXIT.fault) await reportFault(context, outcome)

  const { makeReport } = await import('../output/report.ts')
  const report = makeReport({
    manifest,
    outcome,
    seed,
    onlyTask: task,
    extra,
    content,
    starterChanged: own ? starterChanged(context, manifest) : true,
    progress: { ...lab, last },
    duration: Math.round(performance.now() - began),
    status: passed ? 'pass' : code === EXIT.fail ? 'fail' : 'error',
    version: '0.1.0',
    next:
      next?.lab === undefined
        ? failedTask === undefined
          ? undefined
          : { lab: manifest.id, task: failedTask }
        : { lab: next.lab, task: next.task },
  })
  const clean = JSON.parse(withoutRoot(ws, JSON.stringify(report))) as unknown
  if (own && task === undefined && flags.case === undefined) {
    const { storeReport } = await import('../report/stored.ts')
    storeReport(ws, manifest.id, clean)
  }
  return {
    code,
    report: clean,
    outcome,
    failedTask,
    content,
  }
}

/** True where every required check that ran is right, whatever it costs. */
export function answersAreRight(outcome: GradeOutcome): boolean {
  return (
    outcome.error === undefined &&
    outcome.results.every(
      (result) => !result.required || result.status === 'pass' || result.reason === 'over-budget',
    )
  )
}

/** The exit code of a graded lab; a lab that judged nothing is our fault, never a pass. */
function judge(manifest: LabManifest, outcome: GradeOutcome, task: string | undefined): number {
  if (outcome.error !== undefined) return outcome.error.exitCode
  const required = outcome.results.filter((result) => result.required)
  if (required.some((result) => result.status === 'error')) return EXIT.fault
  if (required.some((result) => result.status !== 'pass')) return EXIT.fail
  const wanted = manifest.tasks.filter((candidate) => task === undefined || candidate.id === task)
  const unchecked = wanted.find((candidate) => !required.some((result) => result.task === candidate.id))
  if (unchecked !== undefined) {
    outcome.error = new FaultError(`no check judged task ${unchecked.id}`)
    return EXIT.fault
  }
  if (task === undefined) {
    const blind = judgeBudgets(manifest.budgets, outcome.metrics).find(
      (budget) =>
        budget.state === 'unmeasured' && !(budget.unit === 'ink' && outcome.engine?.inkExact === false),
    )
    if (blind !== undefined) {
      outcome.error = new FaultError(`no check measured ${blind.id}, which has a budget`)
      return EXIT.fault
    }
  }
  return EXIT.pass
}

function remember(
  manifest: LabManifest,
  outcome: GradeOutcome,
  progress: Progress,
  onlyTask: string | undefined,
): void {
  const lab = labProgress(progress, manifest.id)
  for (const line of taskLines(manifest, outcome, onlyTask)) {
    if (!['PASS', 'FAIL', 'OVER'].includes(line.word)) continue
    const state = taskProgress(lab, line.id)
    state.attempts++
    if (line.word === 'PASS') {
      state.status = 'pass'
      state.firstPass ??= new Date().toISOString()
    } else if (state.status !== 'stale') {
      state.status = 'fail'
    }
  }
}

function rememberFigures(manifest: LabManifest, outcome: GradeOutcome, progress: Progress): void {
  const lab = labProgress(progress, manifest.id)
  for (const metric of outcome.metrics) lab.last[metric.id] = metric.value
  // Correct before cheap: what a wrong answer costs is no record.
  if (!answersAreRight(outcome)) return
  const costs = outcome.metrics.filter((metric) => metric.unit !== 'ratio')
  noteFigures(lab, Object.fromEntries(costs.map((metric) => [metric.id, metric.value])))
}

/** Keeps the full output in `.lab/last.txt`; a disk that is full costs only that. */
function store(context: CommandContext, lines: string[], outcome: GradeOutcome): string {
  const printed = outcome.results.flatMap((result) =>
    result.output === undefined ? [] : [`-- printed by ${result.id}`, result.output],
  )
  const warnings = outcome.warnings.length === 0 ? [] : ['', ...outcome.warnings]
  try {
    atomicWrite(
      join(context.ws.state, 'last.txt'),
      withoutRoot(context.ws, `${[...lines, ...printed, ...warnings].join('\n')}\n`),
    )
  } catch {
    // nothing to add: the terminal has what matters
  }
  return '.lab/last.txt'
}

async function reportFault(context: CommandContext, outcome: GradeOutcome): Promise<void> {
  const { writeFaultReport } = await import('../state/fault-report.ts')
  const faults = outcome.results.filter((result) => result.status === 'error')
  const more = faults.map((result) => `${result.id}: ${result.message}\n${result.stack ?? ''}`).join('\n\n')
  const path = writeFaultReport(
    context.ws,
    ['check', ...context.args.words],
    outcome.error ?? new Error('a check failed to run'),
    more,
  )
  context.err('This is a mistake of the grader or of the lab, not yours.')
  context.err(`report: ${path === undefined ? 'could not be written' : withoutRoot(context.ws, path)}`)
}

function starterChanged(context: CommandContext, manifest: LabManifest): boolean {
  const { ws } = context
  try {
    return manifest.answerFiles.some((file) => {
      const mine = join(ws.labs, manifest.id, file)
      const master = join(ws.solutions, manifest.id, file)
      if (!existsSync(mine) || !existsSync(master)) return true
      return splitLines(readFileSync(mine, 'utf8')).join('\n') !== starterText(master)
    })
  } catch {
    return true
  }
}

function starterText(master: string): string {
  return renderStarter(parseMaster(readFileSync(master, 'utf8'), master))
}
