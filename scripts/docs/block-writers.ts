import { COMMANDS, FLAGS } from '../../packages/lab/src/args.ts'
import type { PlannedLab } from '../../packages/lab/src/author/schedule.ts'
import { EXIT, EXIT_WORDS } from '../../packages/lab/src/errors.ts'
import type { TwinFigures } from '../bench/compare-twins.ts'
import { integer, table, type Writers } from './blocks.ts'
import type { LabData } from './labs-data.ts'
import type { LessonFigures } from './lesson-figures.ts'
import { planBlocks } from './plan-blocks.ts'

export interface BlockSources {
  labs: LabData[]
  lessons: LessonFigures
  twins: TwinFigures[]
  devnode: DevnodeBench
  /** npm scripts that start a lab command: `{ check: 'lab:check' }`. */
  npmTwins: Record<string, string>
  /** Labs with the time to read their lessons, for the plans of a class. */
  planned: PlannedLab[]
}

/** Blocks that may stand in any file. */
export function commonWriters({ labs, lessons, twins, devnode, npmTwins, planned }: BlockSources): Writers {
  return {
    ...planBlocks(planned),
    'bench-devnode': () => devnodeTable(devnode),
    labs: () =>
      table(
        ['lab', 'question', 'tasks', 'minutes'],
        labs.map((lab) => [
          `[${lab.number} · ${lab.title}](labs/${lab.id}/README.md)`,
          lab.question,
          String(lab.tasks.length),
          String(lab.minutes),
        ]),
      ),
    'transcript-lab-0': () =>
      `\`\`\`text\n$ npm run lab:check 0\n${lessons.lab0.transcript.join('\n')}\n\`\`\``,
    figures: () => figuresTable(lessons, twins),
    commands: () => commandsTable(npmTwins),
    'command-flags': () => flagsTable(),
    'exit-codes': () =>
      table(
        ['code', 'name', 'meaning'],
        Object.entries(EXIT).map(([name, code]) => [
          String(code),
          name,
          EXIT_WORDS[name as keyof typeof EXIT],
        ]),
      ),
  }
}

/** What `npm run bench:devnode` wrote. */
export interface DevnodeBench {
  environment: { cpu: string; node: string }
  figures: { name: string; value: number; unit: string; aim?: number }[]
}

function devnodeTable({ environment, figures }: DevnodeBench): string {
  const show = (value: number) => value.toLocaleString('en-US', { maximumSignificantDigits: 3 })
  const rows = figures.map(({ name, value, unit, aim }) => [
    name.trim(),
    `${show(value)} ${unit}`,
    aim === undefined ? '' : `${show(aim)} ${unit}`,
  ])
  return `${table(['what', 'measured', 'aim'], rows)}\n\nMeasured on ${environment.cpu}, Node ${environment.node}.`
}

/** Blocks of one lab's README. */
export function labWriters(lab: LabData): Writers {
  const tasks = lab.tasks.filter((task) => task.points > 0).length
  const work =
    tasks === 0 ? 'nothing to write' : `${tasks} task${tasks === 1 ? '' : 's'}, none above 12 lines`
  return {
    facts: () => `*${lab.question}* · ${lab.minutes} minutes · ${work}`,
    budgets: () =>
      table(
        ['budget', 'limit', 'the reference takes'],
        lab.budgets.map(({ title, unit, budget, par }) => [
          `${title} (\`${unit}\`)`,
          integer(budget),
          integer(par),
        ]),
      ),
  }
}

/** One verdict of lab 1's tree on equal boundaries. */
function figuresTable({ data, lab0, lab1 }: LessonFigures, twins: TwinFigures[]): string {
  const rows = [
    ['lab 0: a tree of 7 leaves in Rust, not in the cache', lab0.codeBytes, lab0.callGas],
    ...twins.map(({ what, codeBytes, callGasWorst }) => [`lab 1: ${what}`, codeBytes, callGasWorst]),
  ] as [string, number, number][]
  if (lab0.leaves !== 7 || data.tree.leaves !== lab1.paths)
    throw new Error('the labs’ trees have changed: adapt the table')
  return table(
    ['one verdict, as another contract pays for it', 'bytes on chain', 'gas, worst'],
    rows.map(([what, bytes, gas]) => [
      what.replace("lab 1's reference", 'the reference'),
      integer(bytes),
      integer(gas),
    ]),
  )
}

function commandsTable(npmTwins: Record<string, string>): string {
  return table(
    ['command', 'what it does', 'arguments'],
    Object.entries(COMMANDS).map(([name, { summary, usage }]) => {
      const twin = npmTwins[name]
      const more = usage.slice(name.length).trim()
      return [
        `\`npm run ${twin ?? `lab -- ${name}`}\``,
        summary,
        wordsOf(more)
          .map((word) => `\`${word}\``)
          .join(' '),
      ]
    }),
  )
}

/** `[3|3.2]`, `[--case K]`: what is between brackets stays together. */
function wordsOf(usage: string): string[] {
  return usage.match(/\[[^\]]*\]|\S+/g) ?? []
}

function flagsTable(): string {
  return table(
    ['flag', 'commands', 'what it does'],
    Object.entries(FLAGS).map(([flag, words]) => {
      const users = Object.entries(COMMANDS)
        .filter(([, spec]) => spec.flags.includes(flag))
        .map(([name]) => name)
      return [`\`--${flag}\``, users.length === 0 ? 'all' : users.join(', '), words]
    }),
  )
}
