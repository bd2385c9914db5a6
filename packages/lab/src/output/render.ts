import type { GradeOutcome } from '../grade/host.ts'
import { type CheckResult, type JudgedBudget, judgeBudgets, type ProgramFacts } from '../grade/results.ts'
import { tasksToRun } from '../grade/tasks-to-run.ts'
import type { LabManifest } from '../types.ts'
import { ends, integer, type Paint, paint, printable, type Style, sign, wrap } from './style.ts'

export type TaskWord = 'WORK' | 'PASS' | 'FAIL' | 'WAIT' | 'SKIP' | 'OVER' | 'ERROR'

export interface TaskLine {
  id: string
  title: string
  word: TaskWord
  /** Right end of the line: `3 checks`, `needs 5.2`, `case 4 of 64`. */
  right: string
  /** The failure to show, when this task failed. */
  failure?: CheckResult
}

/** EIP-170; the figure of build/program.ts, which is too heavy to be imported here. */
const CODE_LIMIT = 24_576

const COLOURS: Record<TaskWord, Paint> = {
  WORK: 'blue',
  PASS: 'green',
  FAIL: 'red',
  OVER: 'red',
  ERROR: 'red',
  WAIT: 'yellow',
  SKIP: 'yellow',
}

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`

/** One line a task, in the manifest's order. */
export function taskLines(
  manifest: LabManifest,
  outcome: Pick<GradeOutcome, 'results' | 'checks'>,
  onlyTask?: string,
): TaskLine[] {
  const wanted = tasksToRun(manifest, onlyTask)
  return manifest.tasks
    .filter((task) => wanted.has(task.id))
    .map((task): TaskLine => {
      const results = outcome.results.filter((result) => result.task === task.id)
      const base = { id: task.id, title: task.title }
      const required = results.filter((result) => result.required)
      const error = required.find((result) => result.status === 'error')
      if (error !== undefined) return { ...base, word: 'ERROR', right: '', failure: error }
      const failure = required.find((result) => result.status === 'fail')
      if (failure !== undefined) {
        const right =
          failure.case !== undefined
            ? `case ${failure.case}${failure.cases === undefined ? '' : ` of ${failure.cases}`}`
            : ''
        return { ...base, word: failure.reason === 'over-budget' ? 'OVER' : 'FAIL', right, failure }
      }
      const waiting = required.find((result) => result.reason?.startsWith('needs '))
      if (waiting !== undefined) return { ...base, word: 'WAIT', right: waiting.reason as string }
      if (results.length === 0 || required.some((result) => result.status === 'skip'))
        return { ...base, word: 'SKIP', right: 'not run' }
      const planned = outcome.checks.filter((check) => check.task === task.id).length
      if (results.length < planned) {
        return { ...base, word: 'WAIT', right: `${results.length} of ${plural(planned, 'check')}` }
      }
      return { ...base, word: 'PASS', right: plural(results.length, 'check') }
    })
}

export interface RenderInput {
  manifest: LabManifest
  outcome: GradeOutcome
  seed: number
  /** Whether `--seed` was given: then the reproduce command repeats it anyway. */
  onlyTask?: string
  /** `--solution` or a variant: goes into the reproduce command. */
  extra: string[]
  /** Hints shown so far of the task that failed. */
  hintsUsed: number
  /** Instead of the command for one check. */
  rerun?: string
  /** Figures of the last run, for `was`. */
  last: Record<string, number>
  /** True when everything required passed and nothing ended the run early. */
  passed: boolean
  /** Said as the next step after PASS. */
  next?: { command: string; text: string }
}

export function engineText(
  input: { outcome: Pick<GradeOutcome, 'engine'>; seed: number },
  style: Style,
): string {
  const engine = input.outcome.engine
  const dot = sign(style, '·', '-')
  return `engine ${engine?.name ?? 'not started'} ${dot} seed ${input.seed}`
}

/** What stands above the tasks: lab and engine, and why another engine than the one asked for. */
export function headLines(
  input: Pick<RenderInput, 'manifest' | 'onlyTask' | 'seed' | 'outcome'>,
  style: Style,
): string[] {
  const lines = headerLine(input.manifest, input.onlyTask, engineText(input, style), style)
  const fallback = input.outcome.engine?.fallback
  return fallback === undefined ? lines : [...lines, ...wrap(printable(`NOTE  ${fallback}`), style.width, 6)]
}

export function headerLine(
  manifest: LabManifest,
  onlyTask: string | undefined,
  right: string,
  style: Style,
): string[] {
  const dot = sign(style, '·', '-')
  const task = manifest.tasks.find((candidate) => candidate.id === onlyTask)
  const left = `lab ${manifest.number} ${dot} ${manifest.title}${task === undefined ? '' : ` ${dot} task ${task.id} ${task.title}`}`
  return ends(style, left, right)
}

function field(name: string, text: string, style: Style): string[] {
  const lines = wrap(printable(text), style.width, 16)
  lines[0] = `      ${name.padEnd(10)}${(lines[0] as string).trimStart()}`
  return lines
}

/** The body of one failure: what was given, expected, got, how far off, and where. */
export function failureLines(failure: CheckResult, style: Style): string[] {
  const lines: string[] = []
  const add = (name: string, text: string | undefined) => {
    if (text !== undefined && text !== '') lines.push(...field(name, text, style))
  }
  // Over budget is told once, below the tasks.
  const showMessage =
    failure.message !== undefined &&
    failure.reason !== 'over-budget' &&
    !(failure.reason === 'wrong' && failure.expected !== undefined)
  add('check', failure.name)
  if (showMessage)
    add('reason', failure.reason === 'timeout' ? `timeout: ${failure.message}` : failure.message)
  add('input', failure.input)
  add(
    'expected',
    failure.expected === undefined
      ? undefined
      : `${failure.expected}${failure.oracle === undefined ? '' : `    (${failure.oracle})`}`,
  )
  add(
    'yours',
    failure.actual === undefined
      ? undefined
      : `${failure.actual}${failure.distance === undefined ? '' : `    ${failure.distance}`}`,
  )
  if (failure.actual === undefined) add('distance', failure.distance)
  add('layer', failure.layer)
  if (failure.diagnosis !== undefined) add('looks', `like ${failure.diagnosis.says}`)
  // A stub's message ends with its place.
  if (failure.reason !== 'stub') add('where', failure.where)
  if (failure.output !== undefined) {
    const printed = printable(failure.output).trim().split('\n')
    add(
      'printed',
      printed.slice(0, 3).join(' | ') + (printed.length > 3 ? ` | ... ${printed.length} lines` : ''),
    )
  }
  return lines
}

/** `npm run lab -- check 1.2 --seed 7 --case 4` */
export function reproduceCommand(failure: CheckResult, seed: number, extra: string[]): string {
  const parts = [`npm run lab -- check ${failure.task}`, `--seed ${seed}`]
  if (failure.case !== undefined) parts.push(`--case ${failure.case}`)
  return [...parts, ...extra].join(' ')
}

const PARTS: [string, string][] = [
  ['base', 'B'],
  ['calldata', 'C'],
  ['entry', 'E'],
  ['pages', 'P'],
  ['hostCalls', 'H'],
  ['instructions', 'I'],
]

const PART_WORDS: Readonly<Record<string, string>> = { hostCalls: 'host calls' }

/** The cost bar of the page in letters: `BBCCEEEEEEEHHIIIIIIII`, one letter a share of the whole. */
export function costBar(parts: Record<string, number>, cells = 32): string {
  const total = PARTS.reduce((sum, [name]) => sum + (parts[name] ?? 0), 0)
  if (total <= 0) return ''
  // Rounded at the borders, so that the bar is always `cells` long.
  let sum = 0
  let drawn = 0
  let bar = ''
  for (const [name, letter] of PARTS) {
    sum += parts[name] ?? 0
    const until = Math.round((sum / total) * cells)
    bar += letter.repeat(until - drawn)
    drawn = until
  }
  return bar
}

/** `storage 61 %  compute 30 %`: parts of a figure, largest first. */
function partsText(parts: Record<string, number>): string {
  const total = Object.values(parts).reduce((sum, value) => sum + value, 0)
  if (total <= 0) return ''
  return Object.entries(parts)
    .filter(([, value]) => value > 0)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 5)
    .map(([name, value]) => `${PART_WORDS[name] ?? name} ${Math.round((value / total) * 100)} %`)
    .join('  ')
}

/** `826,000 on instructions, 157,000 on host calls`: parts of a figure as amounts, largest first. */
function amountsText(parts: Record<string, number>): string {
  return Object.entries(parts)
    .filter(([, value]) => value > 0)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 5)
    .map(([name, value]) => `${integer(Math.round(value))} on ${PART_WORDS[name] ?? name}`)
    .join(', ')
}

export function budgetLines(
  budget: JudgedBudget,
  input: Pick<RenderInput, 'last' | 'outcome'>,
  style: Style,
): string[] {
  if (budget.state === 'unmeasured') {
    const reason =
      budget.unit === 'ink' && input.outcome.engine?.inkExact === false
        ? 'ink not available here'
        : 'not measured in this run'
    return [`SKIP  ${budget.id}  ${reason}`]
  }
  const value = budget.value as number
  const over = budget.state === 'over'
  const percent = over ? ` (+${Math.ceil(((value - budget.budget) / budget.budget) * 100)} %)` : ''
  const was = input.last[budget.id]
  const history = was !== undefined && was !== value ? `  was ${integer(was)}` : ''
  const word = over ? paint(style, 'red', 'OVER') : paint(style, 'green', 'PASS')
  const rest = `  ${budget.id}  ${integer(value)} of ${integer(budget.budget)} ${budget.unit}${percent}${history}  par ${integer(budget.par)}`
  const lines = wrap(rest.trimStart(), style.width, 6)
  lines[0] = `${word}  ${(lines[0] as string).trimStart()}`
  const parts = budget.parts === undefined ? {} : budget.parts
  const known = PARTS.some(([name]) => parts[name] !== undefined)
  if (known) lines.push(`      ${costBar(parts)}`)
  const text = partsText(parts)
  if (text !== '') lines.push(...wrap(text, style.width, 6))
  if (over && budget.parParts !== undefined) {
    if (text !== '') lines.push(...wrap(`yours spends          ${amountsText(parts)}`, style.width, 6))
    lines.push(...wrap(`the reference spends  ${amountsText(budget.parParts)}`, style.width, 6))
  }
  return lines
}

/** One task: its line, the notes of its checks, and the body of the failure when it is to be shown. */
export function taskBlock(
  task: TaskLine,
  outcome: GradeOutcome,
  style: Style,
  withFailure: boolean,
): string[] {
  const word = task.word.padEnd(5)
  const [first, ...more] = ends(style, `${word} ${task.id} ${task.title}`, task.right)
  const lines = [paint(style, COLOURS[task.word], word) + (first as string).slice(word.length), ...more]
  const own = new Set(outcome.results.filter((result) => result.task === task.id).map((result) => result.id))
  for (const note of outcome.notes)
    if (own.has(note.check)) lines.push(...wrap(printable(note.line), style.width, 6))
  if (task.failure !== undefined && withFailure) lines.push(...failureLines(task.failure, style))
  return lines
}

/** What stands below the tasks: figures, warnings, the early end, hint, reproduce command, summary. */
export function tailBlock(input: RenderInput, style: Style): string[] {
  const { manifest, outcome } = input
  const lines: string[] = []
  const tasks = taskLines(manifest, outcome, input.onlyTask)
  const failed = tasks.find((task) => task.failure !== undefined)
  // What was not measured is worth a line only where everything was run.
  const whole = input.passed && input.onlyTask === undefined
  for (const budget of judgeBudgets(manifest.budgets, outcome.metrics)) {
    if (budget.state !== 'unmeasured' || whole) lines.push(...budgetLines(budget, input, style))
  }
  const others = outcome.metrics.filter(
    (metric) => !manifest.budgets.some((budget) => budget.id === metric.id),
  )
  for (const metric of others) {
    // A check that says the figure in a sentence of its own has said it.
    if (outcome.notes.some((note) => note.check === metric.check && note.line.startsWith(metric.id))) continue
    const value =
      metric.unit === 'ratio'
        ? `${(metric.value * 100).toFixed(1)} %`
        : `${integer(metric.value)} ${metric.unit}`
    lines.push(`      ${metric.id}  ${value}`)
    const bar = costBar(metric.parts ?? {})
    if (bar !== '') lines.push(`      ${bar}`)
  }
  const program = outcome.programs.find((facts) => facts.build === 'plain')
  // A lab with a committed artefact tells these figures in words of its own.
  if (program !== undefined && input.passed && manifest.prebuilt === undefined)
    lines.push(...programLines(program, style))
  for (const warning of program?.warnings ?? []) lines.push(...wrap(`warning: ${warning}`, style.width, 6))
  if (outcome.warnings.length > 0) {
    const first = (outcome.warnings[0] as string).split('\n')
    const place = first.find((line) => line.includes('-->'))?.trim() ?? ''
    const rest = outcome.warnings.length > 1 ? `  (${outcome.warnings.length - 1} more)` : ''
    lines.push(...wrap(`rustc ${first[0]} ${place}${rest}`, style.width, 6))
  }
  if (outcome.error !== undefined) {
    lines.push('', ...errorLines(outcome.error, style))
  } else if (failed?.failure !== undefined) {
    if (failed.word === 'ERROR') {
      lines.push('This is a fault of the lab, not of your code.')
    } else {
      const used = input.hintsUsed
      const hint =
        used >= 3
          ? `npm run lab:hint ${failed.id}   (3 of 3 shown)`
          : `npm run lab:hint ${failed.id}   (${used + 1} of 3)`
      lines.push(`hint: ${hint}`)
    }
    if (failed.word === 'OVER' && input.rerun === undefined)
      lines.push(`by function: npm run lab -- golf ${manifest.number} --vs ref`)
    lines.push(`rerun one: ${input.rerun ?? reproduceCommand(failed.failure, input.seed, input.extra)}`)
  }
  lines.push(...summaryLines(input, tasks, style))
  return lines
}

/** Size, pages, entry and activation of the program that was graded. */
function programLines(program: ProgramFacts, style: Style): string[] {
  const parts = [
    `${integer(program.codeBytes)} of ${integer(CODE_LIMIT)} bytes`,
    plural(program.initialPages, 'page'),
  ]
  if (program.entryInit !== undefined && program.entryCached !== undefined) {
    parts.push(`entry ${integer(program.entryInit)} gas, ${integer(program.entryCached)} cached`)
  }
  if (program.activationGas > 0) parts.push(`activation ${integer(program.activationGas)} gas`)
  return wrap(`program  ${parts.join(', ')}`, style.width, 6)
}

/**
 * The whole result of one lab as lines: the rules of spec labs.md 2.3 (one full failure, the rest one
 * line each, the reproduce command always).
 */
export function renderOutcome(input: RenderInput, style: Style, options: { full?: boolean } = {}): string[] {
  const lines: string[] = headLines(input, style)
  let shownFailure = false
  for (const task of input.outcome.results.length > 0
    ? taskLines(input.manifest, input.outcome, input.onlyTask)
    : []) {
    lines.push(...taskBlock(task, input.outcome, style, !shownFailure || options.full === true))
    if (task.failure !== undefined) shownFailure = true
  }
  lines.push(...tailBlock(input, style))
  return lines
}

/** An early end in words; the text of rustc or cargo is given unchanged. */
export function errorLines(
  error: { kind: string; message: string; remedy?: string; details?: string },
  style: Style,
): string[] {
  const words: Record<string, string> = {
    usage: 'USAGE',
    environment: 'NOT READY',
    submission: 'NOT BUILT',
    fault: 'FAULT',
    interrupted: 'STOPPED',
  }
  const word = words[error.kind] ?? 'ERROR'
  const lines = wrap(`${word}  ${error.message}`, style.width)
  lines[0] =
    paint(style, error.kind === 'environment' || error.kind === 'interrupted' ? 'yellow' : 'red', word) +
    (lines[0] as string).slice(word.length)
  if (error.details !== undefined && error.details !== '')
    lines.push('', ...printable(error.details).split('\n'), '')
  for (const [index, text] of (error.remedy ?? '').split('\n').entries()) {
    if (text === '') continue
    const lead = index === 0 ? 'next: ' : '      '
    // A command stays on one line, so that it can be copied.
    const isCommand = text.startsWith('  ') || /npm run|git /.test(text)
    const body = isCommand ? [`      ${text}`] : wrap(text, style.width, 6)
    lines.push(lead + (body[0] as string).slice(6), ...body.slice(1))
  }
  return lines
}

function summaryLines(input: RenderInput, tasks: TaskLine[], style: Style): string[] {
  const { manifest } = input
  const passed = tasks.filter((task) => task.word === 'PASS').length
  if (input.outcome.error !== undefined) return []
  if (!input.passed) return [`${passed} of ${plural(tasks.length, 'task')} passed`]
  if (input.onlyTask !== undefined) {
    return [
      `${passed} of ${plural(tasks.length, 'task')} passed`,
      ...(input.next === undefined ? [] : [`next: ${input.next.command}   ${input.next.text}`.trimEnd()]),
    ]
  }
  const lines = [
    '',
    paint(style, 'green', `PASS  lab ${manifest.number}: ${passed} of ${plural(tasks.length, 'task')}`),
  ]
  lines.push(...wrap(`You learned: ${manifest.learned}`, style.width))
  if (input.next !== undefined) lines.push(`next:    ${input.next.command}   ${input.next.text}`.trimEnd())
  lines.push(`lesson:  ${manifest.lesson}`)
  return lines
}

/** At most `limit` lines; the rest is in the file that is named. */
export function shorten(lines: string[], limit: number, file: string): string[] {
  if (lines.length <= limit) return lines
  const tail = lines.slice(-4)
  const head = lines.slice(0, limit - tail.length - 1)
  return [...head, `... ${lines.length - head.length - tail.length} more lines in ${file}`, ...tail]
}
