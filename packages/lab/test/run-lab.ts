import { parseArgs } from '../src/args.ts'
import type { CommandContext } from '../src/commands/context.ts'
import { main } from '../src/main.ts'
import type { Style } from '../src/output/style.ts'
import type { Workspace } from '../src/workspace.ts'

export interface Ran {
  code: number
  out: string
  err: string
}

/** One command in this process, as on a pipe. */
export async function runLab(ws: Workspace, ...argv: string[]): Promise<Ran> {
  let out = ''
  let err = ''
  const code = await main({
    argv,
    env: { LAB_ROOT: ws.root, TERM: 'dumb' },
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    signal: new AbortController().signal,
  })
  return { code, out, err }
}

/** What a command gets, with everything it prints collected. */
export function contextOf(
  ws: Workspace,
  argv: string[],
  style: Partial<Style> = {},
): { context: CommandContext; lines: string[] } {
  const lines: string[] = []
  const whole: Style = { colour: false, plain: true, width: 80, ascii: false, ...style }
  const context: CommandContext = {
    ws,
    args: parseArgs(argv),
    env: {},
    style: whole,
    errStyle: whole,
    out: (line) => void lines.push(...line.split('\n')),
    err: (line) => void lines.push(line),
    stderr: { write: () => undefined },
    signal: new AbortController().signal,
    interactive: true,
  }
  return { context, lines }
}
