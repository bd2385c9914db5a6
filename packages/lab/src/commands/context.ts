import type { ParsedArgs } from '../args.ts'
import type { ArtefactProvider } from '../grade/session.ts'
import type { Style } from '../output/style.ts'
import type { Workspace } from '../workspace.ts'

/** What every command gets. Nothing in here touches the terminal except `out` and `err`. */
export interface CommandContext {
  ws: Workspace
  args: ParsedArgs
  env: NodeJS.ProcessEnv
  style: Style
  errStyle: Style
  /** Writes a line to standard output. */
  out(line: string): void
  /** Writes a line to standard error: progress, and everything that is not the result. */
  err(line: string): void
  stderr: { write(text: string): unknown }
  signal: AbortSignal
  /** True where standard input and output are a terminal. */
  interactive?: boolean
  /** Where built contracts come from, in a test; else cargo. */
  artefact?: ArtefactProvider
  /** Asks yes or no in another way than a line on the terminal: watch reads single keys. */
  confirm?(question: string): Promise<boolean>
}
