import { UsageError } from './errors.ts'

export interface Flags {
  json: boolean
  plain: boolean
  ascii: boolean
  solution: boolean
  all: boolean
  yes: boolean
  noWait: boolean
  check: boolean
  fix: boolean
  class: boolean
  watch: boolean
  poll: boolean
  manual: boolean
  new: boolean
  fresh: boolean
  update: boolean
  merge: boolean
  pseudonyms: boolean
  ranking: boolean
  help: boolean
  case?: number
  seed?: number
  engine?: 'embedded' | 'rpc'
  variant?: string
  /** Form of `lab report`. */
  format?: string
  /** Time of `lab author schedule`, as typed: `3h`, `90m`. */
  target?: string
  /** Folder with leaderboard entries of others. */
  entries?: string
  /** Against what: `ref`, `best` or `starter`, as the command takes them. */
  vs?: string
}

export interface ParsedArgs {
  command: string
  words: string[]
  flags: Flags
}

interface CommandSpec {
  summary: string
  usage: string
  /** Most bare words it takes. */
  words: number
  flags: string[]
  /** What `--vs` may say. */
  vs?: string[]
}

const COMMON = ['json', 'plain', 'ascii', 'help']

/** Every command: one table for parsing, help and spelling suggestions. */
export const COMMANDS: Record<string, CommandSpec> = {
  check: {
    summary: 'grade a lab or one task',
    usage:
      'check [3|3.2] [--all] [--solution] [--watch] [--case K] [--seed N] [--engine embedded|rpc] [--no-wait]',
    words: 1,
    flags: ['watch', 'all', 'solution', 'case', 'seed', 'engine', 'no-wait', 'variant'],
  },
  resume: {
    summary: 'watch the lab you are at; the same as `npm run lab`',
    usage: 'resume',
    words: 0,
    flags: ['poll', 'manual', 'engine', 'seed'],
  },
  watch: {
    summary: 'grade a lab again whenever you save',
    usage: 'watch [3] [--poll] [--manual] [--engine embedded|rpc] [--seed N]',
    words: 1,
    flags: ['poll', 'manual', 'engine', 'seed'],
  },
  list: { summary: 'all labs and where you are', usage: 'list', words: 0, flags: [] },
  status: { summary: 'the same as list', usage: 'status', words: 0, flags: [] },
  next: { summary: 'the next command', usage: 'next', words: 0, flags: [] },
  go: { summary: 'make a lab the one you are at', usage: 'go 4', words: 1, flags: [] },
  hint: { summary: 'the next hint of a task', usage: 'hint [3.2]', words: 1, flags: [] },
  solution: { summary: 'the answer of a task', usage: 'solution 3.2 [--yes]', words: 1, flags: ['yes'] },
  diff: {
    summary: 'your files beside the starter and the reference',
    usage: 'diff [3|3.2] [--vs ref|starter] [--yes]',
    words: 1,
    flags: ['vs', 'yes'],
    vs: ['ref', 'starter'],
  },
  reset: {
    summary: 'put a starter back, with a backup',
    usage: 'reset 3|3.2|--all [--yes]',
    words: 1,
    flags: ['all', 'yes'],
  },
  undo: { summary: 'bring the last backup back', usage: 'undo', words: 0, flags: ['yes'] },
  golf: {
    summary: 'what your contract costs, and where',
    usage: 'golf [3] [--vs ref|best] [--seed N]',
    words: 1,
    flags: ['vs', 'seed'],
    vs: ['ref', 'best'],
  },
  practice: {
    summary: 'a task you have solved, once more, in a copy',
    usage: 'practice [3.2] [--new]',
    words: 1,
    flags: ['new', 'seed'],
  },
  warm: {
    summary: 'build every starter, so that the network may go away',
    usage: 'warm',
    words: 0,
    flags: [],
  },
  progress: {
    summary: 'what is remembered of you; track puts it under git',
    usage: 'progress [track|untrack]',
    words: 1,
    flags: [],
  },
  doctor: {
    summary: 'what is installed and what is missing',
    usage: 'doctor [--fix] [--class]',
    words: 0,
    flags: ['fix', 'class'],
  },
  run: {
    summary: "a script of the clone, with the project's Node",
    usage: 'run labs/01-decision-tree/train.ts [WORD or --FLAG of the script ...]',
    words: 50,
    flags: [],
  },
  report: {
    summary: 'your last results for other programs, or those of a class',
    usage:
      'report [3] [--format json|junit|tap|csv|classroom|github] [--merge FILES] [--ranking] [--pseudonyms]',
    words: 500,
    flags: ['format', 'merge', 'ranking', 'pseudonyms'],
  },
  author: {
    summary: 'content tools',
    usage:
      'author build|verify|new|wrong|schedule|times|enter|leaderboard [3] [--check] [--fresh] [--update] [--target 3h] [--entries DIR]',
    words: 40,
    flags: ['check', 'all', 'fresh', 'update', 'target', 'entries'],
  },
}

/** What each flag does, in the words of the reference page; the last four belong to every command. */
export const FLAGS: Record<string, string> = {
  all: 'every lab instead of one',
  watch: 'grades again on every save: the same as `lab watch`',
  solution: 'grades the reference solution; your progress stays as it is',
  case: 'runs one case of a task: the number that a failure names',
  seed: 'other random inputs than those of seed 7',
  engine: 'where to grade: `embedded`, or `rpc` for the node at `RPC_URL`',
  'no-wait': 'judges a task also while one that it needs is open',
  variant: 'grades a variant that authors use, such as `starter`',
  yes: 'answers the question with yes',
  fix: 'installs what is missing',
  class: 'one line about this machine, to paste into the chat of a class',
  poll: 'looks at the files twice a second, where changes are not announced',
  manual: 'grades when you press r, not when you save',
  new: 'drops the copy you practice in and takes another task',
  vs: 'with what to compare: `ref` is the reference, `starter` the beginning, `best` your best',
  format: 'the form of a report: json, junit, tap, csv, classroom or github',
  merge: 'reads the progress files or reports that are named, one learner each',
  ranking: 'adds who needs the least, by the formula that it prints',
  pseudonyms: 'calls people `learner-01` instead of by their file',
  fresh: 'runs also the gates whose inputs have not changed since they passed',
  update: 'records anew what the checks say to each wrong answer',
  target: 'how long a class has: `90m`, `3h`, `2d` (a day has six hours)',
  entries: 'a folder with the entries of others, instead of `leaderboard`',
  check: 'writes nothing, and fails when a generated file is stale',
  json: 'prints a report for programs',
  plain: 'lines only: no colors, nothing that moves',
  ascii: 'no characters beyond ASCII',
  help: 'what a command takes',
}

const VALUE_FLAGS = new Set(['case', 'seed', 'engine', 'variant', 'vs', 'format', 'target', 'entries'])
/** Values that their command judges. */
const TEXT_FLAGS = ['format', 'target', 'entries'] as const
const ALL_FLAGS = [...new Set([...COMMON, ...Object.values(COMMANDS).flatMap((spec) => spec.flags)])]
const FIELD: Record<string, keyof Flags> = { 'no-wait': 'noWait' }

/** Edit distance, for `did you mean`. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(
        (row[j] as number) + 1,
        (next[j - 1] as number) + 1,
        (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1),
      )
    }
    row = next
  }
  return row[b.length] as number
}

function closest(word: string, candidates: string[]): string | undefined {
  const ranked = candidates.map((name) => ({ name, d: distance(word, name) })).sort((x, y) => x.d - y.d)
  const best = ranked[0]
  return best !== undefined && best.d <= Math.max(1, Math.floor(best.name.length * 0.4))
    ? best.name
    : undefined
}

function naturalNumber(flag: string, text: string | undefined, example: string): number {
  if (text === undefined || !/^\d{1,9}$/.test(text)) {
    throw new UsageError(`--${flag} needs a number${text === undefined ? '' : `, not '${text}'`}`, {
      remedy: `for example: ${example}`,
    })
  }
  return Number(text)
}

/** How the command should have been typed, with flags that npm passes on. */
function corrected(command: string, words: string[], rest: string[]): string {
  return ['npm run lab --', command, ...words, ...rest].join(' ')
}

/**
 * Reads the command line. npm takes `--json` of `npm run lab:check 3 --json` for itself and leaves
 * `npm_config_json=true`, so on/off flags are read from there too, and `LAB_FORMAT` is honoured.
 *
 * @throws UsageError (exit 2) with the corrected command.
 */
export function parseArgs(argv: string[], env: NodeJS.ProcessEnv = {}): ParsedArgs {
  const flags: Flags = {
    json: false,
    plain: false,
    ascii: false,
    solution: false,
    all: false,
    yes: false,
    noWait: false,
    check: false,
    fix: false,
    class: false,
    watch: false,
    poll: false,
    manual: false,
    new: false,
    fresh: false,
    update: false,
    merge: false,
    pseudonyms: false,
    ranking: false,
    help: false,
  }
  const bare: string[] = []
  const given: { name: string; value?: string }[] = []
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] as string
    if (word === '-h') {
      given.push({ name: 'help' })
    } else if (word.startsWith('-') && word !== '-') {
      const [raw, inline] = word.replace(/^--?/, '').split(/=(.*)/s) as [string, string | undefined]
      if (VALUE_FLAGS.has(raw)) {
        const value = inline ?? argv[i + 1]
        if (inline === undefined) i++
        given.push({ name: raw, value })
      } else {
        given.push({ name: raw, value: inline })
      }
    } else {
      bare.push(word)
      // What follows a script belongs to it, flags included: `run labs/04-neural-network/train.ts --quick`.
      if (bare.length === 2 && bare[0] === 'run') {
        bare.push(...argv.slice(i + 1))
        break
      }
    }
  }

  if (given.some((flag) => flag.name === 'help') || bare[0] === 'help') {
    const topic = bare[0] === 'help' ? bare[1] : bare[0]
    return { command: 'help', words: topic === undefined ? [] : [topic], flags: { ...flags, help: true } }
  }
  const first = bare[0]
  if (first !== undefined && COMMANDS[first] === undefined) {
    const guess = closest(first, Object.keys(COMMANDS))
    if (guess !== undefined)
      throw new UsageError(`there is no command '${first}'`, { remedy: corrected(guess, bare.slice(1), []) })
    if (/^\d+(\.\d+)?$/.test(first))
      throw new UsageError(`'${first}' is not a command`, { remedy: corrected('check', [first], []) })
    throw new UsageError(`there is no command '${first}'`, {
      remedy: `commands: ${Object.keys(COMMANDS).join(', ')}`,
    })
  }
  const command = first ?? 'resume'
  const spec = COMMANDS[command] as CommandSpec
  const words = bare.slice(1)
  const allowed = [...COMMON, ...spec.flags]

  for (const { name, value } of given) {
    if (!allowed.includes(name)) {
      const guess = closest(name, allowed)
      throw new UsageError(`lab ${command} has no flag --${name}`, {
        remedy:
          guess === undefined
            ? `usage: npm run lab -- ${spec.usage}`
            : corrected(command, words, [`--${guess}`]),
      })
    }
    if (name === 'case' || name === 'seed')
      flags[name] = naturalNumber(name, value, corrected(command, words, [`--${name} 7`]))
    else if (name === 'engine') {
      if (value !== 'embedded' && value !== 'rpc') {
        throw new UsageError(
          `--engine is 'embedded' or 'rpc'${value === undefined ? '' : `, not '${value}'`}`,
          {
            remedy: corrected(command, words, ['--engine embedded']),
          },
        )
      }
      flags.engine = value
    } else if ((TEXT_FLAGS as readonly string[]).includes(name)) {
      if (value === undefined || value === '')
        throw new UsageError(`--${name} needs a value`, { remedy: `usage: npm run lab -- ${spec.usage}` })
      flags[name as (typeof TEXT_FLAGS)[number]] = value
    } else if (name === 'vs') {
      const choices = spec.vs ?? []
      if (value === undefined || !choices.includes(value)) {
        throw new UsageError(
          `--vs is ${choices.map((choice) => `'${choice}'`).join(' or ')}${value === undefined ? '' : `, not '${value}'`}`,
          { remedy: corrected(command, words, [`--vs ${choices[0]}`]) },
        )
      }
      flags.vs = value
    } else if (name === 'variant') {
      if (value === undefined || !/^[a-z0-9-]+$/.test(value)) {
        throw new UsageError('--variant needs a name', {
          remedy: corrected(command, words, ['--variant starter']),
        })
      }
      flags.variant = value
    } else {
      if (value !== undefined)
        throw new UsageError(`--${name} takes no value`, { remedy: corrected(command, words, [`--${name}`]) })
      const field = (FIELD[name] ?? name) as 'json'
      flags[field] = true
    }
  }

  if (env.npm_lifecycle_event !== undefined) {
    for (const name of allowed) {
      const swallowed = env[`npm_config_${name.replaceAll('-', '_')}`]
      if (swallowed === undefined || swallowed === '' || swallowed === 'false' || swallowed === 'null')
        continue
      if (VALUE_FLAGS.has(name)) {
        const value = swallowed === 'true' ? words.pop() : swallowed
        throw new UsageError(`npm took --${name} for itself`, {
          remedy: corrected(command, words, [`--${name}${value === undefined ? '' : ` ${value}`}`]),
        })
      }
      if (name !== 'help' && swallowed === 'true') flags[(FIELD[name] ?? name) as 'json'] = true
    }
    // npm reads `--no-wait` as `wait = false`.
    if (allowed.includes('no-wait') && env.npm_config_wait === '') flags.noWait = true
  }
  const format = env.LAB_FORMAT
  if (format === 'json') flags.json = true
  else if (format === 'plain') flags.plain = true
  else if (format !== undefined && format !== '') {
    throw new UsageError(`LAB_FORMAT is 'json' or 'plain', not '${format}'`, {
      remedy: `LAB_FORMAT=json ${corrected(command, words, [])}`,
    })
  }

  if (words.length > spec.words) {
    const known = words.slice(0, spec.words)
    const extra = words.slice(spec.words)
    const asFlags = extra
      .filter((word) => ALL_FLAGS.includes(word) && allowed.includes(word))
      .map((word) => `--${word}`)
    throw new UsageError(`unexpected word '${extra[0]}'`, { remedy: corrected(command, known, asFlags) })
  }
  // `lab check json` means a flag, not a lab.
  const flagLike = words.find((word) => ALL_FLAGS.includes(word) && command !== 'author')
  if (flagLike !== undefined) {
    const others = words.filter((word) => word !== flagLike)
    throw new UsageError(`unexpected word '${flagLike}'`, {
      remedy: corrected(command, others, allowed.includes(flagLike) ? [`--${flagLike}`] : []),
    })
  }
  if (command === 'check' && flags.watch) {
    // What watch has no use for would be ignored in silence.
    const other = (['all', 'solution', 'json', 'noWait'] as const).find((name) => flags[name])
    const more = flags.case !== undefined ? 'case' : flags.variant !== undefined ? 'variant' : other
    if (more !== undefined) {
      const name = more === 'noWait' ? 'no-wait' : more
      throw new UsageError(`--watch does not go with --${name}`, { remedy: corrected('watch', words, []) })
    }
    return { command: 'watch', words, flags }
  }
  return { command, words, flags }
}
