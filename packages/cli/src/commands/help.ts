import { COMMANDS, COMMON, type OptionSpec, PROGRAM, usageOf } from '../command-table.ts'
import type { CommandContext } from '../context.ts'

/** `inkling help`, `inkling train --help`. */
export async function run({ args, out }: CommandContext): Promise<number> {
  const topic = args.words[0]
  if (args.flags.has('json')) {
    const commands = topic === undefined ? COMMANDS : { [topic]: COMMANDS[topic] }
    out(JSON.stringify({ schema: 'inkling-help/1', program: PROGRAM, commands, common: COMMON }, null, 2))
    return 0
  }
  if (topic === undefined) {
    out('Trained models as Arbitrum Stylus contracts.')
    out('')
    for (const [name, { summary }] of Object.entries(COMMANDS)) out(`  ${name.padEnd(10)}${summary}`)
    out('')
    out('A CSV file to a contract:')
    for (const line of ['train', 'quantize', 'compile', 'deploy', 'predict'])
      out(`  ${PROGRAM} ${COMMANDS[line]!.example}`)
    out('')
    out(`${PROGRAM} COMMAND --help says what a command takes.`)
    return 0
  }
  const spec = COMMANDS[topic]!
  out(`inkling ${topic}: ${spec.summary}`)
  out('')
  const [head, ...flags] = usageOf(topic).split(' [--')
  out(`usage    ${PROGRAM} ${head}${flags.length > 0 ? ' [flags]' : ''}`)
  out(`example  ${PROGRAM} ${spec.example}`)
  out('')
  for (const [name, option] of Object.entries({ ...spec.options, ...COMMON })) out(flagLine(name, option))
  return 0
}

function flagLine(name: string, { value, help }: OptionSpec): string {
  return `  ${`--${name}${value === undefined ? '' : ` ${value}`}`.padEnd(20)}${help}`
}
