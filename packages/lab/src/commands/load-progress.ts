import { type Progress, readProgress } from '../state/progress.ts'
import { shown } from '../workspace.ts'
import type { CommandContext } from './context.ts'

/** Reads the progress file and says so when an unreadable one was put aside. */
export function loadProgress(context: CommandContext): Progress {
  const { progress, kept } = readProgress(context.ws)
  if (kept !== undefined) {
    context.err(
      `warning: .lab/progress.json could not be read; it is kept as ${shown(context.ws, kept)} and a new one begins`,
    )
  }
  return progress
}
