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
  help: boolean
  case?: number
  seed?: number
  engine?: 'embedded' | 'rpc'
  variant?: string
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
}

const COMMON = ['json', 'plain', 'ascii', 'help']

/** Every command: one table for parsing, help and spelling suggestions. */
export const COMMANDS: Record<string, CommandSpec> = {
  check: {
    summary: 'grade a lab or one task',
    usage: 'check [3|3.2] [--all] [--solution] [--case K] [--seed N] [--engine embedded|rpc] [--no-wait]',
    words: 1,
    flags: ['all', 'solution', 'case', 'seed', 'engine', 'no-wait', 'variant'],
  },
  list: { summary: 'all labs and where you are', usage: 'list', words: 0, flags: [] },
  status: { summary: 'the same as list', usage: 'status', words: 0, flags: [] },
  next: { summary: 'the next command', usage: 'next', words: 0, flags: [] },
  hint: { summary: 'the next hint of a task', usage: 'hint [3.2]', words: 1, flags: [] },
  solution: { summary: 'the answer of a task', usage: 'solution 3.2 [--yes]', words: 1, flags: ['yes'] },
  reset: {
    summary: 'put a starter back, with a backup',
    usage: 'reset 3|3.2|--all [--yes]',
    words: 1,
    flags: ['all', 'yes'],
  },
  undo: { summary: 'bring the last backup back', usage: 'undo', words: 0, flags: ['yes'] },
  doctor: {
    summary: 'what is installed and what is missing',
    usage: 'doctor [--fix]',
    words: 0,
    flags: ['fix'],
  },
  author: {
    summary: 'content tools',
    usage: 'author build|verify [3] [--check]',
    words: 2,
    flags: ['check', 'all'],
  },
}

/** What each flag does, in the words of the reference page; the last four belong to every command. */
export const FLAGS: Record<string, string> = {
  all: 'every lab instead of one',
  solution: 'grades the reference solution; your progress stays as it is',
  case: 'runs one case of a task: the number that a failure names',
  seed: 'other random inputs than those of seed 7',
  engine: 'where to grade: `embedded`, or `rpc` for the node at `RPC_URL`',
  'no-wait': 'judges a task also while one that it needs is open',
  variant: 'grades a variant that authors use, such as `starter`',
  yes: 'answers the question with yes',
  fix: 'installs what is missing',
  check: 'writes nothing, and fails when a generated file is stale',
  json: 'prints a report for programs',
  plain: 'lines only: no colors, nothing that moves',
  ascii: 'no characters beyond ASCII',
  help: 'what a command takes',
}

const VALUE_FLAGS = new Set(['case', 'seed', 'engine', 'variant'])
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
  const command = first ?? 'list'
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
  return { command, words, flags }
}
