import type { CommandContext } from './context.ts'
import { allManifests, nextStep } from './current.ts'
import { loadProgress } from './load-progress.ts'

/** `lab next`: the command to type now, and nothing else. */
export async function run(context: CommandContext): Promise<number> {
  const progress = loadProgress(context)
  const { manifests } = await allManifests(context.ws)
  const next = nextStep(manifests, progress)
  context.out(
    context.args.flags.json
      ? JSON.stringify({ schema: 'lab-next/1', ...next })
      : `${next.command}   ${next.text}`,
  )
  return 0
}
