import { randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EXIT, UsageError } from '../errors.ts'
import { type JudgedBudget, judgeBudgets, type Metric } from '../grade/results.ts'
import { loadManifest, selectLab } from '../labs.ts'
import { historyLine, isOver, type Marks, markLines, spendingLines, spendingTable } from '../output/golf.ts'
import { budgetLines, headLines, renderOutcome } from '../output/render.ts'
import { wrap } from '../output/style.ts'
import { boardBest } from '../report/board-best.ts'
import { atomicWrite } from '../state/atomic-write.ts'
import { labProgress } from '../state/progress.ts'
import type { LabManifest } from '../types.ts'
import type { CommandContext } from './context.ts'
import { allManifests, currentLab } from './current.ts'
import { answersAreRight, type GradedLab, gradeLab } from './grade-lab.ts'
import { loadProgress } from './load-progress.ts'

/** What is kept of a best figure, so that a later run can be laid beside it. */
type BestFigures = Record<string, Metric>

/**
 * `lab golf [3] [--vs ref|best]`: what the contract costs, where, and beside what. Correct before cheap: the
 * cost counts only after inputs of a seed nobody knew before agree with the reference, and accuracy holds.
 */
export async function run(context: CommandContext): Promise<number> {
  const { ws, args, out, err, style } = context
  const { flags } = args
  const selection = args.words[0] === undefined ? undefined : selectLab(ws, args.words[0])
  const before = loadProgress(context)
  const manifest =
    selection === undefined
      ? currentLab((await allManifests(ws)).manifests, before)
      : await loadManifest(ws, join(ws.labs, selection.lab))
  if (manifest.budgets.length === 0) {
    throw new UsageError(`lab ${manifest.number} has no budgets, so there is nothing to play for`, {
      remedy: 'see which labs there are: npm run lab:list',
    })
  }
  const best = readBest(context, manifest)
  if (flags.vs === 'best' && Object.keys(best).length === 0) {
    throw new UsageError('there is no best of yours yet', { remedy: `npm run lab:golf ${manifest.number}` })
  }
  const seed = flags.seed ?? randomInt(1_000, 1_000_000)
  const say = flags.json ? err : out
  say(`Measuring lab ${manifest.number} on inputs of seed ${seed} ...`)

  const dir = join(ws.labs, manifest.id)
  const job = { manifest, seed, extra: [], quiet: true }
  const mine = await gradeLab(context, { ...job, dir, own: true, figuresOnly: true })
  if (mine.outcome.error !== undefined || !answersAreRight(mine.outcome))
    return notCounted(context, manifest, mine, seed)

  let other: { name: string; metrics: Metric[] } | undefined
  if (flags.vs === 'ref') {
    const { makeOverlay } = await import('../build/overlay.ts')
    say('Measuring the reference ...')
    const reference = await gradeLab(context, {
      ...job,
      dir: makeOverlay(ws, manifest, 'solution'),
      own: false,
    })
    other = { name: 'reference', metrics: reference.outcome.metrics }
  } else if (flags.vs === 'best') {
    other = { name: 'your best', metrics: Object.values(best) }
  }
  const progress = labProgress(loadProgress(context), manifest.id)
  const record = boardBest(ws, manifest.id)
  const budgets = judgeBudgets(manifest.budgets, mine.outcome.metrics)
  const rows = budgets
    .filter((budget) => budget.value !== undefined)
    .map((budget) => ({
      budget,
      metric: mine.outcome.metrics.find((metric) => metric.id === budget.id) as Metric,
      marks: marksOf(budget, progress.best[budget.id], record[budget.id]),
      history: progress.history[budget.id] ?? [],
    }))
  keepBest(
    context,
    manifest,
    best,
    rows.map((row) => row.metric),
  )
  const over = budgets.some(isOver)
  if (flags.json) {
    const body = rows.map(({ budget, metric, marks, history }) => ({
      id: budget.id,
      unit: budget.unit,
      status: budget.state === 'over' ? 'fail' : 'pass',
      marks,
      history,
      call: metric.call ?? null,
      parts: metric.parts ?? null,
      functions: metric.functions ?? null,
      hostCalls: metric.hostCalls ?? null,
      versus: other?.metrics.find((candidate) => candidate.id === budget.id) ?? null,
    }))
    const doc = {
      schema: 'lab-golf/1',
      lab: manifest.id,
      seed,
      counted: true,
      vs: flags.vs ?? null,
      metrics: body,
    }
    out(JSON.stringify(doc, null, 2))
    return over ? EXIT.fail : EXIT.pass
  }

  for (const line of headLines({ manifest, seed, outcome: mine.outcome }, style)) out(line)
  for (const line of wrap(
    'Right on inputs that nobody saw before, and accurate enough: the cost counts.',
    style.width,
  ))
    out(line)
  for (const { budget, metric, marks, history } of rows) {
    out('')
    const last: Record<string, number> = { ...before.labs[manifest.id]?.last }
    for (const line of budgetLines(budget, { last, outcome: mine.outcome }, style)) out(line)
    for (const line of wrap(
      `${budget.title}${metric.call === undefined ? '' : `: ${metric.call}`}`,
      style.width,
      6,
    ))
      out(line)
    for (const line of markLines(marks, { par: 'the reference' })) out(line)
    for (const line of historyLine(history, style)) out(line)
    if (metric.functions === undefined || budget.unit !== 'ink') continue
    const beside = other?.metrics.find((candidate) => candidate.id === budget.id)
    out('')
    if (other !== undefined && beside !== undefined) {
      for (const line of spendingTable(metric, beside, other.name, style)) out(line)
      if (beside.call !== metric.call)
        for (const line of wrap(`${other.name}: ${beside.call}`, style.width)) out(line)
    } else {
      for (const line of spendingLines(metric, style)) out(line)
    }
  }
  out('')
  for (const line of wrap(
    'Rank: right and accurate enough first, then ink of the worst path, then bytes of code.',
    style.width,
  ))
    out(line)
  if (other === undefined) out(`by function: npm run lab -- golf ${manifest.number} --vs ref`)
  return over ? EXIT.fail : EXIT.pass
}

/** A wrong answer has no cost: says what is wrong, in the usual way. */
function notCounted(context: CommandContext, manifest: LabManifest, mine: GradedLab, seed: number): number {
  const { out, style, args } = context
  if (args.flags.json) {
    out(
      JSON.stringify(
        { schema: 'lab-golf/1', lab: manifest.id, seed, counted: false, report: mine.report },
        null,
        2,
      ),
    )
    return mine.code
  }
  const input = {
    manifest,
    outcome: mine.outcome,
    seed,
    extra: [],
    hintsUsed: 0,
    last: {},
    passed: false,
  }
  for (const line of renderOutcome(input, style)) out(line)
  out('')
  out('Nothing was counted: first every answer has to be right, then it may be cheap.')
  return mine.code
}

/** The best is the lowest known: the learner's own, the leaderboard's, or what the lab says. */
function marksOf(budget: JudgedBudget, own: number | undefined, record: number | undefined): Marks {
  const bests = [own, record, budget.best].filter((value) => value !== undefined)
  return {
    yours: budget.value as number,
    ...(bests.length === 0 ? {} : { best: Math.min(...bests) }),
    par: budget.par,
    budget: budget.budget,
    ...(budget.naive === undefined ? {} : { naive: budget.naive }),
  }
}

const bestPath = (context: CommandContext, manifest: LabManifest) =>
  join(context.ws.state, 'best', `${manifest.id}.json`)

function readBest(context: CommandContext, manifest: LabManifest): BestFigures {
  try {
    const data = JSON.parse(readFileSync(bestPath(context, manifest), 'utf8')) as { metrics?: unknown }
    return typeof data.metrics === 'object' && data.metrics !== null ? (data.metrics as BestFigures) : {}
  } catch {
    return {}
  }
}

function keepBest(
  context: CommandContext,
  manifest: LabManifest,
  best: BestFigures,
  metrics: Metric[],
): void {
  const next = { ...best }
  for (const metric of metrics) {
    const old = best[metric.id]
    if (old === undefined || metric.value <= old.value) next[metric.id] = metric
  }
  try {
    atomicWrite(
      bestPath(context, manifest),
      `${JSON.stringify({ schema: 'lab-best/1', metrics: next }, null, 2)}\n`,
    )
  } catch {
    context.err('warning: your best could not be kept in .lab/best')
  }
}
