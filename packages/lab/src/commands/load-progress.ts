import { type Progress, progressPath, readProgress, updateProgress } from '../state/progress.ts'
import { shown } from '../workspace.ts'
import type { CommandContext } from './context.ts'

function warn(context: CommandContext, kept: string | undefined): void {
  if (kept === undefined) return
  context.err(
    kept === progressPath(context.ws)
      ? 'warning: .lab/progress.json could not be read, nor moved aside; nothing is written over it'
      : `warning: .lab/progress.json could not be read; it is kept as ${shown(context.ws, kept)} and a new one begins`,
  )
}

/** Reads the progress file and says so when an unreadable one was put aside. */
export function loadProgress(context: CommandContext): Progress {
  const { progress, kept } = readProgress(context.ws)
  warn(context, kept)
  return progress
}

/**
 * Changes the progress file under its lock. What can't be noted (a full disk, a read-only folder) costs a
 * warning and never the result: the changed progress is returned all the same.
 */
export async function changeProgress(
  context: CommandContext,
  change: (progress: Progress) => void,
): Promise<Progress> {
  try {
    const { progress, kept } = await updateProgress(context.ws, change)
    warn(context, kept)
    return progress
  } catch (error) {
    const reason = (error as Error).message.split(',')[0]
    context.err(`warning: .lab/progress.json was not written (${reason}); the result stands`)
    const { progress } = readProgress(context.ws)
    change(progress)
    return progress
  }
}
