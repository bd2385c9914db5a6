import { parseArgs as parseNodeArgs } from 'node:util'
import { COMMANDS, COMMON, type OptionSpec, PROGRAM } from './command-table.ts'
import { UsageError } from './errors.ts'

export interface ParsedArgs {
  command: string
  words: string[]
  /** Values as they were typed; `numbers` has those of options with a minimum. */
  options: Record<string, string | undefined>
  numbers: Record<string, number | undefined>
  flags: ReadonlySet<string>
}

/** Keeps `-1.5` apart from flags: to `parseArgs` of Node everything that begins with a dash is one. */
const NEGATIVE = /^-[\d.]/
const MARK = '\u0000'

/**
 * Reads a command line by the table of commands.
 *
 * npm takes `--json` of `npm run inkling predict --json` for itself and leaves `npm_config_json=true`, so flags
 * without a value are read from there too.
 * @throws UsageError (exit 2) that says what the command takes.
 */
export function parseArgs(argv: string[], env: NodeJS.ProcessEnv = {}): ParsedArgs {
  const [first, ...rest] = argv
  const wantsHelp = argv.includes('--help') || argv.includes('-h')
  if (first === undefined || first === 'help' || wantsHelp) {
    const topic = first === 'help' ? rest[0] : first
    const known = topic !== undefined && Object.hasOwn(COMMANDS, topic)
    if (topic !== undefined && !known && !topic.startsWith('-')) throw unknownCommand(topic)
    const flags = new Set(['json', 'plain', 'ascii'].filter((flag) => argv.includes(`--${flag}`)))
    return { command: 'help', words: known ? [topic] : [], options: {}, numbers: {}, flags }
  }
  if (!Object.hasOwn(COMMANDS, first)) throw unknownCommand(first)
  const spec = COMMANDS[first]!
  const table = { ...spec.options, ...COMMON }
  const { values, positionals } = nodeArgs(first, rest, table)
  const options: ParsedArgs['options'] = {}
  const numbers: ParsedArgs['numbers'] = {}
  const flags = new Set<string>()
  for (const [name, value] of Object.entries(values)) {
    const option = table[name] as OptionSpec
    if (typeof value !== 'string') flags.add(name)
    else {
      options[name] = checkedValue(first, name, option, value.replace(MARK, ''))
      if (option.min !== undefined) numbers[name] = Number(options[name])
    }
  }
  fromNpm(first, table, env, flags)
  const words = positionals.map((word) => word.replace(MARK, ''))
  const required = spec.rest ? spec.words.length - 1 : spec.words.length
  if (words.length < required)
    throw new UsageError(`inkling ${first} needs ${spec.words.slice(0, required).join(' and ')}`, {
      remedy: example(first),
    })
  if (!spec.rest && words.length > required)
    throw new UsageError(`inkling ${first}: unexpected word '${words[required]}'`, { remedy: example(first) })
  return { command: first, words, options, numbers, flags }
}

function nodeArgs(command: string, args: string[], table: Record<string, OptionSpec>) {
  const options = Object.fromEntries(
    Object.entries(table).map(([name, { value }]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  )
  const marked = args.map((arg) => (NEGATIVE.test(arg) ? MARK + arg : arg))
  const unknown = marked.find((arg) => /^--?[a-z]/i.test(arg) && !knownFlag(arg, table))
  if (unknown !== undefined) {
    const flag = unknown.replace(/=.*/s, '')
    throw new UsageError(`inkling ${command} has no flag ${flag}`, {
      remedy: `flags: ${Object.keys(table)
        .map((name) => `--${name}`)
        .join(' ')}`,
    })
  }
  try {
    return parseNodeArgs({ args: marked, options, allowPositionals: true, strict: true })
  } catch (error) {
    // Node's own words: "Option '--label <value>' argument missing".
    throw new UsageError(`inkling ${command}: ${(error as Error).message.split('\n')[0]}`, {
      remedy: example(command),
      cause: error,
    })
  }
}

const knownFlag = (arg: string, table: Record<string, OptionSpec>) =>
  Object.hasOwn(table, arg.replace(/^--?/, '').replace(/=.*/s, '')) && arg.startsWith('--')

function checkedValue(command: string, name: string, option: OptionSpec, value: string): string {
  const { choices, min, max } = option
  const wrong = (wants: string) =>
    new UsageError(`--${name} is ${wants}, not '${value}'`, { remedy: example(command) })
  if (value === '') throw wrong('not empty')
  if (choices && !choices.includes(value)) throw wrong(`one of ${choices.join(', ')}`)
  if (min === undefined) return value
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
  if (!(number >= min && number <= (max ?? 999_999_999)))
    throw wrong(max === undefined ? `a whole number from ${min}` : `a whole number from ${min} to ${max}`)
  return value
}

/** Flags that npm took for itself. A value it took can't be told from its own settings, so that is an error. */
function fromNpm(
  command: string,
  table: Record<string, OptionSpec>,
  env: NodeJS.ProcessEnv,
  flags: Set<string>,
): void {
  if (env.npm_lifecycle_event !== 'inkling') return
  for (const [name, { value }] of Object.entries(table)) {
    const taken = env[`npm_config_${name}`]
    if (taken === undefined || taken === '' || taken === 'false') continue
    if (value === undefined) flags.add(name)
    else if (!NPM_SETTINGS.has(name))
      throw new UsageError(`npm took --${name} for itself`, {
        remedy: `two dashes in front keep it away:\n  npm run inkling -- ${command} ... --${name} ${value}`,
      })
  }
}

/** Settings that npm has by itself, so they are there whatever you type. */
const NPM_SETTINGS = new Set(['name', 'out', 'depth'])

function unknownCommand(word: string): UsageError {
  const names = Object.keys(COMMANDS)
  // Letters that changed places or are missing at the end; whatever else it was, the list helps.
  const sorted = (text: string) => [...text].sort().join('')
  const guess = names.find(
    (name) => sorted(name) === sorted(word) || (word.length >= 2 && name.startsWith(word)),
  )
  return new UsageError(`there is no command '${word}'${guess ? `; did you mean '${guess}'?` : ''}`, {
    remedy: `commands: ${names.join(', ')}`,
  })
}

const example = (command: string) => `for example:\n  ${PROGRAM} ${COMMANDS[command]!.example}`
