import type { Style } from '@inkling/lab/terminal'
import type { ParsedArgs } from './args.ts'

/** What every command gets. */
export interface CommandContext {
  args: ParsedArgs
  env: NodeJS.ProcessEnv
  /** Folder that relative paths start from: where the person typed the command. */
  cwd: string
  style: Style
  /** Writes a line to standard output. */
  out(line: string): void
  /** Writes a line to standard error: progress, and everything that is not the result. */
  err(line: string): void
  /** Shows what is going on: one live line on a terminal, else a line now and then. */
  progress(text: string): void
  /** Asks a question; without a terminal the answer is no. */
  confirm(question: string): Promise<boolean>
  /** Somebody is there to be asked. */
  interactive: boolean
  signal: AbortSignal
}

/** One command: its exit code. */
export interface Command {
  run(context: CommandContext): Promise<number>
}
