/** Chooses and runs a command. Everything heavy is imported by the command that needs it. */
import { parseArgs } from './args.ts'
import type { CommandContext } from './commands/context.ts'
import { EXIT, LabError } from './errors.ts'
import { errorLines } from './output/render.ts'
import { detectStyle } from './output/style.ts'
import { shown, withoutRoot, workspace } from './workspace.ts'

const LOADERS: Record<string, () => Promise<{ run(context: CommandContext): Promise<number> }>> = {
  check: () => import('./commands/check.ts'),
  list: () => import('./commands/list.ts'),
  status: () => import('./commands/list.ts'),
  next: () => import('./commands/next.ts'),
  hint: () => import('./commands/hint.ts'),
  solution: () => import('./commands/solution.ts'),
  reset: () => import('./commands/reset.ts'),
  undo: () => import('./commands/undo.ts'),
  doctor: () => import('./commands/doctor.ts'),
  author: () => import('./commands/author.ts'),
  help: () => import('./commands/help.ts'),
}

export interface CliOptions {
  argv: string[]
  env: NodeJS.ProcessEnv
  stdout: { write(text: string): unknown; isTTY?: boolean; columns?: number }
  stderr: { write(text: string): unknown; isTTY?: boolean; columns?: number }
  signal: AbortSignal
}

/** Runs one command and returns its exit code; never throws. */
export async function main(options: CliOptions): Promise<number> {
  const { env, stdout, stderr } = options
  const ws = workspace(env.LAB_ROOT)
  let json = env.LAB_FORMAT === 'json' || options.argv.includes('--json')
  let style = detectStyle(stdout, env)
  try {
    const args = parseArgs(options.argv, env)
    json = args.flags.json
    style = detectStyle(stdout, env, args.flags)
    const command = await (
      LOADERS[args.command] as () => Promise<{ run(context: CommandContext): Promise<number> }>
    )()
    return await command.run({
      ws,
      args,
      env,
      style,
      errStyle: detectStyle(stderr, env, args.flags),
      out: (line) => void stdout.write(`${line}\n`),
      err: (line) => void stderr.write(`${line}\n`),
      stderr,
      signal: options.signal,
    })
  } catch (error) {
    const known = error instanceof LabError ? error : undefined
    const lines = errorLines(
      known ?? { kind: 'fault', message: (error as Error)?.message ?? String(error) },
      style,
    ).map((line) => withoutRoot(ws, line))
    if (known === undefined || known.kind === 'fault') {
      const { writeFaultReport } = await import('./state/fault-report.ts')
      const path = writeFaultReport(ws, options.argv, error)
      lines.push(
        'This is a mistake of the grader or of the lab, not yours.',
        `report: ${path === undefined ? 'could not be written' : shown(ws, path)}`,
      )
    }
    if (json) {
      const body = {
        kind: known?.kind ?? 'fault',
        message: (error as Error).message,
        remedy: known?.remedy ?? null,
        details: known?.details ?? null,
      }
      stdout.write(`${withoutRoot(ws, JSON.stringify({ schema: 'lab-error/1', error: body }, null, 2))}\n`)
    }
    for (const line of lines) stderr.write(`${line}\n`)
    return known?.exitCode ?? EXIT.fault
  }
}
