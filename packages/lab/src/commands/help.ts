import { COMMANDS } from '../args.ts'
import type { CommandContext } from './context.ts'

/** `lab help`, `lab check --help`. */
export async function run({ args, out }: CommandContext): Promise<number> {
  const topic = args.words[0]
  const spec = topic === undefined ? undefined : COMMANDS[topic]
  if (spec !== undefined) {
    out(`lab ${topic}: ${spec.summary}`)
    out(`usage: npm run lab -- ${spec.usage}`)
  } else {
    out('usage: npm run lab -- COMMAND')
    for (const [name, { summary }] of Object.entries(COMMANDS)) out(`  ${name.padEnd(10)}${summary}`)
  }
  out('every command: --json, --plain, --ascii, --help')
  return 0
}
