import type { CommandContext } from './context.ts'

/** `lab` alone: watches the current lab on a terminal, and says where you are where there is none. */
export async function run(context: CommandContext): Promise<number> {
  const watching = context.interactive === true && !context.args.flags.json
  const command = watching ? await import('./watch.ts') : await import('./list.ts')
  return command.run(context)
}
