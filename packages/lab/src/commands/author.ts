import { UsageError } from '../errors.ts'
import type { CommandContext } from './context.ts'

type Action = (context: CommandContext, words: string[]) => Promise<number>

const ACTIONS: Record<string, () => Promise<{ run: Action }>> = {
  build: () => import('../author/commands/build.ts'),
  verify: () => import('../author/commands/verify.ts'),
  new: () => import('../author/commands/new.ts'),
  wrong: () => import('../author/commands/wrong.ts'),
  schedule: () => import('../author/commands/schedule.ts'),
  times: () => import('../author/commands/times.ts'),
  enter: () => import('../author/commands/enter.ts'),
  leaderboard: () => import('../author/commands/leaderboard.ts'),
}

/** `lab author ...`: content tools and gates. */
export async function run(context: CommandContext): Promise<number> {
  const [action, ...words] = context.args.words
  const load = action === undefined || !Object.hasOwn(ACTIONS, action) ? undefined : ACTIONS[action]
  if (load === undefined) {
    const known = Object.keys(ACTIONS)
    throw new UsageError(
      action === undefined ? `which one? ${known.join(', ')}` : `there is no 'lab author ${action}'`,
      { remedy: known.map((name) => `npm run lab -- author ${name}`).join('\n') },
    )
  }
  return (await load()).run(context, words)
}
