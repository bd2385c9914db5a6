import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chooseEngine } from '../engine/choose.ts'
import { EXIT, FaultError, InterruptedError, UsageError } from '../errors.ts'
import type { GradeOutcome } from '../grade/host.ts'
import { judgeBudgets } from '../grade/results.ts'
import { checkFilesPresent, labFolders, loadManifest, requireTask, selectLab } from '../labs.ts'
import { renderOutcome, shorten, taskLines } from '../output/render.ts'
import { streamOutcome } from '../output/stream.ts'
import { parseMaster } from '../regions/parse.ts'
import { renderStarter } from '../regions/render.ts'
import { atomicWrite } from '../state/atomic-write.ts'
import { labProgress, noteContent, type Progress, taskProgress, writeProgress } from '../state/progress.ts'
import type { LabManifest } from '../types.ts'
import { withoutRoot } from '../workspace.ts'
import type { CommandContext } from './context.ts'
import { allManifests, currentLab, nextStep } from './current.ts'
import { loadProgress } from './load-progress.ts'

/** Fixed unless `--seed` is given, so that two people see the same cases. */
export const DEFAULT_SEED = 7

const LINE_LIMIT = 40

/** `lab check [3|3.2]`: builds, deploys and grades; exit codes of spec labs.md 2.2. */
export async function run(context: CommandContext): Promise<number> {
  const { ws, args, out, err } = context
  const { flags } = args
  const word = args.words[0]
  if (flags.all && word !== undefined)
    throw new UsageError('name a lab or say --all, not both', { remedy: 'npm run lab -- check --all' })
  if (flags.case !== undefined && (word === undefined || !/^\d+\.\d+$/.test(word))) {
    throw new UsageError('--case needs a task', {
      remedy: `npm run lab -- check ${word ?? '1'}.1 --case ${flags.case}`,
    })
  }
  const say = flags.json ? err : out
  // First of all a sign of life: everything below may have to load or build something.
  say(
    flags.all
      ? 'Checking all labs ...'
      : `Checking ${word === undefined ? 'the current lab' : word.includes('.') ? `task ${word}` : `lab ${word}`} ...`,
  )

  const progress = loadProgress(context)
  const selections = flags.all
    ? labFolders(ws).map((lab) => ({ lab, task: undefined }))
    : word !== undefined
      ? [selectLab(ws, word)]
      : [{ lab: currentLab((await allManifests(ws)).manifests, progress).id, task: undefined }]

  const reports: unknown[] = []
  let exit: number = EXIT.pass
  for (const selection of selections) {
    const { code, report } = await checkOne(context, selection.lab, selection.task, progress)
    reports.push(report)
    exit = worse(exit, code)
    if (code === EXIT.interrupted) break
  }
  if (flags.json) out(JSON.stringify(flags.all ? reports : reports[0], null, 2))
  return exit
}

/** Of several labs the gravest code is the command's. */
export function worse(a: number, b: number): number {
  const order: number[] = [
    EXIT.pass,
    EXIT.fail,
    EXIT.submission,
    EXIT.environment,
    EXIT.fault,
    EXIT.interrupted,
  ]
  return order.indexOf(b) > order.indexOf(a) ? b : a
}

async function checkOne(
  context: CommandContext,
  folder: string,
  task: string | undefined,
  progress: Progress,
): Promise<{ code: number; report: unknown }> {
  const { ws, args, style, errStyle, stderr, out, env, signal } = context
  const { flags } = args
  const began = performance.now()
  const labDir = join(ws.labs, folder)
  const manifest = await loadManifest(ws, labDir)
  if (task !== undefined) requireTask(manifest, task)

  const variant = flags.variant ?? (flags.solution ? 'solution' : undefined)
  let dir = labDir
  if (variant === undefined) checkFilesPresent(ws, manifest, labDir)
  else {
    const { makeOverlay } = await import('../build/overlay.ts')
    dir = makeOverlay(ws, manifest, variant as 'solution')
    checkFilesPresent(ws, manifest, dir)
  }
  const extra = flags.solution ? ['--solution'] : variant !== undefined ? ['--variant', variant] : []
  if (flags.engine !== undefined) extra.push('--engine', flags.engine)

  const { grade } = await import('../grade/host.ts')
  const { buildProgress } = await import('../output/progress-line.ts')
  const line = buildProgress(stderr, errStyle)
  const seed = flags.seed ?? DEFAULT_SEED
  const stream = streamOutcome(out, style)
  const live: GradeOutcome = { results: [], metrics: [], notes: [], programs: [], checks: [], warnings: [] }
  const working = () => {
    if (!flags.json) stream.working({ manifest, onlyTask: task, seed, outcome: live })
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
      if (!flags.json) stream.grow({ manifest, onlyTask: task, seed, outcome: live })
    },
  })
  line.stop()
  if (signal.aborted) throw new InterruptedError()

  const code = judge(manifest, outcome, task)
  const passed = code === EXIT.pass
  const own = variant === undefined
  // Another command may have written while this one was grading.
  if (own) Object.assign(progress, loadProgress(context))
  const lab = labProgress(progress, manifest.id)
  const last = { ...lab.last }
  const { labContentHash } = await import('../content-hash.ts')
  const content = labContentHash(ws, manifest)
  if (own) {
    noteContent(lab, content)
    remember(manifest, outcome, progress, task)
    try {
      writeProgress(ws, progress)
    } catch (error) {
      context.err(
        `warning: .lab/progress.json was not written (${(error as Error).message.split(',')[0]}); the result below stands`,
      )
    }
  }
  const { manifests } = own && passed ? await allManifests(ws) : { manifests: [] }
  const next = own && passed ? nextStep(manifests, progress, manifest) : undefined
  const failedTask = taskLines(manifest, outcome, task).find(
    (candidate) => candidate.failure !== undefined,
  )?.id
  const hintsUsed = failedTask === undefined ? 0 : taskProgress(structuredClone(lab), failedTask).hints
  const input = { manifest, outcome, seed, onlyTask: task, extra, hintsUsed, last, passed, next }

  if (!flags.json) {
    let printed = 0
    const full = renderOutcome(input, { ...style, colour: false }, { full: true })
    const stored = store(context, full, outcome)
    const whole = renderOutcome(input, style)
    printed = whole.length
    stream.end(input, (lines) =>
      printed <= LINE_LIMIT
        ? lines
        : shorten(lines, Math.max(8, LINE_LIMIT - (printed - lines.length)), stored),
    )
  } else {
    store(context, renderOutcome(input, { ...style, colour: false }, { full: true }), outcome)
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
  return { code, report: JSON.parse(withoutRoot(ws, JSON.stringify(report))) as unknown }
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
  for (const metric of outcome.metrics) {
    lab.last[metric.id] = metric.value
    if (metric.unit === 'ratio') continue
    lab.best[metric.id] = Math.min(lab.best[metric.id] ?? Number.POSITIVE_INFINITY, metric.value)
  }
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
  if (path !== undefined) context.err(`report: ${withoutRoot(context.ws, path)}`)
}

function starterChanged(context: CommandContext, manifest: LabManifest): boolean {
  const { ws } = context
  try {
    return manifest.answerFiles.some((file) => {
      const mine = join(ws.labs, manifest.id, file)
      const master = join(ws.solutions, manifest.id, file)
      if (!existsSync(mine) || !existsSync(master)) return true
      return readFileSync(mine, 'utf8') !== starterText(master)
    })
  } catch {
    return true
  }
}

function starterText(master: string): string {
  return renderStarter(parseMaster(readFileSync(master, 'utf8'), master))
}
